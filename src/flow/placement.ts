import type { Descriptor } from './descriptor.ts';
import { nodeOf, type Link } from './graph.ts';

/** Cards snap to this grid; all lengths here are canvas pixels. */
export const grid = 16;
export const cardWidth = 240;
/** The tallest card. */
export const cardHeight = 120;
export const cardGap = 80;

/**
 * Where a new card goes without covering another: right of the card `id`, else right of the rightmost card, and from
 * there down to the first free place.
 */
export function freePositionAfter(descriptor: Descriptor, id: string | undefined): { x: number; y: number } {
  const anchor =
    (id === undefined ? undefined : nodeOf(descriptor, id)) ??
    Object.values(descriptor).reduce<{ x: number; y: number } | undefined>(
      (rightmost, card) => (rightmost && rightmost.x >= card.x ? rightmost : card),
      undefined,
    );
  if (!anchor) return { x: 10 * grid, y: 10 * grid };
  return freePositionBelow(descriptor, { x: anchor.x + cardWidth + cardGap, y: anchor.y });
}

/** Left of a card, where something that feeds it goes; from there down to the first free place. */
export function freePositionBefore(descriptor: Descriptor, card: { x: number; y: number }) {
  return freePositionBelow(descriptor, { x: card.x - cardWidth - cardGap, y: card.y });
}

/**
 * Where a new card goes that stands in the middle of a link: in the row of what follows, half way there but clear of
 * what comes before. It may cover what follows, which `makeRoom` then pushes on.
 */
export function positionOnLink(descriptor: Descriptor, { from, to }: Link): { x: number; y: number } {
  const sender = nodeOf(descriptor, from) ?? { x: 0, y: 0 };
  const target = nodeOf(descriptor, to) ?? sender;
  const least = sender.x + cardWidth + cardGap;
  return { x: snapUp(Math.max(least, (sender.x + target.x) / 2)), y: snapUp(target.y) };
}

/** The first place at or below a point, on the grid, where a card covers no other. */
export function freePositionBelow(
  descriptor: Descriptor,
  from: { x: number; y: number },
): { x: number; y: number } {
  const x = snapUp(from.x);
  let y = snapUp(from.y);
  const inTheWay = Object.values(descriptor)
    .filter((card) => Math.abs(card.x - x) < cardWidth && card.y + cardHeight > y)
    .sort((a, b) => a.y - b.y);
  for (const card of inTheWay) {
    if (card.y >= y + cardHeight) break;
    y = Math.max(y, snapUp(card.y + cardHeight + cardGap));
  }
  return { x, y };
}

/** The grid line nearest to a coordinate. */
export function onGrid(value: number): number {
  return Math.round(value / grid) * grid;
}

function snapUp(value: number): number {
  return Math.ceil(value / grid) * grid;
}
