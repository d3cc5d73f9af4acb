import { describe, expect, test } from 'vitest';
import { findModifier, modifierCategories, modifiers } from './catalogue.ts';
import type { ModifierEnvironment } from './environment.ts';

const environment: ModifierEnvironment = {
  now: () => new Date('2026-01-31T09:30:00.000Z'),
  uuid: () => '6f1c3e5a-2b74-4d0e-9c1f-8a7b6c5d4e3f',
  random: () => 0.25,
  flowId: '0b9f6c1e-7d52-4b36-8a4f-1d2c3b4a5968',
  flowName: 'New orders to the warehouse',
  userId: '3d8e2f10-95ab-4c67-b1d2-e4f5a6b7c8d9',
  webhookUrl: 'https://events.example.com/flows/f1/components/c1',
  customFields: { plan: 'gold' },
};

const apply = (name: string, value: unknown, args: Record<string, unknown> = {}): unknown =>
  findModifier(name)?.apply(value, args, environment);

test('has the modifiers of release 0.1', () => {
  const names =
    'g_jsonPath g_first g_last g_length g_now g_uuid4 g_timestamp g_stringify g_uppercase g_lowercase g_trim ' +
    'g_flowId g_flowName g_random g_pi g_userId g_webhookUrl g_customFields';
  expect(Object.keys(modifiers).toSorted()).toEqual(names.split(' ').toSorted());
});

test.each(Object.entries(modifiers))('%s is described, and its example is true', (name, modifier) => {
  expect(modifier.name).toBe(name);
  expect(modifier.label).not.toBe('');
  expect(modifier.description).toMatch(/\.$/);
  expect(modifierCategories[modifier.category].label).not.toBe('');
  expect('value' in modifier.example).toBe(modifier.takesValue);
  expect(apply(name, modifier.example.value, modifier.example.arguments)).toEqual(modifier.example.result);
});

test.each(Object.values(modifiers).filter(({ takesValue }) => takesValue))(
  '$name of nothing is nothing',
  ({ name }) => {
    expect(apply(name, undefined, { query: '$.a' })).toBeUndefined();
    // JSON can write null, and only undefined not.
    expect(apply(name, null, { query: '$.a' })).toBe(name === 'g_stringify' ? 'null' : undefined);
  },
);

test('no name leads to what every object inherits', () => {
  expect(findModifier('constructor')).toBeUndefined();
  expect(findModifier('__proto__')).toBeUndefined();
});

describe('g_jsonPath', () => {
  const value = { a: { b: 1 }, items: [{ n: 1 }, { n: 2 }, { n: 3 }] };

  test.each([
    ['$.a.b', 1],
    ['$', value],
    ['$.items[-1].n', 3],
    ['$.absent.b', undefined],
    ['$.items[*].n', [1, 2, 3]],
    ['$.items[?@.n > 1].n', [2, 3]],
    ['$.items[?@.n == 3].n', [3]],
    ['$..n', [1, 2, 3]],
    ['$.items[?@.n > 9]', []],
    ['$.__proto__', undefined],
    ['$.items.length', undefined],
    [' $.a.b ', 1],
  ])('%s', (query, result) => {
    expect(apply('g_jsonPath', value, { query })).toEqual(result);
  });

  test.each([[''], ['a.b'], ['$.items['], ['$.items[?@.n >]']])('a bad query throws: %j', (query) => {
    const message = `"${query}" is not a JSONPath query`;
    expect(() => apply('g_jsonPath', value, { query })).toThrow(message);
    expect(() => apply('g_jsonPath', undefined, { query })).toThrow(message);
  });

  test('a query that is no text throws', () => {
    expect(() => apply('g_jsonPath', value, { query: 1 })).toThrow('the query must be a text, not a number');
  });
});

test('g_length counts characters, items or keys', () => {
  expect(apply('g_length', 'abc')).toBe(3);
  expect(apply('g_length', [])).toBe(0);
  expect(apply('g_length', { a: 1, b: 2 })).toBe(2);
});

test('g_first and g_last of an empty list are nothing', () => {
  expect(apply('g_first', [])).toBeUndefined();
  expect(apply('g_last', [])).toBeUndefined();
});

test.each([
  [undefined, '{"a":1}'],
  [2, '{\n  "a": 1\n}'],
  ['2', '{\n  "a": 1\n}'],
  ['\t', '{\n\t"a": 1\n}'],
  ['', '{"a":1}'],
])('g_stringify with the indentation %j', (space, text) => {
  expect(apply('g_stringify', { a: 1 }, { space })).toBe(text);
});

test('the text modifiers take numbers and booleans as texts', () => {
  expect(apply('g_trim', 12)).toBe('12');
  expect(apply('g_uppercase', true)).toBe('TRUE');
});

test.each([
  ['g_first', 'text', 'it needs a list, not a text'],
  ['g_last', { a: 1 }, 'it needs a list, not an object'],
  ['g_length', 5, 'it needs a text, a list or an object, not a number'],
  ['g_uppercase', ['a'], 'it needs a text, not a list'],
  ['g_lowercase', {}, 'it needs a text, not an object'],
  ['g_trim', [], 'it needs a text, not a list'],
])('%s of %j throws', (name, value, message) => {
  expect(() => apply(name, value)).toThrow(message);
});

test('g_stringify with an indentation that is none throws', () => {
  expect(() => apply('g_stringify', 1, { space: {} })).toThrow(
    'the indentation must be a number, not an object',
  );
});
