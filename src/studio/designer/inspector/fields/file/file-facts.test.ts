import { expect, test } from 'vitest';
import { sizeText } from './file-facts.ts';

test.each([
  [0, '0 byte'],
  [1023, '1,023 byte'],
  [1024, '1 kB'],
  [1_900_000, '1.8 MB'],
  [52_428_800, '50 MB'],
  [3 * 1024 ** 4, '3,072 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});
