import { expect, test } from 'vitest';
import { createHeardNames } from './heard-names.ts';

const paid = { userId: 'a', name: 'paid' };

test('an event is known for what it was when it came last', () => {
  const names = createHeardNames();
  expect(names.has(paid)).toBe(false);
  names.note(paid, true);
  expect(names.has({ ...paid })).toBe(true);
  expect(names.has({ userId: 'b', name: 'paid' })).toBe(false);
  expect(names.has({ userId: 'a', name: 'Paid' })).toBe(false);
  names.note(paid, false);
  expect(names.has(paid)).toBe(false);
});

test('however many names come, those that are known stay few, and the latest is among them', () => {
  const names = createHeardNames();
  const all = Array.from({ length: 25_000 }, (_, index) => ({ userId: 'a', name: `event-${index}` }));
  for (const name of all) names.note(name, true);
  expect(names.has(all.at(-1)!)).toBe(true);
  expect(all.filter((name) => names.has(name)).length).toBeLessThanOrEqual(10_000);
});
