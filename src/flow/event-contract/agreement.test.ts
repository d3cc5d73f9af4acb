import { expect, test } from 'vitest';
import { inEnglish } from '../messages/message.ts';
import { mostPlaces, readAgreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';
import { contractFields } from './contract-fields.ts';
import { emptyShape } from './shape.ts';
import { typeScriptOf } from './typescript.ts';

const violated = (value: unknown, schema: unknown) =>
  violationsOf(value, readAgreement(schema).agreement).map(({ path, said }) => `${path} ${inEnglish(said)}`);

const ignoredIn = (schema: unknown) => readAgreement(schema).ignored;

/** Forty levels, each of which refers to the next one twice. */
const twice = (refer: (next: object) => object) => ({
  $ref: '#/$defs/l0',
  $defs: Object.fromEntries(
    Array.from({ length: 41 }, (_, level) => [
      `l${level}`,
      level === 40 ? { type: 'string' } : refer({ $ref: `#/$defs/l${level + 1}` }),
    ]),
  ),
});

test.each([
  ['properties that are the whole', { properties: { a: { $ref: '#' }, b: { $ref: '#' } } }],
  ['parts that are the whole', { allOf: [{ $ref: '#' }, { $ref: '#' }] }],
  ['alternatives that are the whole', { anyOf: [{ $ref: '#' }, { $ref: '#' }] }],
  ['properties, twice as many each level', twice((next) => ({ properties: { a: next, b: next } }))],
  ['parts, twice as many each level', twice((next) => ({ allOf: [next, { ...next }] }))],
  ['alternatives, twice as many each level', twice((next) => ({ anyOf: [next, { ...next }] }))],
  [
    'alternatives below properties',
    twice((next) => ({ anyOf: [{ properties: { a: next } }, { properties: { a: { ...next } } }] })),
  ],
])('a schema of few lines stays small: %s', (_name, schema) => {
  const began = process.cpuUsage();
  const { agreement } = readAgreement(schema);
  let deep: unknown = 7;
  for (let level = 0; level < 40; level += 1) deep = { a: deep, b: deep };
  violationsOf({ a: { a: 7 } }, agreement);
  violationsOf(JSON.parse('{"a":'.repeat(60) + '1' + '}'.repeat(60)), agreement);
  expect(contractFields(emptyShape(), agreement).length).toBeLessThanOrEqual(5_000);
  expect(typeScriptOf('e', agreement).length).toBeLessThan(1_000_000);
  const { user } = process.cpuUsage(began);
  expect(user / 1000).toBeLessThan(1_500);
});

const deep = (levels: number): unknown => JSON.parse(`${'{"next":'.repeat(levels)}4${'}'.repeat(levels)}`);

test('recursion ends with the value, at whatever depth it is broken', () => {
  const tree = { type: 'object', properties: { next: { $ref: '#' } } };

  expect(violated(deep(60), tree)).toEqual([`${'.next'.repeat(60)} has the type number, not object`]);
  expect(violated(deep(5_000), tree)[0]).toMatch(/ is nested too deeply to be checked$/);
});

test('a schema without end in itself, and one that is too large, are told', () => {
  expect(ignoredIn({ allOf: [{ $ref: '#' }] })).toEqual(['$ref (in a circle)']);
  const many = Array.from({ length: mostPlaces + 5 }, (_, index) => [`k${index}`, { type: 'string' }]);
  expect(ignoredIn({ properties: Object.fromEntries(many) })).toEqual([`more than ${mostPlaces} places`]);
  const deep: unknown = JSON.parse(`${'{"items":'.repeat(9_000)}{}${'}'.repeat(9_000)}`);
  expect(ignoredIn(deep)).toEqual([]);
  expect(typeScriptOf('e', readAgreement(deep).agreement)).toContain('unknown');
});

test('too many alternatives for too many values are told rather than waited for', () => {
  const schema = {
    items: { anyOf: [...Array.from({ length: 4_000 }, (_, n) => ({ const: n })), { type: 'string' }] },
  };
  const values = Array.from({ length: 50_000 }, (_, n) => `text ${n}`);
  expect(violated(values, schema).at(-1)).toBe(' is too large to be held against this contract');
});

test('keys by pattern are named, and none is refused as additional', () => {
  const schema = { properties: { a: {} }, patternProperties: { '^x': {} }, additionalProperties: false };
  expect(violated({ a: 1, x1: 2 }, schema)).toEqual([]);
  expect(ignoredIn(schema).sort()).toEqual(['additionalProperties', 'patternProperties']);
});

test('the first items of a list, and the others', () => {
  const schema = { prefixItems: [{ type: 'string' }, { type: 'number' }], items: { type: 'boolean' } };
  expect(violated(['a', 1, true, false], schema)).toEqual([]);
  expect(violated([1, 1, 1], schema)).toHaveLength(2);
  const older = { items: [{ type: 'string' }], additionalItems: false };
  expect(violated(['a', 1], older)).toEqual(['[1] is not in the contract']);
  expect(ignoredIn([schema, older])).toEqual([]);
});

test('anchors, pointers through lists and schemas with an id of their own', () => {
  const anchored = {
    $defs: { a: { $anchor: 'text', type: 'string' } },
    properties: { a: { $ref: '#text' } },
  };
  expect(violated({ a: 1 }, anchored)).toHaveLength(1);
  expect(violated(1, { $ref: '#/allOf/0', allOf: [{ type: 'string' }] })).toHaveLength(1);
  const embedded = {
    $defs: { a: { type: 'number' } },
    properties: {
      b: { $id: 'b', $defs: { a: { type: 'string' } }, properties: { c: { $ref: '#/$defs/a' } } },
    },
  };
  expect(violated({ b: { c: 'text' } }, embedded)).toEqual([]);
  expect(ignoredIn({ $ref: '#/nowhere' })).toEqual(['$ref: #/nowhere']);
});

test('what stands beside a reference counts, but not up to draft 7', () => {
  const beside = { $ref: '#/$defs/a', type: 'string', $defs: { a: {} } };
  expect(violated(1, beside)).toHaveLength(1);
  expect(violated(1, { $schema: 'http://json-schema.org/draft-07/schema#', ...beside })).toEqual([]);
});

test('all parts count, about the same property too, and both lists of alternatives', () => {
  const parts = {
    allOf: [
      { properties: { a: { type: 'string' } } },
      { properties: { a: { enum: ['x', 1] } }, additionalProperties: { type: 'number' } },
    ],
    anyOf: [{ required: ['a'] }],
    oneOf: [{ required: ['b'] }],
  };
  expect(violated({ a: 'x', b: 1 }, parts)).toEqual([]);
  expect(violated({ a: 1, b: 1 }, parts)).toHaveLength(1);
  expect(violated({ a: 'y', b: 1 }, parts)).toHaveLength(1);
  expect(violated({ a: 'x' }, parts)).toHaveLength(1);
  expect(violated({ b: 1 }, parts)).toHaveLength(1);
  expect(violated({ a: 'x', b: '1' }, parts)).toHaveLength(1);
});

test('schemas that are true or false', () => {
  expect(violated({ x: 1 }, { properties: { x: false, y: true } })).toEqual(['.x is not in the contract']);
  expect(violated([1], { items: false })).toHaveLength(1);
});

test.each([
  ['uri', 'mailto:ann@example.com', true],
  ['uri', 'urn:isbn:0451450523', true],
  ['uri', 'no scheme', false],
  ['date-time', '2026-01-01t10:00:00z', true],
  ['date-time', '2026-01-01T10:00:00.1234567890123Z', true],
  ['date-time', 'yesterday', false],
  ['email', 'ann@xn--fiq228c.xn--p1ai', true],
  ['email', 'ann', false],
])('format %s: %s', (format, text, valid) => {
  expect(violated(text, { format })).toHaveLength(valid ? 0 : 1);
});

test('zero has no sign', () => {
  expect(violated(JSON.parse('-0'), { const: 0 })).toEqual([]);
  expect(violated({ a: JSON.parse('-0') as unknown }, { enum: [{ a: 0 }] })).toEqual([]);
});

test('a keyword whose value is not understood is named, and refuses nothing', () => {
  for (const [keyword, value] of [
    ['type', 'date'],
    ['required', true],
    ['enum', 'a'],
    ['anyOf', []],
    ['properties', []],
    ['items', 'x'],
  ] as const) {
    expect(ignoredIn({ [keyword]: value })).toEqual([keyword]);
    expect(violated({ a: 1 }, { [keyword]: value })).toEqual([]);
  }
});

test('to whom a contract is not known it tells no values, and to its owner no keys that are data', () => {
  const { agreement } = readAgreement({
    properties: { people: { additionalProperties: { properties: { state: { enum: ['secret'] } } } } },
  });
  const [violation] = violationsOf({ people: { 'ann@example.com': { state: 1 } } }, agreement, {
    values: false,
  });
  expect(violation).toMatchObject({
    path: '.people["ann@example.com"].state',
    agreedPath: '.people["*"].state',
  });
  expect(inEnglish(violation!.said)).toBe('is none of the values agreed on');
});
