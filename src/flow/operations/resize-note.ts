import { message } from '../messages/message.ts';
import { fittingSize } from '../notes.ts';
import { onNotes, type Operation, updateNote } from './operation.ts';

/** Gives a note another size, and another place where its left or upper edge was moved; in canvas pixels. */
export function resizeNote(options: {
  id: string;
  size: { width: number; height: number };
  position?: { x: number; y: number };
}): Operation {
  const { id, size, position = {} } = options;
  return onNotes(message('operation.notes.resize'), (notes) =>
    updateNote(notes, id, { ...position, ...fittingSize(size) }),
  );
}
