import { message } from '../messages/message.ts';
import { onNotes, type Operation, updateNote } from './operation.ts';

/** Writes a note; `content` is Markdown. */
export function setNoteContent({ id, content }: { id: string; content: string }): Operation {
  return onNotes(message('operation.notes.edit'), (notes) => updateNote(notes, id, { content }));
}
