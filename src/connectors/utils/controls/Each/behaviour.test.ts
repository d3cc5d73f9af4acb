import { expect, test } from 'vitest';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

async function sentFor(list: unknown) {
  const context = testContext({ input: { list } });
  await behaviour.receive(context);
  return context.sent;
}

test.each([[['a', { b: 1 }]], ['["a", {"b": 1}]']])(
  '%j goes out element by element, and then done',
  async (list) => {
    const more = { count: 2, correlationId: 'r1:c1:0' };
    expect(await sentFor(list)).toEqual([
      { port: 'item', content: { index: 0, value: 'a', ...more } },
      { port: 'item', content: { index: 1, value: { b: 1 }, ...more } },
      { port: 'done', content: more },
    ]);
  },
);

test('an empty list is done at once', async () => {
  expect(await sentFor([])).toMatchObject([{ port: 'done', content: { count: 0 } }]);
});

test.each([undefined, null, '', 'a, b', '{"a": 1}', { a: 1 }, 5])('%j is no list', async (list) => {
  await expect(sentFor(list)).rejects.toMatchObject({ name: 'CancelError' });
});
