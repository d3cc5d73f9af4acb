import type { Descriptor } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import type { Message } from '../messages/message.ts';
import { moveComponents } from './move-components.ts';
import type { Operation } from './operation.ts';

/** Sizes of cards by component id, in canvas pixels: they follow from manifests, not from the document. */
export type Sizes = Record<string, { width: number; height: number }>;

export type Box = { id: string; x: number; y: number; width: number; height: number };

/** An operation that gives cards new places by their boxes; with fewer than `fewest` of them it changes nothing. */
export function arrange(
  name: Message,
  { ids, sizes }: { ids: string[]; sizes: Sizes },
  fewest: number,
  place: (boxes: Box[]) => Box[],
): Operation {
  return {
    name,
    apply(descriptor) {
      const boxes = boxesOf(descriptor, ids, sizes);
      if (boxes.length < fewest) return descriptor;
      const positions = place(boxes).map(({ id, x, y }) => [id, { x, y }] as const);
      return moveComponents({ positions: Object.fromEntries(positions) }).apply(descriptor);
    },
  };
}

function boxesOf(descriptor: Descriptor, ids: string[], sizes: Sizes): Box[] {
  return [...new Set(ids)].flatMap((id) => {
    const node = nodeOf(descriptor, id);
    const size = Object.hasOwn(sizes, id) ? sizes[id] : undefined;
    return node && size ? [{ id, x: node.x, y: node.y, ...size }] : [];
  });
}

/** The least value among the boxes. */
export function least(boxes: Box[], of: (box: Box) => number): number {
  return boxes.reduce((value, box) => Math.min(value, of(box)), Number.POSITIVE_INFINITY);
}
