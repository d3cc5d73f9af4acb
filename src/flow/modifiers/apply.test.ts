import { expect, test } from 'vitest';
import type { FunctionCall } from '../descriptor.ts';
import { applyFunctions, ModifierError } from './apply.ts';

const environment = {
  now: () => new Date(0),
  uuid: () => '',
  random: () => 0,
  flowId: 'f1',
  flowName: '',
  userId: '',
  webhookUrl: '',
  customFields: {},
};

const apply = (value: unknown, ...functions: FunctionCall[]): unknown =>
  applyFunctions({ value, functions, environment, field: 'body' });

test('no functions leave the value as it is', () => {
  const value = {};
  expect(apply(value)).toBe(value);
});

test('an argument comes by position or by name; the name wins', () => {
  const indented = '{\n  "a": 1\n}';
  expect(apply({ a: 1 }, { name: 'g_stringify', params: [{ value: 2 }] })).toBe(indented);
  expect(apply({ a: 1 }, { name: 'g_stringify', hashParams: { space: { value: 2 } } })).toBe(indented);
  expect(
    apply({ a: 1 }, { name: 'g_stringify', params: [{ value: 4 }], hashParams: { space: { value: 2 } } }),
  ).toBe(indented);
});

test('a required argument that is missing is named', () => {
  expect(() => apply({}, { name: 'g_jsonPath' })).toThrow(
    'Field "body": modifier g_jsonPath failed: its argument "Query" is missing',
  );
});

test('the error tells field and modifier, and keeps its cause', () => {
  let caught: unknown;
  try {
    apply('text', { name: 'g_trim' }, { name: 'g_first' });
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ModifierError);
  expect(caught).toMatchObject({
    field: 'body',
    modifier: 'g_first',
    cause: { message: 'it needs a list, not a text' },
  });
});
