import { expect, test } from 'vitest';
import { durationMs } from './duration.ts';

test.each([
  ['5m', 300_000],
  ['1h 30m', 5_400_000],
  ['1h30m', 5_400_000],
  ['2 days', 172_800_000],
  ['1 week', 604_800_000],
  ['1.5 H', 5_400_000],
  ['0s', 0],
  [' 10 seconds ', 10_000],
])('%j is a time', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each(['', '5', 'm', '5 parsecs', '5m and more', '5m, 3s', '-5m', undefined, 5])('%j is none', (text) => {
  expect(durationMs(text)).toBeUndefined();
});
