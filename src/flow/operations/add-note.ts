import { message } from '../messages/message.ts';
import { fittingSize, noteSize } from '../notes.ts';
import { onNotes, type Operation } from './operation.ts';

/** Puts an empty note on the canvas, its top left corner at (x, y). */
export function addNote(options: { id: string; x: number; y: number; content?: string }): Operation {
  const { id, x, y, content = '' } = options;
  return onNotes(message('operation.notes.add'), (notes) =>
    Object.hasOwn(notes, id) ? notes : { ...notes, [id]: { x, y, ...fittingSize(noteSize), content } },
  );
}
