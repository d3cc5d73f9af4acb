import { cardWidth } from '../../../flow/placement.ts';
import type { CardPorts } from './card-ports.ts';

/** Canvas pixels. */
export const headerHeight = 64;
export const rowHeight = 24;
const footHeight = 8;

/** A port's place on a card: the middle of its dot, from the card's top left corner. */
export type PortPlace = { name: string; x: number; y: number };

export type CardGeometry = { width: number; height: number; in: PortPlace[]; out: PortPlace[]; rows: number };

/**
 * Size of a card and places of its ports, from its ports alone: nothing has to be measured in the page. A single port
 * stands in the middle of the header; several stand on rows of their own below it.
 */
export function cardGeometry(ports: CardPorts): CardGeometry {
  const rows = Math.max(rowsOf(ports.in), rowsOf(ports.out));
  return {
    width: cardWidth,
    height: rows === 0 ? headerHeight : headerHeight + rows * rowHeight + footHeight,
    in: places(ports.in, 0),
    out: places(ports.out, cardWidth),
    rows,
  };
}

function rowsOf(names: string[]): number {
  return names.length > 1 ? names.length : 0;
}

function places(names: string[], x: number): PortPlace[] {
  if (names.length === 1) return names.map((name) => ({ name, x, y: headerHeight / 2 }));
  return names.map((name, row) => ({ name, x, y: headerHeight + row * rowHeight + rowHeight / 2 }));
}
