import { message } from '../messages/message.ts';
import { type Notes, noteIds, noteOf } from '../notes.ts';
import { own } from '../record.ts';
import { onNotes, type Operation, updateNote } from './operation.ts';

/**
 * Adds copies of notes, from this flow or another, under new ids and moved by (dx, dy) canvas pixels. A note without a
 * free new id is left out.
 */
export function insertNotes(options: {
  notes: Notes;
  newIds: Record<string, string>;
  dx: number;
  dy: number;
}): Operation {
  const { notes: copied, newIds, dx, dy } = options;
  const ids = noteIds(copied);
  return onNotes(message('operation.notes.paste', { count: ids.length }), (notes) =>
    ids.reduce((current, id) => {
      const newId = own(newIds, id);
      const note = noteOf(copied, id);
      if (!newId || !note || Object.hasOwn(current, newId)) return current;
      const copy = { ...current, [newId]: copied[id] };
      return updateNote(copy, newId, { x: note.x + dx, y: note.y + dy });
    }, notes),
  );
}
