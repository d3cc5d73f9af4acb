import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPause } from './pause.ts';

/** A clock that tests move. */
function stopwatch() {
  let passed = 0;
  return { read: () => passed, pass: (ms: number) => void (passed += ms) };
}

test('a pause is due once the event loop has been kept for ten milliseconds, and not behind it', async () => {
  const { read, pass } = stopwatch();
  const pause = createPause(read);
  pass(9);
  expect(pause.isDue()).toBe(false);
  pass(1);
  expect(pause.isDue()).toBe(true);
  await pause.take();
  expect(pause.isDue()).toBe(false);
});

test('who has waited for something else has kept nobody from their turns', async () => {
  const { read, pass } = stopwatch();
  const pause = createPause(read);
  await nextTurn();
  pass(5_000);
  expect(pause.isDue()).toBe(false);
});

test('those who take one at once go on one in a turn', async () => {
  let turns = 0;
  const counted: number[] = [];
  const pauses = ['a', 'b', 'c'].map(() => createPause());
  const taken = Promise.all(pauses.map((pause) => pause.take().then(() => counted.push(turns))));
  for (; turns < 5; turns += 1) await nextTurn();
  await taken;
  expect(new Set(counted).size).toBe(3);
});
