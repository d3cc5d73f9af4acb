import type { Descriptor } from './descriptor.ts';
import { nodeOf } from './graph.ts';

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
  const cards = Object.values(descriptor);
  const anchor =
    (id === undefined ? undefined : nodeOf(descriptor, id)) ??
    cards.reduce<{ x: number; y: number } | undefined>(
      (rightmost, card) => (rightmost && rightmost.x >= card.x ? rightmost : card),
      undefined,
    );
  if (!anchor) return { x: 10 * grid, y: 10 * grid };

  const x = snapUp(anchor.x + cardWidth + cardGap);
  let y = snapUp(anchor.y);
  const inTheWay = cards
    .filter((card) => Math.abs(card.x - x) < cardWidth && card.y + cardHeight > y)
    .sort((a, b) => a.y - b.y);
  for (const card of inTheWay) {
    if (card.y >= y + cardHeight) break;
    y = Math.max(y, snapUp(card.y + cardHeight + cardGap));
  }
  return { x, y };
}

function snapUp(value: number): number {
  return Math.ceil(value / grid) * grid;
}
