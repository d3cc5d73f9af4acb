import { expect, test } from 'vitest';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

const is = (input: unknown, value: unknown) => ({ AND: [{ OR: [{ input, operator: '=', value }] }] });

test.each([
  [{ expression1: is(1, 1), expression2: is(1, 1) }, 'out1'],
  [{ expression1: is(1, 2), expression4: is(1, 1), expression5: is(1, 1) }, 'out4'],
  [{ expression1: is(1, 2), expression2: is(1, 3) }, 'else'],
  [{}, 'else'],
])('%j leaves by %s', async (input, port) => {
  const context = testContext({ input });
  await behaviour.receive(context);
  expect(context.sent).toEqual([{ port, content: {} }]);
});

test('a condition that cannot be told is not tried again', async () => {
  const input = { expression1: { AND: [{ OR: [{ input: 1, operator: 'regex', regex: '(' }] }] } };
  await expect(behaviour.receive(testContext({ input }))).rejects.toMatchObject({ name: 'CancelError' });
});
