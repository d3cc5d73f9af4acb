import { message } from '../messages/message.ts';
import { onNotes, type Operation, updateNote } from './operation.ts';

/** Puts notes at new places, in canvas pixels. Unknown ids are ignored. */
export function moveNotes(options: { positions: Record<string, { x: number; y: number }> }): Operation {
  const positions = Object.entries(options.positions);
  return onNotes(message('operation.notes.move', { count: positions.length }), (notes) =>
    positions.reduce((current, [id, { x, y }]) => updateNote(current, id, { x, y }), notes),
  );
}
