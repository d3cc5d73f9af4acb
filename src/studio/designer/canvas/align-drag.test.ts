import { expect, test } from 'vitest';
import { alignDrag, type View } from './align-drag.ts';
import type { CardNode } from './projection.ts';

const card = (id: string, x: number, y: number) =>
  ({ id, position: { x, y }, width: 240, height: 64 }) as CardNode;
const nodes = [card('a', 0, 0), card('b', 300, 100), card('fixed', 603, 400), card('far', 5000, 203)];
const view: View = { transform: [0, 0, 1], width: 1200, height: 800 };
const to = (id: string, x: number, y: number) => ({
  id,
  type: 'position' as const,
  dragging: true,
  position: { x, y },
});

test('cards dragged together fall into line together', () => {
  const { changes, guides } = alignDrag([to('a', 600, 100), to('b', 900, 200)], nodes, view);
  expect(changes.map(({ position }) => position)).toEqual([
    { x: 603, y: 100 },
    { x: 903, y: 200 },
  ]);
  expect(guides).toEqual([{ direction: 'down', at: 603, from: 100, to: 464 }]);
});

test('what one does not see draws no line', () => {
  const changes = [to('a', 100, 200)];
  expect(alignDrag(changes, nodes, view)).toEqual({ changes, guides: [] });
  expect(alignDrag(changes, nodes, { ...view, width: 6000 }).guides).toHaveLength(1);
});

test('the reach is of the screen, whatever the zoom', () => {
  const near = [to('a', 594, 600)];
  expect(alignDrag(near, nodes, view).guides).toEqual([]);
  expect(alignDrag(near, nodes, { ...view, transform: [0, 0, 0.5] }).guides).toHaveLength(1);
});
