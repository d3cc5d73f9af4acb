import { message } from '../messages/message.ts';
import type { NoteColor } from '../notes.ts';
import { onNotes, type Operation, updateNote } from './operation.ts';

/** Colours notes; without a colour they are plain. */
export function setNoteColor({ ids, color }: { ids: string[]; color: NoteColor | undefined }): Operation {
  return onNotes(message('operation.notes.color', { count: ids.length }), (notes) =>
    ids.reduce((current, id) => updateNote(current, id, { color }), notes),
  );
}
