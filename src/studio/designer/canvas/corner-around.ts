import { cardWidth, onGrid } from '../../../flow/placement.ts';
import { headerHeight } from './card-size.ts';

/** Where a card's corner goes, on the grid, for its header to be centred at a point of the canvas. */
export function cornerAround({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: onGrid(x - cardWidth / 2), y: onGrid(y - headerHeight / 2) };
}
