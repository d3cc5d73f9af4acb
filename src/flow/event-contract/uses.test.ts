import { expect, test } from 'vitest';
import type { Mapping } from '../descriptor.ts';
import { testCatalogue as catalogue } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';
import { hangsOn, usesOfEvent } from './uses.ts';

const mapping: Mapping = {
  type: 'json2new',
  lambda: { first: 'To {{{a}}} and {{{a}}}', second: '{{{$.on.out.data.lines[0].sku}}}', third: '{{{b}}}' },
  modifiers: {
    first: { a: { variable: '$.on.out.data.customer.email', functions: [] } },
    third: { b: { variable: '$.other.out.data.email', functions: [] } },
  },
};

const flow = {
  on: node('onEvent', {}, { config: { properties: { event: 'order' } } }),
  other: node('onEvent', {}, { config: { properties: { event: 'contact' } } }),
  join: node('join', { on: ['out', mapping] }, { label: 'Tell' }),
};

test('what a flow takes out of an event’s data is found, in references and in texts', () => {
  expect(usesOfEvent(flow, catalogue, 'order')).toEqual([
    expect.objectContaining({
      componentId: 'join',
      label: 'Tell',
      inPort: 'in',
      field: 'first',
      steps: ['customer', 'email'],
    }),
    expect.objectContaining({ field: 'second', steps: ['lines', 0, 'sku'] }),
  ]);
  expect(usesOfEvent(flow, catalogue, 'contact')).toMatchObject([{ field: 'third', steps: ['email'] }]);
  expect(usesOfEvent(flow, catalogue, 'other')).toEqual([]);
});

test('what modifiers look at is taken, not the list it stands in', () => {
  const picked: Mapping = {
    type: 'json2new',
    lambda: { first: '{{{a}}}' },
    modifiers: {
      first: {
        a: {
          variable: '$.on.out.data.items',
          functions: [
            { name: 'g_find', params: [{ value: 'price' }, { value: '>' }, { value: '10' }] },
            { name: 'g_get', params: [{ value: 'sku' }] },
          ],
        },
      },
    },
  };
  const steps = usesOfEvent({ ...flow, join: node('join', { on: ['out', picked] }) }, catalogue, 'order').map(
    (use) => use.steps,
  );
  expect(steps).toEqual([
    ['items', 0, 'price'],
    ['items', 0, 'sku'],
  ]);
});

test('a trigger that is switched off takes nothing', () => {
  const off = { ...flow, on: { ...flow.on, disabled: true } };
  expect(usesOfEvent(off, catalogue, 'order')).toEqual([]);
});

test.each([
  [['a', 'b'], ['a', 'b'], 'field'],
  [['a', 'b', 'c'], ['a', 'b'], 'field'],
  [['a'], ['a', 'b'], 'whole'],
  [[], ['a'], 'whole'],
  [['a', 'c'], ['a', 'b'], undefined],
  [['lines', 3, 'sku'], ['lines', 0, 'sku'], 'field'],
  [['lines', '-1', 'sku'], ['lines', 0, 'sku'], 'field'],
  [['lines', 'sku'], ['lines', 0, 'sku'], undefined],
] as const)('%j hangs on %j: %s', (used, field, expected) => {
  expect(hangsOn([...used], [...field])).toBe(expected);
});
