import type { Descriptor } from '../descriptor.ts';
import { downstreamOf, nodeOf, outgoing } from '../graph.ts';
import { message } from '../messages/message.ts';
import { cardGap, cardWidth } from '../placement.ts';
import { moveComponents } from './move-components.ts';
import type { Operation } from './operation.ts';

/** px between two cards that still let one see the link */
const leastGap = cardGap / 2;

/** Pushes all that follows a component to the right, as far as what comes next to it needs to stand clear of it. */
export function makeRoom({ after }: { after: string }): Operation {
  return {
    name: message('operation.makeRoom'),
    apply(descriptor) {
      const distance = missing(descriptor, after);
      if (distance === 0) return descriptor;
      const positions = downstreamOf(descriptor, after).flatMap((id) => {
        const node = nodeOf(descriptor, id);
        return node ? [[id, { x: node.x + distance, y: node.y }] as const] : [];
      });
      return moveComponents({ positions: Object.fromEntries(positions) }).apply(descriptor);
    },
  };
}

/** What lacks, in canvas pixels, between a component and the nearest of those it sends to. */
function missing(descriptor: Descriptor, id: string): number {
  const node = nodeOf(descriptor, id);
  const next = outgoing(descriptor, id).flatMap(({ to }) => nodeOf(descriptor, to)?.x ?? []);
  if (!node || next.length === 0) return 0;
  const nearest = next.reduce((least, x) => Math.min(least, x));
  const edge = node.x + cardWidth;
  return nearest >= edge + leastGap ? 0 : edge + cardGap - nearest;
}
