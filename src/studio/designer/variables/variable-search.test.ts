import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../flow/example.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { sampleText } from './sample-text.ts';
import { createVariableSource } from './variable-source.ts';
import { indexVariables, searchVariables } from './variable-search.ts';

const now = [{ name: 'g_now', label: 'Now', description: 'The time' }];

function group(label: string, data: unknown, componentId = 't'): VariableGroup {
  const ports = [{ port: 'out', fields: fieldsOfValue({ data }) }];
  return { componentId, label, type: 'appmixer.utils.http.Post', distance: 1, ports };
}

const order = group('New order', {
  tags: ['urgent', 'vip'],
  items: [{ sku: 'A1', size: { w: 1 } }, { sku: 'B2' }, { sku: 'C3', size: { w: 7 } }],
  note: `${'A text that goes on for longer than a row of the tree shows of it, '.repeat(2)}up to its needle`,
});
const index = indexVariables([order], now);

/** The matches, without the heading of their component. */
const found = (query: string, of = index) =>
  searchVariables(of, query)
    .slice(1)
    .map(({ key, label, trail, field }) => [
      key.replace('$.t.out.data.', ''),
      label,
      trail ?? '',
      field ? sampleText(field) : '',
    ]);
const keys = (query: string, of = index) => found(query, of).map(([key]) => key);

test('a value is found to its end, longer than a row shows it', () => {
  expect(keys('needle')).toEqual(['note']);
});

test('a value in a further item of a list is found, and what else the list offers beside it', () => {
  expect(found('vip')).toEqual([
    ['tags[1]', 'item 1', 'data.tags', 'vip'],
    ['tags[0]', 'first item', 'data.tags', 'urgent'],
    ['tags[-1]', 'last item', 'data.tags', 'vip'],
    ['tags place', 'item by number…', 'data.tags', ''],
    ['tags condition', 'items where…', 'data.tags', ''],
  ]);
  expect(found('B2')).toEqual([
    ['items[1].sku', 'sku', 'data.items[1]', 'B2'],
    ['items[0].sku', 'sku', 'data.items[0]', 'A1'],
    ['items[-1].sku', 'sku', 'data.items[last item]', 'C3'],
    ['items[*].sku', 'sku', 'data.items[each item]', 'list'],
    ['items place', 'item by number…', 'data.items', ''],
    ['items condition', 'items where…', 'data.items', ''],
  ]);
});

test('what is picked from a list in a search is what its tree gives', () => {
  const rows = searchVariables(index, 'B2');
  expect(rows.flatMap(({ reference }) => reference ?? [])).toEqual([
    { variable: '$.t.out.data.items[1].sku', functions: [] },
    { variable: '$.t.out.data.items[0].sku', functions: [] },
    { variable: '$.t.out.data.items[-1].sku', functions: [] },
    { variable: '$.t.out.data.items', functions: [{ name: 'g_map', params: [{ value: 'sku' }] }] },
  ]);
  expect(rows.flatMap(({ choice }) => choice?.by ?? [])).toEqual(['place', 'condition']);
});

test('a path need not name the places in lists, and can', () => {
  expect(keys('items.sku')).toContain('items[0].sku');
  expect(keys('items.size.w')[0]).toBe('items[0].size.w');
  expect(keys('items[1]')).toEqual(expect.arrayContaining(['items[1]', 'items[1].sku']));
  expect(keys('items[1] sku')[0]).toBe('items[1].sku');
  expect(keys('items[2] w')[0]).toBe('items[2].size.w');
});

test('a name that every item has is no match of each', () => {
  expect(keys('sku')).toEqual([
    'items[0].sku',
    'items[-1].sku',
    'items[*].sku',
    'items place',
    'items condition',
  ]);
  expect(keys('items').filter((key) => /^items\[\d/.test(key!))).toEqual([
    'items[0]',
    'items[0].sku',
    'items[0].size',
    'items[0].size.w',
  ]);
});

test('the name of its component finds a field, behind those that have a name of their own', () => {
  expect(keys('New order')).toContain('note');
  expect(keys('order note')).toEqual(['note']);
  const orders = indexVariables([group('Order', { id: 1, order: 2 })], now);
  expect(keys('order', orders).slice(0, 2)).toEqual(['order', '$.t.out.data']);
  expect(searchVariables(index, 'this run now').map(({ label }) => label)).toEqual(['This run', 'Now']);
});

test('a component of which no field is known is found by its name', () => {
  const silent: VariableGroup = {
    ...group('Call a service', {}),
    ports: [{ port: 'out', fields: [], open: true }],
  };
  const open = indexVariables([silent], now);
  expect(searchVariables(open, 'service').map(({ reference }) => reference?.variable)).toEqual(['$.t.out']);
  expect(searchVariables(open, 'servant')).toEqual([]);
});

test.each(['jane@example.com', '1.5', 'Jane Doe '])(
  'a field whose value is %s comes before those that have it within',
  (query) => {
    const value = query.trim();
    const people = indexVariables([group('Event', { common: `to ${value}!`, deep: { by: value } })], []);
    expect(keys(query, people)[0]).toBe('deep.by');
  },
);

test('lists in lists are searched in further items, too', () => {
  const lists = indexVariables([group('Event', { a: [{ b: ['x'] }, { b: ['y', 'deep'] }] })], []);
  expect(keys('deep', lists)).toEqual([
    'a[1].b[1]',
    'a[1].b[0]',
    'a[1].b[-1]',
    'a[1].b place',
    'a[1].b condition',
  ]);
});

test('of a list of thousands the first hundred items are searched, and few of many offers are made', () => {
  const items = Array.from({ length: 5_000 }, (_, at) => ({ id: `no ${at}` }));
  const many = indexVariables([group('Event', { items })], []);
  expect(keys('99', many)[0]).toBe('items[99].id');
  expect(keys('4999', many)).toEqual([]);
  const lists = indexVariables([group('Event', { a: items, b: items, c: items })], []);
  expect(keys('no', lists).filter((key) => /\[[1-9]/.test(key!))).toHaveLength(200);
  const wide = indexVariables(
    [group('Event', { items: [Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, at]))] })],
    [],
  );
  expect(keys('f', wide).filter((key) => key!.includes('[-1]'))).toHaveLength(12);
});

test('an index is prepared with rests, and one that is asked for meanwhile is made at once', () => {
  const big = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`field_${at}`, at]));
  const source = createVariableSource([group('Event', big)]);
  const steps = source.prepareSearch();
  expect(steps.next().done).toBe(false);
  expect(searchVariables(source.searchIndex(), 'field_1999')).toHaveLength(2);
  expect(steps.next().done).toBe(true);
  expect(source.searchIndex()).toBe(source.searchIndex());

  const prepared = createVariableSource([group('Event', big)]);
  let rests = 0;
  for (const ahead = prepared.prepareSearch(); !ahead.next().done;) rests += 1;
  expect(rests).toBeGreaterThanOrEqual(8);
  expect(searchVariables(prepared.searchIndex(), 'field_1999')).toHaveLength(2);
});
