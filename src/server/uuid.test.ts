import { expect, test } from 'vitest';
import { createUuidV7, isUuid } from './uuid.ts';

test('ids sort in the order they were made, a clock that goes back notwithstanding', () => {
  const times = [1_000, 1_000, 999, 1_001, 5];
  let at = 0;
  const newId = createUuidV7(() => new Date(times[Math.min(at++, times.length - 1)]!));
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id holds its time, version 7 and variant', () => {
  const id = createUuidV7(() => new Date(0x0123_4567_89ab))();
  expect(id).toMatch(/^01234567-89ab-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(isUuid(id)).toBe(true);
  expect(isUuid(`${id}\n`)).toBe(false);
});
