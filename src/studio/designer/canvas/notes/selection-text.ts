import { canvasText } from '../../../text/english/canvas.ts';
import { notesText } from '../../../text/english/notes.ts';

/** "3 components", "1 note", "3 components and 1 note". */
export function selectionText(components: number, notes: number): string {
  const texts = {
    components: canvasText('components', { count: components }),
    notes: notesText('selection.notes', { count: notes }),
  };
  if (notes === 0) return texts.components;
  return components === 0 ? texts.notes : notesText('selection.both', texts);
}
