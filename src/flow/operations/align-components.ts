import { message } from '../messages/message.ts';
import { type Arranged, arrange, least } from './arrange.ts';
import type { Operation } from './operation.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Brings components and notes into one line: to the outermost edge among them, or to the middle of the whole. */
export function alignComponents(options: Arranged & { edge: Edge }): Operation {
  const { edge } = options;
  return arrange(message(`operation.align.${edge}`), options, 2, (boxes) => {
    const across = edge === 'left' || edge === 'centre' || edge === 'right';
    const start = least(boxes, (box) => (across ? box.x : box.y));
    const end = -least(boxes, (box) => -(across ? box.x + box.width : box.y + box.height));
    return boxes.map((box) => {
      const room = end - start - (across ? box.width : box.height);
      const offset =
        edge === 'left' || edge === 'top' ? 0 : edge === 'right' || edge === 'bottom' ? room : room / 2;
      const value = Math.round(start + offset);
      return across ? { ...box, x: value } : { ...box, y: value };
    });
  });
}
