import { message } from '../messages/message.ts';
import { type Arranged, arrange, type Box } from './arrange.ts';
import type { Operation } from './operation.ts';

/** Spaces components and notes evenly between the outermost two, which stay. */
export function distributeComponents(options: Arranged & { direction: 'across' | 'down' }): Operation {
  const across = options.direction === 'across';
  const length = (box: Box) => (across ? box.width : box.height);
  const start = (box: Box) => (across ? box.x : box.y);
  return arrange(message(`operation.distribute.${options.direction}`), options, 3, (boxes) => {
    const row = boxes.toSorted((a, b) => start(a) - start(b) || start(a) + length(a) - start(b) - length(b));
    const first = row[0]!;
    const last = row.at(-1)!;
    const filled = row.reduce((sum, box) => sum + length(box), 0);
    const gap = (start(last) + length(last) - start(first) - filled) / (row.length - 1);
    let at = start(first);
    return row.map((box) => {
      const value = box === first || box === last ? start(box) : Math.round(at);
      at += length(box) + gap;
      return across ? { ...box, x: value } : { ...box, y: value };
    });
  });
}
