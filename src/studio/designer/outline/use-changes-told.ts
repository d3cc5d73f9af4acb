import { useState } from 'react';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { noteIds, noteOf, type Notes } from '../../../flow/notes.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { notesText } from '../../text/english/notes.ts';
import { outlineText as text } from '../../text/english/outline.ts';
import { noteName } from '../canvas/notes/note-node.ts';
import { selectionText } from '../canvas/notes/selection-text.ts';
import { useDocument } from '../document/document-context.ts';

/** What the last edit did to the list of components and notes, in words for a live region. */
export function useChangesTold(): string {
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const [told, setTold] = useState({ descriptor, notes, text: '' });
  if (told.descriptor !== descriptor || told.notes !== notes) {
    const words = [changeInWords(told.descriptor, descriptor), noteChangeInWords(told.notes, notes)];
    setTold({ descriptor, notes, text: words.filter(Boolean).join(' ') || told.text });
  }
  return told.text;
}

/** "HTTP Post added.", "3 components removed."; nothing when the same components are there. */
export function changeInWords(before: Descriptor, after: Descriptor): string {
  const added = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return [tell('added', after, added), tell('removed', before, removed)].filter(Boolean).join(' ');
}

function tell(what: 'added' | 'removed', descriptor: Descriptor, ids: string[]): string {
  const [first] = ids;
  if (first === undefined) return '';
  return ids.length === 1
    ? text(what, { component: componentLabel(descriptor, catalogue, first) })
    : text(`${what}Many`, { count: ids.length });
}

/** "Note: Orders added.", "2 notes removed."; nothing when the same notes are there. */
export function noteChangeInWords(before: Notes, after: Notes): string {
  const added = noteIds(after).filter((id) => !noteOf(before, id));
  const removed = noteIds(before).filter((id) => !noteOf(after, id));
  return [
    added.length > 0 && notesText('added', { note: notesInWords(after, added) }),
    removed.length > 0 && notesText('removed', { note: notesInWords(before, removed) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function notesInWords(notes: Notes, ids: string[]): string {
  const only = ids.length === 1 ? noteOf(notes, ids[0]!) : undefined;
  return only ? noteName(only) : selectionText(0, ids.length);
}
