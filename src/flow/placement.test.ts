import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from './descriptor.ts';
import { cardHeight, cardWidth, freePositionAfter, grid } from './placement.ts';
import { node } from './testing/flow.ts';

const at = (x: number, y: number) => node('join', {}, { x, y });

test('goes right of the card, in line with it', () => {
  expect(freePositionAfter({ a: at(0, 32) }, 'a')).toEqual({ x: 320, y: 32 });
  expect(freePositionAfter({ a: at(3, 5) }, 'a')).toEqual({ x: 336, y: 16 });
});

test('goes below what stands there already', () => {
  const flow: Descriptor = { a: at(0, 0), b: at(320, 0), c: at(320, 208) };
  expect(freePositionAfter(flow, 'a')).toEqual({ x: 320, y: 416 });
});

test('without a card to follow it goes right of the rightmost, and an empty flow has a first place', () => {
  expect(freePositionAfter({ a: at(0, 0), b: at(640, 64), c: at(320, 0) }, undefined)).toEqual({
    x: 960,
    y: 64,
  });
  expect(freePositionAfter({ a: at(0, 0) }, 'gone')).toEqual({ x: 320, y: 0 });
  expect(freePositionAfter({}, undefined)).toEqual({ x: 160, y: 160 });
});

test('never covers a card and always lies on the grid', () => {
  const coordinate = fc.integer({ min: -800, max: 800 });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 }), (places) => {
      const flow = Object.fromEntries(places.map(([x, y], index) => [`n${index}`, at(x, y)]));
      const free = freePositionAfter(flow, 'n0');
      expect(Math.abs(free.x % grid) + Math.abs(free.y % grid)).toBe(0);
      for (const { x, y } of Object.values(flow)) {
        const apart = Math.abs(x - free.x) >= cardWidth || Math.abs(y - free.y) >= cardHeight;
        expect(apart).toBe(true);
      }
    }),
  );
});
