import type { Catalogue, ComponentDefinition } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import { nodeOf } from '../graph.ts';
import { fits, type Gap } from '../insertion.ts';
import {
  cardGap,
  cardWidth,
  freePositionAfter,
  freePositionBefore,
  freePositionBelow,
  positionOnLink,
} from '../placement.ts';
import { without } from '../record.ts';
import { addComponent } from './add-component.ts';
import { fillGap } from './fill-gap.ts';
import { makeRoom } from './make-room.ts';
import { moveComponents } from './move-components.ts';
import { sequence, type Operation } from './operation.ts';

/**
 * Puts a new component into a gap: at `at`, else where it stands well. What follows makes room. Where it may not go,
 * nothing changes.
 */
export function insertComponent(options: {
  gap: Gap;
  id: string;
  component: ComponentDefinition;
  /** The card's corner, in canvas pixels. */
  at?: { x: number; y: number } | undefined;
  catalogue: Catalogue;
}): Operation {
  const { gap, id, component, at, catalogue } = options;
  const { name } = addComponent({ id, component, x: 0, y: 0 });
  return {
    name,
    apply(descriptor) {
      if (nodeOf(descriptor, id) || !fits(descriptor, catalogue, gap, component)) return descriptor;
      const place = at ?? placeIn(descriptor, gap);
      return sequence({
        name,
        operations: [addComponent({ id, component, ...place }), spliceComponent({ gap, id, at, catalogue })],
      }).apply(descriptor);
    },
  };
}

/**
 * Joins a component that stands in the flow to a gap, `at` another place if given. It moves clear of what it follows, and
 * what follows it makes room.
 */
export function spliceComponent(options: {
  gap: Gap;
  id: string;
  at?: { x: number; y: number } | undefined;
  catalogue: Catalogue;
}): Operation {
  const { gap, id, at, catalogue } = options;
  const fill = fillGap({ gap, id, catalogue });
  return {
    name: fill.name,
    apply(descriptor) {
      const moved = at ? moveComponents({ positions: { [id]: at } }).apply(descriptor) : descriptor;
      const joined = fill.apply(moved);
      if (joined === moved) return moved;
      if (gap.kind !== 'on') return joined;
      return makeRoom({ after: id }).apply(clearOfSender(joined, id, gap.link.from));
    },
  };
}

function clearOfSender(descriptor: Descriptor, id: string, from: string): Descriptor {
  const node = nodeOf(descriptor, id);
  const sender = nodeOf(descriptor, from);
  if (!node || !sender || node.x >= sender.x + cardWidth + cardGap / 2) return descriptor;
  return moveComponents({ positions: { [id]: { x: sender.x + cardWidth + cardGap, y: node.y } } }).apply(
    descriptor,
  );
}

function placeIn(descriptor: Descriptor, gap: Gap): { x: number; y: number } {
  if (gap.kind === 'after') return freePositionAfter(descriptor, gap.from);
  if (gap.kind === 'before')
    return freePositionBefore(descriptor, nodeOf(descriptor, gap.to) ?? { x: 0, y: 0 });
  const place = positionOnLink(descriptor, gap.link);
  // What follows will move on, so it is not in the way.
  return freePositionBelow(without(descriptor, gap.link.to), place);
}
