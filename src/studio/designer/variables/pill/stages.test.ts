import { expect, test } from 'vitest';
import type { FunctionCall } from '../../../../flow/descriptor.ts';
import { inEnglish } from '../../../../flow/messages/message.ts';
import { Awaited } from '../../../../flow/modifiers/awaited.ts';
import { testEnvironment } from '../../../../flow/modifiers/testing/environment.ts';
import { type Stage, stagesOf } from './stages.ts';

const told = (stages: Stage[]) =>
  stages.map((stage) => ('reason' in stage ? { ...stage, reason: inEnglish(stage.reason) } : stage));

test('each modifier goes on with what the one before made', () => {
  const functions = [{ name: 'g_sum', params: [{ value: 'price' }] }, { name: 'g_round' }];
  expect(stagesOf([{ price: 1.2 }, { price: 2.4 }], functions, testEnvironment)).toEqual([
    { state: 'value', value: 3.6 },
    { state: 'value', value: 4 },
  ]);
});

test('behind a failure nothing is known; one that keeps the value lets it pass', () => {
  const functions: FunctionCall[] = [{ name: 'g_add', params: [{ value: 1 }] }, { name: 'g_uppercase' }];
  expect(told(stagesOf('abc', functions, testEnvironment))).toEqual([
    { state: 'failed', reason: '"abc" is not a number' },
    { state: 'unknown' },
  ]);
  functions[0] = { ...functions[0]!, onError: 'keep' };
  expect(told(stagesOf('abc', functions, testEnvironment))).toEqual([
    { state: 'kept', value: 'abc', reason: '"abc" is not a number' },
    { state: 'value', value: 'ABC' },
  ]);
});

test('an unknown modifier fails, and JavaScript may have to be waited for', () => {
  const environment = {
    ...testEnvironment,
    javascript: (call: ConstructorParameters<typeof Awaited>[0]) => {
      throw new Awaited(call);
    },
  };
  const code = { name: 'g_javascript', params: [{ value: 'value + 1' }], onError: 'keep' };
  expect(stagesOf(1, [code], environment)).toEqual([
    { state: 'waiting', call: { kind: 'code', text: 'value + 1', values: [1] } },
  ]);
  expect(told(stagesOf(1, [{ name: 'g_nope' }], environment))).toEqual([
    { state: 'failed', reason: 'there is no modifier of this name' },
  ]);
});
