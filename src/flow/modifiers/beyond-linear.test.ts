import { expect, test } from 'vitest';
import { beyondLinear } from './beyond-linear.ts';
import { linearPatterns } from './linear-pattern.ts';

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
  ['\\12', undefined],
  ['\\18', '\\1'],
  ['\\8', '\\8'],
  ['\\Q(?=\\1\\Ex', undefined],
  ['\\Q(?=\\E(?!x)', '(?!'],
  ['\\Q(?=', undefined],
  ['[(?=', undefined],
  ['[\\', undefined],
  ['(', undefined],
])('%s', (pattern, expected) => {
  expect(beyondLinear(pattern)).toBe(expected);
});

test.each(['', '\\', '(?=x)'])('a pattern of nothing but open classes is refused at once: …%s', (end) => {
  const started = process.cpuUsage();
  expect(() => linearPatterns(() => 0)('['.repeat(100_000) + end, '')).toThrow('longer than 2000 characters');
  expect(beyondLinear('['.repeat(1_900) + end)).toBeUndefined();
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
});
