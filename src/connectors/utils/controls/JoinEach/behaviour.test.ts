import { expect, test } from 'vitest';
import type { Gathered } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

const message = (
  inPort: string,
  content: Record<string, unknown>,
  rest: Partial<Gathered> = {},
): Gathered => ({
  inPort,
  sender: 's',
  content,
  originalContent: { of: 'sender' },
  position: [0],
  emitted: [],
  timers: [],
  ...rest,
});

/** What happens when the last of the messages comes. */
async function came(...messages: Gathered[]) {
  const current = messages.at(-1)!;
  const timeout = current.inPort === 'timeout' ? { timeout: current.content } : {};
  const gathering = { earlier: messages.slice(0, -1), current, senders: ['s'] };
  const context = testContext({ gathering, ...timeout });
  await behaviour.receive(context);
  return context;
}

test('it waits for as many as the count says, whichever comes first', async () => {
  expect(await came(message('in', {}))).toMatchObject({ sent: [], timers: [] });
  expect(await came(message('count', { count: 1 }))).toMatchObject({ sent: [], timers: [] });
  const sent = [{ port: 'out', content: { items: [{ of: 'sender' }] } }];
  expect(await came(message('in', {}), message('count', { count: 1 }))).toMatchObject({ sent });
  expect(await came(message('count', { count: '1' }), message('in', {}))).toMatchObject({ sent });
  expect((await came(message('count', { count: 0 }))).sent).toEqual([
    { port: 'out', content: { items: [] } },
  ]);
});

test('items stand in the order of their list, and what is named of a message is taken', async () => {
  const { sent } = await came(
    message('in', { item: 'third' }, { position: [0, 10] }),
    message('in', { item: 'first' }, { position: [0, 1] }),
    message('in', { item: 'second' }, { position: [0, 2] }),
    message('count', { count: 3 }),
  );
  expect(sent).toEqual([{ port: 'out', content: { items: ['first', 'second', 'third'] } }]);
});

test('the time runs from the count on, and is taken back when all have come', async () => {
  const count = message('count', { count: 2, timeout: '10m' });
  expect((await came(message('in', {}), count)).timers).toMatchObject([{ ms: 600_000 }]);
  const set = { ...count, timers: ['t0'] };
  expect(await came(message('in', {}), set, message('in', {}))).toMatchObject({
    cleared: ['t0'],
    sent: [{ port: 'out' }],
  });
  const late = message('timeout', { timeout: '10m' });
  expect((await came(message('in', { item: 1 }), set, late)).sent).toEqual([
    { port: 'timeout', content: { items: [1], count: 2, arrived: 1 } },
  ]);
});

test('what comes too late changes nothing', async () => {
  const over = message('timeout', {}, { emitted: ['timeout'] });
  expect((await came(message('count', { count: 1 }), over, message('in', {}))).sent).toEqual([]);
});

test('messages with different correlation ids do not belong together', async () => {
  const { sent } = await came(
    message('in', { item: 1, correlationId: 'a' }),
    message('in', { item: 2, correlationId: 'b' }),
    message('count', { count: 1, correlationId: 'b' }),
  );
  expect(sent).toEqual([{ port: 'out', content: { items: [2] } }]);
});

test.each([{ count: 'many' }, { count: -1 }, { count: 1.5 }, {}, { count: 2, timeout: 'soon' }])(
  '%j is refused',
  async (content) => {
    await expect(came(message('count', content))).rejects.toMatchObject({ name: 'CancelError' });
  },
);
