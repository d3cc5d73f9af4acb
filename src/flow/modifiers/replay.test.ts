import { expect, test } from 'vitest';
import { applyFunctions } from './apply.ts';
import type { JavascriptCall } from './facts.ts';
import { resolveAwaiting } from './replay.ts';
import { testEnvironment } from './testing/environment.ts';

const code = (text: string) => ({ name: 'g_javascript', params: [{ value: text }] });

function chance() {
  let ids = 0;
  return { ...testEnvironment, uuid: () => `id-${(ids += 1)}`, random: () => (ids += 1) };
}

test('without JavaScript all is resolved at once', async () => {
  let times = 0;
  const result = await resolveAwaiting(
    chance(),
    () => Promise.reject(new Error('never')),
    (environment) => {
      times += 1;
      return environment.uuid();
    },
  );
  expect({ result, times }).toEqual({ result: 'id-1', times: 1 });
});

test('each call is made once, with the values of the first time', async () => {
  const calls: JavascriptCall[] = [];
  const evaluate = async (call: JavascriptCall) => {
    calls.push(call);
    return `${call.text}(${String(call.values[0])})`;
  };
  const result = await resolveAwaiting(chance(), evaluate, (environment) => [
    environment.uuid(),
    applyFunctions({ value: environment.uuid(), functions: [code('f'), code('g')], environment, field: 'x' }),
    environment.uuid(),
  ]);
  expect(result).toEqual(['id-1', 'g(f(id-2))', 'id-3']);
  expect(calls.map(({ text }) => text)).toEqual(['f', 'g']);
});

const failing = () => Promise.reject(new Error('no such customer'));

const resolve = (onError?: string) =>
  resolveAwaiting(chance(), failing, (environment) =>
    applyFunctions({
      value: 1,
      functions: [{ ...code('f'), ...(onError ? { onError } : {}) }],
      environment,
      field: 'x',
    }),
  );

test('a failure reaches the modifier, which may keep the value', async () => {
  await expect(resolve()).rejects.toThrow('Field "x": modifier g_javascript failed: no such customer');
  expect(await resolve('keep')).toBe(1);
});

test('a step does not call without end', async () => {
  const functions = Array.from({ length: 60 }, () => code('f'));
  await expect(
    resolveAwaiting(
      chance(),
      async () => 1,
      (environment) => applyFunctions({ value: 1, functions, environment, field: 'x' }),
    ),
  ).rejects.toThrow('JavaScript was called more than 50 times in one step');
});
