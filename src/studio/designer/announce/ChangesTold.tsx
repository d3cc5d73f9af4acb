import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { connectText as text } from '../../text/english/connect.ts';
import { say } from '../../text/say.ts';
import { useDocument } from '../document/document-context.ts';
import { changeInWords } from './change-in-words.ts';
import { noteChangeInWords } from './note-change-in-words.ts';

/** Tells a screen reader what each edit has done to the flow, wherever it was made. */
export function ChangesTold() {
  const name = useDocument((state) => state.name);
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const walked = useDocument((state) => state.walked);
  const [told, setTold] = useState({ name, descriptor, notes, words: '', number: 0 });
  if (told.name !== name || told.descriptor !== descriptor || told.notes !== notes) {
    const words = [
      walked && text(`told.${walked.way}`, { step: say(walked.name) }),
      changeInWords(told.descriptor, descriptor),
      noteChangeInWords(told.notes, notes),
    ]
      .filter(Boolean)
      .join(' ');
    setTold({
      name,
      descriptor,
      notes,
      words: words || told.words,
      number: words === '' ? told.number : told.number + 1,
    });
  }
  return (
    <VisuallyHidden role="status">
      {/* The same words once more are news too: a new element is read again. */}
      <span key={told.number}>{told.words}</span>
    </VisuallyHidden>
  );
}
