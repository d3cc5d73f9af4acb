import { expect, test } from 'vitest';
import { isSmall, opensAtFirst, summaryOf } from './limits.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('a value is small up to the limit, itself and its containers counted', () => {
  expect(isSmall(numbers(9), 10)).toBe(true);
  expect(isSmall(numbers(10), 10)).toBe(false);
  expect(isSmall({ a: numbers(4), b: numbers(4) }, 11)).toBe(true);
  expect(isSmall({ a: numbers(4), b: numbers(4) }, 10)).toBe(false);
});

test('a small document opens whole', () => {
  const deep = { a: { b: { c: 1 } } };
  expect(opensAtFirst(deep.a.b, 2, deep)).toBe(true);
});

test('a big document opens at the top, and one level below only where little stands there', () => {
  const root = { data: { issue: numbers(100), action: 'opened' }, list: numbers(100) };
  expect(opensAtFirst(root, 0, root)).toBe(true);
  expect(opensAtFirst(root.data, 1, root)).toBe(true);
  expect(opensAtFirst(root.list, 1, root)).toBe(false);
  expect(opensAtFirst(root.data.issue, 2, root)).toBe(false);
});

test.each([
  [[], '[ 0 items ]'],
  [[1], '[ 1 item ]'],
  [{ a: 1 }, '{ 1 key }'],
  [{ a: 1, b: 2 }, '{ 2 keys }'],
])('a folded %j reads %s', (value, text) => {
  expect(summaryOf(value)).toBe(text);
});
