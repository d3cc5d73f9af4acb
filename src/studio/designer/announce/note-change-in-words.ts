import { noteIds, noteOf, type Notes } from '../../../flow/notes.ts';
import { notesText } from '../../text/english/notes.ts';
import { noteName } from '../canvas/notes/note-node.ts';
import { selectionText } from '../canvas/notes/selection-text.ts';

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
