import { describe, expect, test } from 'vitest';
import { fieldsOfValue } from './example.ts';
import { fieldAt } from './field-at.ts';
import type { PathStep } from './fields.ts';
import { fieldsOfOptions } from './options.ts';

const inExample = (value: unknown, ...steps: PathStep[]) =>
  fieldAt({ fields: fieldsOfValue(value) }, steps).found;

describe('below a value of an example', () => {
  test.each<[value: unknown, steps: PathStep[], found: boolean]>([
    [{ name: { first: 'Ada' } }, ['name', 'first'], true],
    [{ name: 'Ada' }, ['name', 'first'], false],
    [{ total: 5 }, ['total', 'amount'], false],
    [{ paid: true }, ['paid', 'at'], false],
    [{ items: 'none' }, ['items', 0, 'sku'], false],
    [{ c: {} }, ['c', 'email'], false],
    [{ c: null }, ['c', 'email', 0], true],
    [{ items: [] }, ['items', 3, 'sku'], true],
    [{ items: [] }, ['items', 'sku'], false],
    [{ items: [{ sku: 'A' }] }, ['items', '2', 'sku'], true],
    [{ items: [{ sku: 'A' }] }, ['items', 2, 'sku', 'x'], false],
    [{ items: [[]] }, ['items', 0, 0, 'x'], true],
    [{ items: { 0: 'a' } }, ['items', '0'], true],
    [{ items: { 0: 'a' } }, ['items', 0], false],
    [[{ a: {} }, { a: { b: 1 } }], [0, 'a', 'b'], true],
  ])('%j has %j: %s', (value, steps, found) => {
    expect(inExample(value, ...steps)).toBe(found);
  });
});

test('an object that is only declared may hold anything, one with declared fields those', () => {
  const fields = fieldsOfOptions([
    { value: 'query', schema: { type: 'object' } },
    { value: 'data', schema: {} },
    { value: 'method', schema: { type: 'string' } },
    { value: 'rows', schema: { type: 'array' } },
    { value: 'either', schema: { oneOf: [{ type: 'string' }, { type: 'object' }] } },
    { value: 'body', schema: { type: 'object' } },
    { value: 'body.id' },
  ]);
  const has = (...steps: PathStep[]) => fieldAt({ fields }, steps).found;
  expect(has('query', 'page', 'x')).toBe(true);
  expect(has('data', 'id')).toBe(true);
  expect(has('method', 'id')).toBe(false);
  expect(has('rows', 0, 'id')).toBe(true);
  expect(has('rows', 'id')).toBe(false);
  expect(has('either', 'id')).toBe(true);
  expect(has('body', 'id', 'x')).toBe(true);
  expect(has('body', 'no')).toBe(false);
});
