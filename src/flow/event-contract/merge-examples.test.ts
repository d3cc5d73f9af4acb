import { expect, test } from 'vitest';
import { mergeExamples } from './merge-examples.ts';

test('several pieces of data make one that has every field', () => {
  const first = { email: 'ann@example.com', address: null, tags: [] };
  const second = { email: 'bo@example.com', address: { city: 'Graz' }, tags: [{ id: 1 }], vip: true };
  expect(mergeExamples([first, second])).toEqual({
    email: 'ann@example.com',
    address: { city: 'Graz' },
    tags: [{ id: 1 }],
    vip: true,
  });
});

test('a single one stays as it is, lists and long texts too', () => {
  const only = { lines: [{ sku: 'a' }, { sku: 'b' }], text: 'x'.repeat(500) };
  expect(mergeExamples([only])).toBe(only);
});

const wide = (from: number) =>
  Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`k${from + index}`, index]));

test('many keys are no reason to show none', () => {
  const merged = mergeExamples([wide(0), wide(500)]) as Record<string, number>;
  expect(Object.keys(merged)).toHaveLength(1_501);
  expect(merged['k0']).toBe(0);
});
