import { expect, test } from 'vitest';
import { fieldOf } from './example.ts';
import { afterFunctions, type Expectation, expectationOf, expectationsInJson, misfitOf } from './fit.ts';
import { findModifier } from './modifiers/catalogue.ts';
import { testEnvironment as environment } from './modifiers/testing/environment.ts';

const field = (value: unknown) => fieldOf('x', 'x', value);

test.each<[value: unknown, expects: Expectation, remedy: string]>([
  ['12', 'number', 'g_toNumber'],
  [true, 'number', 'g_toNumber'],
  [[1, 2], 'number', 'g_length'],
  ['yes', 'boolean', 'g_toBoolean'],
  [1_769_851_800_000, 'date', 'g_fromTimestamp'],
  ['a', 'list', 'g_toList'],
  [{ a: 1 }, 'list', 'g_toList'],
  [['a', 'b'], 'one', 'g_first'],
  [['a', 'b'], 'text', 'g_join'],
  [{ a: 1 }, 'text', 'g_stringify'],
])('%j where a %s is expected is a misfit that %s mends', (value, expects, remedy) => {
  expect(misfitOf(field(value), expects)).toMatchObject({ expects, remedy });
  const mended = findModifier(remedy)!.apply(value, {}, environment);
  expect(misfitOf(field(mended), expects)).toBeUndefined();
});

test.each<[value: unknown, expects: Expectation, gives: string]>([
  [{ a: 1 }, 'number', 'object'],
  [{ a: 1 }, 'one', 'object'],
  [[1], 'boolean', 'list'],
  ['31.1.2026', 'date', 'text'],
])('%j where a %s is expected is told', (value, expects, gives) => {
  expect(misfitOf(field(value), expects)).toMatchObject({ gives, expects });
});

test.each<[value: unknown, expects: Expectation | undefined]>([
  [12, 'number'],
  [false, 'boolean'],
  ['2026-01-31', 'date'],
  ['2026-01-31T09:30:00Z', 'date'],
  [['a'], 'list'],
  ['red', 'one'],
  [5, 'one'],
  [5, 'text'],
  [null, 'number'],
  [{ a: 1 }, undefined],
])('%j serves where %s is expected', (value, expects) => {
  expect(misfitOf(field(value), expects)).toBeUndefined();
});

test('a remedy that would need an argument is none', () => {
  for (const value of ['31.1.2026', 'a', 1, true, ['a'], { a: 1 }]) {
    for (const expects of ['text', 'number', 'boolean', 'date', 'list', 'one'] as const) {
      const remedy = misfitOf(field(value), expects)?.remedy;
      const needed = (remedy && findModifier(remedy)!.arguments.filter(({ required }) => required)) || [];
      expect([remedy, needed]).toEqual([remedy, []]);
    }
  }
});

test('where some items fit, and where nothing is known, nothing is told', () => {
  expect(misfitOf({ types: ['string', 'number'] }, 'number')).toBeUndefined();
  expect(misfitOf({ types: ['unknown'] }, 'number')).toBeUndefined();
  expect(misfitOf({ types: ['string'] }, 'date')).toBeUndefined();
});

test('a chain gives what its last modifier returns', () => {
  const list = field([{ n: 1 }]);
  const after = (name: string) => afterFunctions(list, [{ name }], findModifier);
  expect(afterFunctions(list, [], findModifier)).toBe(list);
  expect(after('g_length')).toEqual({ types: ['number'] });
  expect(after('g_first')).toBeUndefined();
  expect(after('g_nobodyKnows')).toBeUndefined();
});

test('the type of an input says what it expects; a text takes everything', () => {
  expect(expectationOf({ type: 'number' })).toBe('number');
  expect(expectationOf({ type: 'text' })).toBeUndefined();
  expect(expectationOf({ type: 'constructor' })).toBeUndefined();
  expect(expectationOf({})).toBeUndefined();
});

test('in JSON a literal and a key hold text, a value of its own is anything', () => {
  expect(expectationsInJson('{ "a": {{{1}}}, "b \\" {": "x {{{2}}}", {{{3}}} : [{{{4}}}] }')).toEqual([
    undefined,
    'text',
    'text',
    undefined,
  ]);
});
