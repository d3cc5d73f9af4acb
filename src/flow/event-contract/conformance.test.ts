import { expect, test } from 'vitest';
import { inEnglish } from '../messages/message.ts';
import { readAgreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: {
    'line/item': { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } },
  },
  type: 'object',
  required: ['no', 'state'],
  properties: {
    no: { type: 'string', title: 'Number', pattern: '^A' },
    state: { enum: ['new', 'paid'] },
    total: { type: 'number', nullable: true, minimum: 0 },
    count: { type: 'integer' },
    at: { type: 'string', format: 'date-time' },
    lines: { type: 'array', items: { $ref: '#/definitions/line~1item' } },
    buyer: { allOf: [{ type: 'object' }, { required: ['name'], properties: { name: { type: 'string' } } }] },
    either: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    closed: { type: 'object', additionalProperties: false, properties: { a: {} } },
  },
};

const { agreement, ignored } = readAgreement(schema);

const violated = (value: unknown) =>
  violationsOf(value, agreement).map(({ path, said }) => `${path} ${inEnglish(said)}`);

test('data that keeps to the contract', () => {
  expect(
    violated({
      no: 'x',
      state: 'paid',
      total: null,
      count: 3,
      at: '2026-01-01T00:00:00Z',
      lines: [{ sku: 'A1', more: true }],
      buyer: { name: 'Ann' },
      either: 5,
      closed: { a: null },
      other: {},
    }),
  ).toEqual([]);
});

test('each violation by its path and in words', () => {
  expect(
    violated({
      state: 'lost',
      total: 'much',
      count: 1.5,
      at: 'today',
      lines: [{ sku: 'A1' }, {}],
      buyer: {},
      either: true,
      closed: { 'b c': 1 },
    }),
  ).toEqual([
    '.no is missing',
    '.state is none of "new", "paid"',
    '.total has the type string, not number, null',
    '.count has the type number, not integer',
    '.at is not in the format date-time',
    '.lines[1].sku is missing',
    '.buyer.name is missing',
    '.either fits none of the alternatives',
    '.closed["b c"] is not in the contract',
  ]);
  expect(violated([])).toEqual([' has the type array, not object']);
});

test('what is not checked is named', () => {
  expect(ignored.sort()).toEqual(['minimum', 'pattern']);
});

test('a schema that refers to itself, to nothing or elsewhere is read all the same', () => {
  const tree = {
    $ref: '#/$defs/node',
    $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } },
  };
  const read = readAgreement(tree);
  expect(violationsOf({ next: { next: { next: 4 } } }, read.agreement)).toHaveLength(1);
  expect(readAgreement({ $ref: '#/nowhere', type: 'string' }).agreement).toEqual({ types: ['string'] });
  expect(readAgreement({ $ref: 'https://example.com/a.json' }).ignored).toEqual([
    '$ref: https://example.com/a.json',
  ]);
  expect(readAgreement({ allOf: [{ $ref: '#' }] }).agreement).toBeDefined();
  for (const odd of [null, 7, 'text', [], { type: 7, properties: [], required: 'a', items: [], enum: {} }]) {
    expect(violationsOf({ a: 1 }, readAgreement(odd).agreement).length).toBeLessThan(2);
  }
});

test('twenty violations are enough', () => {
  const list = readAgreement({ type: 'array', items: { type: 'string' } }).agreement;
  expect(
    violationsOf(
      Array.from({ length: 1000 }, () => 1),
      list,
    ),
  ).toHaveLength(20);
});
