import { describe, expect, test } from 'vitest';
import type { Field } from './fields.ts';
import { fieldsOfOptions } from './json-schema.ts';
import type { JsonSchema } from './manifest.ts';

const plain = (step: string, label: string): Field => ({ step, label, types: ['unknown'] });

function fieldOfSchema(schema: JsonSchema): Field | undefined {
  return fieldsOfOptions([{ label: 'Data', value: 'data', schema }])[0];
}

describe('the value of an option', () => {
  test('dotted, stands under parents it shares with others; both spellings of the label', () => {
    expect(
      fieldsOfOptions([
        { label: 'ID', value: 'data.id' },
        { content: 'Name', value: 'data.name' },
        { value: 'status' },
      ]),
    ).toEqual([
      { ...plain('data', 'data'), types: ['object'], children: [plain('id', 'ID'), plain('name', 'Name')] },
      plain('status', 'status'),
    ]);
  });

  test('may lead into a list or hold keys that are no path', () => {
    expect(
      fieldsOfOptions([
        { label: 'SKU', value: 'lines[0].sku' },
        { label: 'First', value: 'properties.First Name' },
        { label: 'Odd', value: '["odd.key"]' },
        { label: 'Whole', value: '' },
      ]),
    ).toEqual([
      {
        ...plain('lines', 'lines'),
        types: ['array'],
        children: [{ step: 0, label: 'first item', types: ['object'], children: [plain('sku', 'SKU')] }],
      },
      { ...plain('properties', 'properties'), types: ['object'], children: [plain('First Name', 'First')] },
      plain('odd.key', 'Odd'),
    ]);
  });

  test('names its parent whether it comes before its parts or after them', () => {
    const part = { label: 'ID', value: 'data.id' };
    const whole = { label: 'Data', value: 'data', schema: { properties: { name: { type: 'string' } } } };
    const id = plain('id', 'ID');
    const name = { step: 'name', label: 'name', types: ['string'] };
    expect(fieldsOfOptions([part, whole])).toEqual([
      { step: 'data', label: 'Data', types: ['object'], children: [id, name] },
    ]);
    expect(fieldsOfOptions([whole, part])).toEqual([
      { step: 'data', label: 'Data', types: ['object'], children: [name, id] },
    ]);
  });
});

describe('the schema of an option', () => {
  test.each<[JsonSchema, Partial<Field>]>([
    [{ type: 'integer' }, { types: ['number'] }],
    [{ type: ['string', 'null'] }, { types: ['string', 'null'] }],
    [{ type: 'null' }, { types: ['unknown'] }],
    [{ type: 'whatever' }, { types: ['unknown'] }],
    [{}, { types: ['unknown'] }],
    [
      { type: 'string', format: 'uri' },
      { types: ['string'], format: 'url' },
    ],
    [
      { type: 'string', format: 'date-time' },
      { types: ['string'], format: 'date-time' },
    ],
    [{ type: 'string', format: 'uuid' }, { types: ['string'] }],
    [
      { type: 'string', example: 'x' },
      { types: ['string'], sample: 'x' },
    ],
    [
      { type: 'string', examples: ['x', 'y'] },
      { types: ['string'], sample: 'x' },
    ],
    [{ oneOf: [{ type: 'number' }, { type: 'string' }] }, { types: ['number', 'string'] }],
    [{ title: 'Not the label' }, { types: ['unknown'] }],
  ])('%j', (schema, field) => {
    expect(fieldOfSchema(schema)).toEqual({ step: 'data', label: 'Data', ...field });
  });

  test('properties and items become children; title names a leaf, required tells what is optional', () => {
    const schema = {
      type: 'object',
      properties: {
        no: { type: 'string', title: 'Number', example: 'A1' },
        lines: {
          type: 'array',
          items: { properties: { sku: { type: 'string' }, gift: { type: 'boolean' } }, required: ['sku'] },
        },
      },
    };
    expect(fieldOfSchema(schema)?.children).toEqual([
      { step: 'no', label: 'Number', types: ['string'], sample: 'A1' },
      {
        step: 'lines',
        label: 'lines',
        types: ['array'],
        children: [
          {
            step: 0,
            label: 'first item',
            types: ['object'],
            children: [
              { step: 'sku', label: 'sku', types: ['string'] },
              { step: 'gift', label: 'gift', types: ['boolean'], optional: true },
            ],
          },
        ],
      },
    ]);
  });

  test('alternatives give their children together', () => {
    const schema = {
      oneOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { type: 'object', properties: { a: { type: 'number' }, b: { type: 'boolean' } } },
      ],
    };
    expect(fieldOfSchema(schema)).toMatchObject({
      types: ['object'],
      children: [
        { step: 'a', types: ['string', 'number'] },
        { step: 'b', types: ['boolean'] },
      ],
    });
  });
});
