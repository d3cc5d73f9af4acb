import { expect, test } from 'vitest';
import { beyondLinear } from './beyond-linear.ts';

test.each([
  ['x(?=y)', '(?='],
  ['x(?!y)', '(?!'],
  ['(?<=x)y', '(?<='],
  ['(?<!x)y', '(?<!'],
  ['(x)\\1', '\\1'],
  ['(?<n>x)\\k<n>', '\\k<'],
  ['(?:x)|(?<n>y)', undefined],
  ['\\(?=x', undefined],
  ['[(?=]', undefined],
  ['[\\](?=]', undefined],
  ['\\\\1', undefined],
  ['(', undefined],
])('%s', (pattern, expected) => {
  expect(beyondLinear(pattern)).toBe(expected);
});
