import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idly } from './when-idle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Each step takes five milliseconds. */
function* steps(count: number, done: number[]) {
  for (let step = 1; step <= count; step++) {
    vi.setSystemTime(Date.now() + 5);
    vi.spyOn(performance, 'now').mockReturnValue(Date.now());
    done.push(step);
    yield;
  }
}

test('steps take turns of a few milliseconds, and can be called off between them', () => {
  vi.spyOn(performance, 'now').mockReturnValue(Date.now());
  const done: number[] = [];
  const callOff = idly(steps(10, done));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2, 3, 4]);
  callOff();
  vi.runAllTimers();
  expect(done).toHaveLength(4);
});

test('they come to an end', () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const left = [1, 2, 3].values();
  idly(left);
  vi.runAllTimers();
  expect(left.next().done).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
