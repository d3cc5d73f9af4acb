import type { Descriptor } from '../../../flow/descriptor.ts';
import type { Message } from '../../../flow/messages/message.ts';
import { insertComponents } from '../../../flow/operations/insert-components.ts';
import type { Operation } from '../../../flow/operations/operation.ts';
import { cardHeight, cardWidth, grid } from '../../../flow/placement.ts';
import { clipType, clipVersion } from './flow-text.ts';

type Place = { x: number; y: number };

/** The components with these ids as text for the clipboard. */
export function clipOf(descriptor: Descriptor, ids: string[]): string {
  const chosen = new Set(ids);
  const components = Object.fromEntries(Object.entries(descriptor).filter(([id]) => chosen.has(id)));
  return JSON.stringify({ type: clipType, version: clipVersion, components }, null, 2);
}

/**
 * Puts components into a flow under new ids, their middle at a place of the canvas; farther on when something stands
 * exactly there already, as after pasting twice.
 */
export function pasteAt(
  components: Descriptor,
  options: { at: Place; into: Descriptor; newId: () => string; name?: Message },
): { operation: Operation; ids: string[] } {
  const { at, into, newId, name } = options;
  const newIds = Object.fromEntries(Object.keys(components).map((id) => [id, newId()]));
  const middle = middleOf(components);
  let dx = snap(at.x - middle.x);
  let dy = snap(at.y - middle.y);
  const taken = new Set(Object.values(into).map(({ x, y }) => `${x} ${y}`));
  while (Object.values(components).some(({ x, y }) => taken.has(`${x + dx} ${y + dy}`))) {
    dx += 2 * grid;
    dy += 2 * grid;
  }
  return {
    operation: insertComponents({ components, newIds, dx, dy, ...(name === undefined ? {} : { name }) }),
    ids: Object.values(newIds),
  };
}

function middleOf(components: Descriptor): Place {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of Object.values(components)) {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + cardWidth);
    box.bottom = Math.max(box.bottom, y + cardHeight / 2);
  }
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

function snap(value: number): number {
  return Math.round(value / grid) * grid;
}
