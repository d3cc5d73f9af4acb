import { describe, expect, test } from 'vitest';
import { findModifier, modifierCategories, modifiers } from './catalogue.ts';
import { testEnvironment as environment } from './testing/environment.ts';

const apply = (name: string, value: unknown, args: Record<string, unknown> = {}): unknown =>
  findModifier(name)?.apply(value, args, environment);

const documented =
  'g_jsonPath g_uuid4 g_first g_length g_addTimeSpan g_flowId g_timestamp g_javascript g_stringify g_last g_flowName ' +
  'g_random g_userId g_mul g_floor g_add g_now g_pi g_greaterThan g_split g_regex g_join g_map g_parse g_replace ' +
  'g_trim g_formatDate g_condition g_webhookUrl g_customFields';

test('has every modifier that documents of the public interface name, and no name twice', () => {
  expect(documented.split(' ').filter((name) => !findModifier(name))).toEqual([]);
  expect(Object.keys(modifiers).length).toBeGreaterThan(140);
});

test.each(Object.entries(modifiers))('%s is described, and its example is true', (name, modifier) => {
  expect(name).toMatch(/^g_[a-z][A-Za-z0-9]*$/);
  expect(modifier.name).toBe(name);
  expect(modifier.label).toMatch(/^[A-Z]/);
  expect(modifier.description).toMatch(/\.$/);
  expect(modifierCategories[modifier.category as keyof typeof modifierCategories].label).not.toBe('');
  expect('value' in modifier.example).toBe(modifier.takesValue);
  expect(apply(name, modifier.example.value, modifier.example.arguments)).toEqual(modifier.example.result);
});

test('labels tell modifiers of a group apart', () => {
  const labels = Object.values(modifiers).map(({ category, label }) => `${category} ${label}`);
  expect(labels.length).toBe(new Set(labels).size);
});

const handlesNothing =
  'g_default g_condition g_isEmpty g_isNotEmpty g_not g_typeOf g_stringify g_javascript'.split(' ');

test.each(
  Object.values(modifiers).filter(({ takesValue, name }) => takesValue && !handlesNothing.includes(name)),
)('$name of nothing is nothing', ({ name, example }) => {
  expect(apply(name, undefined, example.arguments)).toBeUndefined();
  expect(apply(name, null, example.arguments)).toBeUndefined();
});

test('what handles nothing', () => {
  expect(apply('g_default', undefined, { fallback: 'x' })).toBe('x');
  expect(apply('g_condition', undefined, { whenTrue: 1, whenFalse: 2 })).toBe(2);
  expect(apply('g_isEmpty', null)).toBe(true);
  expect(apply('g_isNotEmpty', undefined)).toBe(false);
  expect(apply('g_not', undefined)).toBe(true);
  expect(apply('g_typeOf', undefined)).toBe('null');
  expect(apply('g_stringify', undefined)).toBeUndefined();
  // JSON can write null, and only undefined not.
  expect(apply('g_stringify', null)).toBe('null');
});

test.each(Object.values(modifiers).filter(({ takesValue }) => takesValue))(
  '$name leaves the value it is given as it was',
  ({ name, example }) => {
    const value = structuredClone(example.value);
    apply(name, value, example.arguments);
    expect(value).toEqual(example.value);
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

  test('a query without its beginning, as other tools write it', () => {
    expect(apply('g_jsonPath', value, { query: 'a.b' })).toBe(1);
  });

  test.each([[''], ['%'], ['$.items['], ['$.items[?@.n >]']])('a bad query throws: %j', (query) => {
    const message = `"${query}" is not a JSONPath query`;
    expect(() => apply('g_jsonPath', value, { query })).toThrow(message);
    expect(() => apply('g_jsonPath', undefined, { query })).toThrow(message);
  });

  test('a query that is no text throws', () => {
    expect(() => apply('g_jsonPath', value, { query: 1 })).toThrow(
      'its argument "Query" must be a text, not a number',
    );
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
    'its argument "Indentation" must be a number, not an object',
  );
});
