import { expect, test } from 'vitest';
import { besidePills } from './drop-place.ts';

test('what is dropped on a pill lands on its nearer side', () => {
  const text = 'a {{{12345}}} b';
  const at = (offset: number) => besidePills(text, offset);
  expect([0, 2, 3, 7, 8, 12, 13, 15].map(at)).toEqual([0, 2, 2, 2, 13, 13, 13, 15]);
});
