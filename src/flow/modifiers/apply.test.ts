import { expect, test } from 'vitest';
import type { FunctionCall } from '../descriptor.ts';
import { inEnglish, type Message } from '../messages/message.ts';
import { applyFunctions, ModifierError } from './apply.ts';
import { testEnvironment as environment } from './testing/environment.ts';

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

test('a modifier that keeps the value when it fails warns, and the next one goes on with that value', () => {
  const warnings: Message[] = [];
  const functions = [{ name: 'g_mul', params: [{ value: 2 }], onError: 'keep' }, { name: 'g_uppercase' }];
  const warn = (said: Message) => warnings.push(said);
  expect(applyFunctions({ value: 'abc', functions, environment, field: 'body', warn })).toBe('ABC');
  expect(warnings.map(inEnglish)).toEqual([
    'body: modifier g_mul failed and the value was kept: "abc" is not a number',
  ]);
});

test('keeping the value does not hide a modifier that does not exist', () => {
  expect(() => apply('abc', { name: 'g_nope', onError: 'keep' })).toThrow(
    'there is no modifier of this name',
  );
});
