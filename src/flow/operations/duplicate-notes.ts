import { message } from '../messages/message.ts';
import { onNotes, type Operation } from './operation.ts';
import { insertNotes } from './insert-notes.ts';

/** Copies notes beside themselves. */
export function duplicateNotes(options: {
  ids: string[];
  newIds: Record<string, string>;
  dx: number;
  dy: number;
}): Operation {
  const { ids, ...rest } = options;
  const chosen = new Set(ids);
  return onNotes(message('operation.notes.duplicate', { count: ids.length }), (notes) => {
    const copied = Object.fromEntries(Object.entries(notes).filter(([id]) => chosen.has(id)));
    return insertNotes({ notes: copied, ...rest }).applyToNotes?.(notes) ?? notes;
  });
}
