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
  required: ['id', 'at', 'state', 'lines', 'owner', 'tags'],
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
    extra: { type: 'object', example: { any: 1 } },
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
    owner: { name: '', boss: null },
    lines: [{ sku: '' }],
    labels: { key: false },
    tags: [],
    extra: { any: 1 },
    pair: [0],
  });
  const { agreement } = readAgreement(schema);
  const broken = violationsOf(exampleOf(schema), agreement).map(({ path }) => path);
  expect(broken).toEqual([]);
});

test('references that make endlessly many places out of few end', () => {
  const $defs = Object.fromEntries(
    Array.from({ length: 60 }, (_, level) => {
      const next = level < 59 ? { $ref: `#/$defs/d${String(level + 1)}` } : { type: 'number' };
      return [`d${String(level)}`, { properties: { left: next, right: next } }];
    }),
  );
  expect(JSON.stringify(exampleOf({ $ref: '#/$defs/d0', $defs })).length).toBeLessThan(1_000_000);
});
