import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAgreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';
import { exampleOfContract } from './example-of-contract.ts';
import { shapeOf } from './observe.ts';

const exampleOf = (schema: unknown) => exampleOfContract(undefined, readAgreement(schema).agreement);

test('nothing known has no example', () => {
  expect(exampleOfContract(undefined)).toBeNull();
  expect(exampleOf(true)).toBeNull();
  expect(exampleOf(false)).toBeNull();
});

test('what was agreed on stands beside what was seen', () => {
  const { agreement } = readAgreement({
    properties: { email: { type: 'string', format: 'email' }, note: { type: ['null', 'string'] } },
  });
  const seen = shapeOf({ no: 'A1', note: null }, { keepValues: true });
  expect(exampleOfContract(seen, agreement)).toEqual({ no: 'A1', note: '', email: 'name@example.com' });
});

const schema = {
  type: 'object',
  required: ['id', 'at', 'state', 'lines', 'owner', 'tags', 'required'],
  properties: {
    id: { type: 'integer', default: 7 },
    at: { type: 'string', format: 'date-time' },
    state: { enum: [null, 'open', 'paid'] },
    plan: { const: 'pro' },
    price: { type: 'number', examples: ['ten', 9.5] },
    url: { type: 'string', example: 'https://shop.example/1' },
    owner: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/person' }] },
    lines: { type: 'array', items: { allOf: [{ properties: { sku: { type: 'string' } } }] } },
    labels: { type: 'object', additionalProperties: { type: 'boolean' } },
    tags: { type: 'array' },
    extra: { type: 'object' },
    children: { type: 'array', items: { $ref: '#' } },
    legacy: false,
    none: { type: 'array', items: false },
    open: { type: 'object', additionalProperties: {} },
    notOne: { type: 'string', format: 'email', example: 'not one' },
    other: { enum: ['a', 'b'], default: 'c' },
    whole: { type: 'integer', examples: [1.5, 2] },
    pair: { prefixItems: [{ type: 'number' }, { type: 'string' }] },
  },
  $defs: { person: { properties: { name: { type: 'string' }, boss: { $ref: '#/$defs/person' } } } },
};

test('a schema that no event has come for yet gives every field, with the examples it has', () => {
  expect(exampleOf(schema)).toEqual({
    id: 7,
    at: '2026-01-01T00:00:00Z',
    state: 'open',
    plan: 'pro',
    price: 9.5,
    url: 'https://shop.example/1',
    // It leads back to itself, and ends there.
    owner: { name: '' },
    children: [],
    lines: [{ sku: '' }],
    labels: { key: false },
    tags: [],
    extra: {},
    pair: [0, ''],
    none: [],
    open: {},
    notOne: 'name@example.com',
    other: 'a',
    whole: 2,
    required: null,
  });
  const { agreement } = readAgreement(schema);
  const broken = violationsOf(exampleOf(schema), agreement).map(({ path }) => path);
  expect(broken).toEqual([]);
});

/** An alternative that a constant tells from others. */
function kind(value: string, rest: object) {
  return { type: 'object', required: ['kind'], properties: { kind: { const: value }, ...rest } };
}

test('alternatives are shown with all their fields', () => {
  const mailOrPhone = {
    oneOf: [
      { const: null },
      kind('mail', { mail: { type: 'string', format: 'email' } }),
      kind('phone', { phone: { type: 'string' }, kind: { enum: ['phone', 'fax'] } }),
    ],
  };
  expect(exampleOf(mailOrPhone)).toEqual({ kind: 'mail', mail: 'name@example.com', phone: '' });
});

test('a field of the name that stands for any key is kept', () => {
  const schema = { properties: { key: { format: 'email' } }, additionalProperties: { type: 'number' } };
  expect(exampleOf(schema)).toEqual({ key: 'name@example.com', key_: 0 });
});

test('where what was seen is not what is agreed on, the agreement holds', () => {
  const { agreement } = readAgreement({ properties: { no: { type: 'integer' } } });
  expect(exampleOfContract(shapeOf({ no: 'A1' }, { keepValues: true }), agreement)).toEqual({ no: 0 });
});

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null');
const example = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
const { schemas } = fc.letrec<{ schemas: object }>((tie) => ({
  schemas: fc.oneof(
    { maxDepth: 4 },
    fc.record(
      { type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1 })), examples: fc.array(example) },
      { requiredKeys: ['type'] },
    ),
    fc.record({
      type: fc.constant('string'),
      format: fc.constantFrom('date-time', 'email', 'uri'),
      default: fc.string(),
    }),
    fc.record({ enum: fc.array(example, { minLength: 1, maxLength: 3 }), default: example }),
    fc
      .record({
        properties: fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom('key', '__proto__')),
          tie('schemas'),
          { maxKeys: 4 },
        ),
        never: fc.string(),
        additionalProperties: fc.oneof(fc.boolean(), tie('schemas')),
      })
      .map(({ properties, never, ...rest }) => ({
        type: 'object',
        required: Object.keys(properties),
        properties: Object.hasOwn(properties, never) ? properties : { ...properties, [never]: false },
        ...rest,
      })),
    fc.record({ type: fc.constant('array'), items: fc.oneof(fc.constant(false), tie('schemas')) }),
    fc.record({
      type: fc.constant('array'),
      prefixItems: fc.array(tie('schemas'), { maxLength: 3 }),
      items: tie('schemas'),
    }),
    tie('schemas').map((schema) => ({ allOf: [schema] })),
  ),
}));

test('the example of a schema keeps to it', () => {
  fc.assert(
    fc.property(schemas, (schema) => {
      const { agreement } = readAgreement(schema);
      expect(violationsOf(exampleOfContract(undefined, agreement), agreement)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Characters of an example, and the processor time that it takes (milliseconds): others are at work, too. */
function sizeAndTime(schema: object): { size: number; ms: number } {
  const { agreement } = readAgreement(schema);
  const before = process.cpuUsage();
  const size = JSON.stringify(exampleOfContract(undefined, agreement)).length;
  const { user, system } = process.cpuUsage(before);
  return { size, ms: (user + system) / 1_000 };
}

function many(count: number, value: object) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${String(index)}`, value]));
}

test('what a schema repeats, or says at length, makes no endless example and takes no endless time', () => {
  const deep = Object.fromEntries(
    Array.from({ length: 60 }, (_, level) => {
      const next = level < 59 ? { $ref: `#/$defs/d${String(level + 1)}` } : { type: 'number' };
      return [`d${String(level)}`, { properties: { left: next, right: next } }];
    }),
  );
  const parts = Array.from({ length: 3_000 }, (_, index) => ({ required: [`r${String(index)}`] }));
  const y = { $ref: '#/$defs/y' };
  for (const schema of [
    { $ref: '#/$defs/d0', $defs: deep },
    { examples: Array.from({ length: 1_000_000 }, () => 0) },
    { properties: many(600, y), $defs: { y: { type: 'string', example: 'x'.repeat(1_000_000) } } },
    { allOf: parts, properties: many(3_000, y), $defs: { y: { allOf: parts } } },
    {
      properties: many(4_900, y),
      $defs: { y: { enum: Array.from({ length: 20_000 }, (_, index) => index) } },
    },
  ]) {
    const { size, ms } = sizeAndTime(schema);
    expect(size).toBeLessThan(1_000_000);
    // Some 100 ms at most; without limits the dearest took 25 s.
    expect(ms).toBeLessThan(2_000);
  }
});

test('what comes behind a place without end is shown all the same', () => {
  const schema = {
    properties: { tree: { $ref: '#/$defs/d0' }, email: { type: 'string' }, total: { type: 'number' } },
    $defs: Object.fromEntries(
      Array.from({ length: 20 }, (_, level) => {
        const next = level < 19 ? { $ref: `#/$defs/d${String(level + 1)}` } : { type: 'number' };
        return [`d${String(level)}`, { type: 'object', properties: { left: next, right: next } }];
      }),
    ),
  };
  expect(exampleOf(schema)).toMatchObject({ email: '', total: 0 });
});
