import { expect, test } from 'vitest';
import { scaleToFit } from './minimap-scale.ts';

const size = { width: 100, height: 60 };

test('all boxes fit, in the middle, within the margin', () => {
  const { factor, corner } = scaleToFit(
    [
      { x: -200, y: 0, width: 100, height: 100 },
      { x: 500, y: 300, width: 100, height: 100 },
    ],
    size,
    10,
  )!;
  expect(factor).toBeCloseTo(0.1);
  const small = (x: number, y: number) => [(x - corner.x) * factor, (y - corner.y) * factor];
  expect(small(-200, 0)).toEqual([expect.closeTo(10), expect.closeTo(10)]);
  expect(small(600, 400)).toEqual([expect.closeTo(90), expect.closeTo(50)]);
});

test('nothing to show, nothing to scale', () => {
  expect(scaleToFit([], size, 10)).toBeUndefined();
});
