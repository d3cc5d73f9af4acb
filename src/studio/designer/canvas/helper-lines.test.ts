import { expect, test } from 'vitest';
import { helperLines } from './helper-lines.ts';

const card = (x: number, y: number, height = 64) => ({ x, y, width: 240, height });

test('a box near the line of another falls into it, and the line spans both', () => {
  expect(helperLines(card(403, 200), [card(400, 0)], 5)).toEqual({
    dx: -3,
    dy: 0,
    guides: [{ direction: 'down', at: 400, from: 0, to: 264 }],
  });
});

test('of several lines the nearest counts, across and down apart', () => {
  const { dx, dy, guides } = helperLines(card(104, 52), [card(100, 500), card(102, 900), card(600, 50)], 5);
  expect([dx, dy]).toEqual([-2, -2]);
  expect(guides.map(({ direction, at }) => [direction, at])).toEqual([
    ['down', 102],
    ['across', 50],
  ]);
});

test('middles and ends count too', () => {
  expect(helperLines(card(1000, 37), [card(0, 0, 136)], 5)).toMatchObject({ dy: -1 });
  expect(helperLines(card(1000, 70), [card(0, 0, 136)], 5)).toMatchObject({ dy: 2 });
});

test('out of reach nothing happens', () => {
  expect(helperLines(card(406, 106), [card(400, 0)], 5)).toEqual({ dx: 0, dy: 0, guides: [] });
});
