import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf } from './example.ts';
import type { Field } from './fields.ts';
import { fieldsOfOptions, schemaOfExample, schemaOfFields } from './json-schema.ts';
import type { JsonSchema } from './manifest.ts';

const $schema = 'http://json-schema.org/draft-04/schema#';

function itemsOf(list: unknown[]): JsonSchema | undefined {
  return schemaOfExample({ list }, 'x').properties?.['list']?.items;
}

describe('schemaOfExample', () => {
  test('an object: numbers are never integers, nothing is required', () => {
    const example = {
      no: 'A1',
      n: 1,
      paid: true,
      none: null,
      at: '2026-01-31T09:30:00Z',
      buyer: { name: 'Ann' },
    };
    expect(schemaOfExample(example, 'App Event Data')).toEqual({
      $schema,
      title: 'App Event Data',
      type: 'object',
      properties: {
        no: { type: 'string' },
        n: { type: 'number' },
        paid: { type: 'boolean' },
        none: { type: 'null' },
        at: { type: 'string' },
        buyer: { type: 'object', properties: { name: { type: 'string' } } },
      },
    });
  });

  test.each<[unknown[], JsonSchema]>([
    [[], {}],
    [['a', 'b'], { type: 'string' }],
    [[1], { type: 'number' }],
    [[1, 'a'], { oneOf: [{ type: 'number' }, { type: 'number' }, { type: 'string' }] }],
    [
      [1, 'a', 2, null],
      { oneOf: [{ type: 'number' }, { type: 'number' }, { type: 'string' }, { type: 'null' }] },
    ],
    [[{ sku: 'a' }], { type: 'object', properties: { sku: { type: 'string' } } }],
    [
      [
        { sku: 'a', n: 1 },
        { sku: 'b', gift: true },
      ],
      {
        type: 'object',
        properties: { sku: { type: 'string' }, n: { type: 'number' }, gift: { type: 'boolean' } },
        required: ['sku'],
      },
    ],
    [[{ a: 1 }, { b: 1 }], { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } } }],
    [
      [{ a: 1 }, { a: 'x' }],
      { type: 'object', properties: { a: { type: ['number', 'string'] } }, required: ['a'] },
    ],
    [[[1], [2]], { type: 'array', items: { type: 'number' } }],
  ])('the items of %j', (list, items) => {
    expect(itemsOf(list)).toEqual(items);
  });

  test('a list at the root is a set, a plain value has its own schema', () => {
    expect(schemaOfExample([1], 'Data')).toEqual({
      $schema,
      title: 'Data Set',
      type: 'array',
      items: { type: 'number' },
    });
    expect(schemaOfExample('x', 'Data')).toEqual({ $schema, title: 'Data', type: 'string' });
    expect(schemaOfExample(null, 'Data')).toEqual({ $schema, title: 'Data', type: 'null' });
  });

  test('an example nested without end is told down to the limit', () => {
    // Twice the first entry at each of many levels must not mean twice the size at each.
    let value: unknown = 1;
    for (let depth = 0; depth < 20_000; depth += 1) value = depth % 2 === 0 ? { a: value } : [value, 'x'];
    expect(JSON.stringify(schemaOfExample(value, 'x')).length).toBeLessThan(100_000);
  });
});

/** An object lists keys like "0" first, whenever they came: order is compared nowhere. No schema tells a whole value. */
/** What a schema declares may hold more than it says, so that an empty object comes back open. */
function sorted(fields: Field[] = []): Field[] {
  return fields
    .map(({ whole: _whole, open: _open, ...field }) =>
      field.children ? { ...field, children: sorted(field.children) } : field,
    )
    .toSorted((one, other) => (String(one.step) < String(other.step) ? -1 : 1));
}

describe('schemaOfFields', () => {
  test('writes labels, formats, samples and what is optional', () => {
    const fields: Field[] = [
      { step: 'mail', label: 'E-mail', types: ['string'], format: 'email', sample: 'a@b.cz' },
      { step: 'site', label: 'site', types: ['string', 'null'], format: 'url', optional: true },
      { step: 'any', label: 'any', types: ['unknown'] },
    ];
    expect(schemaOfFields(fields)).toEqual({
      type: 'object',
      properties: {
        mail: { type: 'string', title: 'E-mail', format: 'email', example: 'a@b.cz' },
        site: { type: ['string', 'null'], format: 'uri' },
        any: {},
      },
      required: ['mail', 'any'],
    });
  });

  test('the fields of any example are read back from their schema', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (example) => {
        const { children = [] } = fieldOf('data', 'Data', example);
        const [data] = fieldsOfOptions([{ label: 'Data', value: 'data', schema: schemaOfFields(children) }]);
        expect(sorted(data?.children)).toEqual(sorted(children));
      }),
    );
  });
});
