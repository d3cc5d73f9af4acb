import { expect, test } from 'vitest';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

test('it is called again after its time, and then sends on what came', async () => {
  const waiting = testContext({ input: { interval: '1h 30m' } });
  await behaviour.receive(waiting);
  expect(waiting.sent).toEqual([]);
  expect(waiting.timers).toEqual([{ content: { message: {} }, ms: 5_400_000 }]);
  const called = testContext({ timeout: { message: { n: 1 } } });
  await behaviour.receive(called);
  expect(called.sent).toEqual([{ port: 'out', content: { n: 1 } }]);
});

test('it waits until a moment, which counts before an interval; one that has passed holds nothing', async () => {
  const until = testContext({ input: { interval: '5m', until: '2026-02-03T05:05:06.000Z' } });
  await behaviour.receive(until);
  expect(until.timers).toMatchObject([{ ms: 3_600_000 }]);
  const past = testContext({ input: { until: '2026-02-03' } });
  await behaviour.receive(past);
  expect(past).toMatchObject({ timers: [], sent: [{ port: 'out' }] });
});

test.each([
  [{}, 'neither'],
  [{ interval: ' ', until: '' }, 'neither'],
  [{ interval: 'a while' }, 'a while'],
  [{ interval: '5' }, '5m'],
  [{ until: 'tomorrow' }, 'tomorrow'],
])('%j is no time, and another try changes nothing', async (input, told) => {
  const context = testContext({ input });
  await expect(behaviour.receive(context)).rejects.toMatchObject({
    name: 'CancelError',
    message: expect.stringContaining(told) as string,
  });
});
