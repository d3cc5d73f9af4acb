import { message } from '../messages/message.ts';
import { isRecord } from '../record.ts';
import { onNotes, type Operation } from './operation.ts';

/** Takes notes away. */
export function removeNotes({ ids }: { ids: string[] }): Operation {
  const removed = new Set(ids);
  const goes = ([id, entry]: [string, unknown]) => removed.has(id) && isRecord(entry);
  return onNotes(message('operation.notes.delete', { count: ids.length }), (notes) => {
    const entries = Object.entries(notes);
    return entries.some(goes) ? Object.fromEntries(entries.filter((entry) => !goes(entry))) : notes;
  });
}
