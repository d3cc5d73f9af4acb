import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('owners take turns, whatever one of them has waiting', () => {
  const turns = createTurns<string>({ ofOwner: 10, ofAll: 20 });
  for (const item of ['a1', 'a2', 'a3']) turns.add('a', item);
  turns.add('b', 'b1');
  expect([turns.next(), turns.next()]).toEqual(['a1', 'b1']);
  turns.add('b', 'b2');
  expect([turns.next(), turns.next(), turns.next(), turns.next()]).toEqual(['a2', 'b2', 'a3', undefined]);
});

test('one owner can fill its own share only', () => {
  const turns = createTurns<number>({ ofOwner: 2, ofAll: 3 });
  expect([turns.add('a', 1), turns.add('a', 2), turns.add('a', 3), turns.add('b', 4)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(turns.add('c', 5)).toBe(false);
  expect(turns.takeAll()).toEqual([1, 2, 4]);
  expect(turns.next()).toBeUndefined();
  expect(turns.add('a', 6)).toBe(true);
});
