import { expect, test } from 'vitest';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

test.each([
  [{}, { body: undefined, statusCode: 200, headers: {} }],
  [
    { body: 'hello', statusCode: '404' },
    { body: 'hello', statusCode: 404, headers: {} },
  ],
  [{ body: '{"a":[1]}' }, { body: { a: [1] }, statusCode: 200, headers: {} }],
  [
    { body: { b: 2 }, headers: '{"X-A":"1","X-B":2}' },
    { body: { b: 2 }, statusCode: 200, headers: { 'X-A': '1', 'X-B': '2' } },
  ],
])('%j', async (input, answer) => {
  const context = testContext({ input });
  await behaviour.receive(context);
  expect(context.responses).toEqual([answer]);
});

test.each([
  { statusCode: 'fine' },
  { statusCode: 99 },
  { statusCode: 200.5 },
  { headers: '[1]' },
  { headers: '{' },
])('%j cannot be answered', async (input) => {
  await expect(behaviour.receive(testContext({ input }))).rejects.toThrow(CancelError);
});
