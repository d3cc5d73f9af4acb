import { expect, test } from 'vitest';
import type { Gathered } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

const from = (sender: string | undefined, rest: Partial<Gathered> = {}): Gathered => ({
  inPort: sender ? 'in' : 'timeout',
  sender,
  content: {},
  originalContent: {},
  position: [],
  emitted: [],
  timers: [],
  ...rest,
});

async function came(earlier: Gathered[], current: Gathered, properties = {}) {
  const context = testContext({
    properties,
    gathering: { earlier, current, senders: ['a', 'b'] },
    ...(current.sender ? {} : { timeout: {} }),
  });
  await behaviour.receive(context);
  return context;
}

test('it goes on once when each sender has sent', async () => {
  expect((await came([], from('a'))).sent).toEqual([]);
  expect((await came([from('a')], from('a'))).sent).toEqual([]);
  expect((await came([from('a')], from('b'))).sent).toEqual([{ port: 'out', content: {} }]);
  const done = [from('a'), from('b', { emitted: ['out'] })];
  expect((await came(done, from('a'))).sent).toEqual([]);
  expect((await came([...done, from('a')], from('b'))).sent).toEqual([{ port: 'out', content: {} }]);
});

test('the time runs from the first message on', async () => {
  const properties = { timeout: '2h' };
  expect((await came([], from('a'), properties)).timers).toMatchObject([{ ms: 7_200_000 }]);
  const waiting = from('a', { timers: ['t0'] });
  expect(await came([waiting], from('b'), properties)).toMatchObject({ cleared: ['t0'], timers: [] });
  expect((await came([waiting], from(undefined))).sent).toEqual([
    { port: 'timeout', content: { count: 2, arrived: 1 } },
  ]);
  const over = [waiting, from(undefined, { emitted: ['timeout'] })];
  expect((await came(over, from('b'))).sent).toEqual([]);
  await expect(came([], from('a'), { timeout: 'soon' })).rejects.toMatchObject({ name: 'CancelError' });
});
