import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../flow/example.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { sampleText } from './sample-text.ts';
import { fieldRows, treeRows } from './variable-row.ts';
import { createVariableSource } from './variable-source.ts';

const fields = fieldsOfValue({
  data: {
    items: [
      { sku: 'A1', tags: ['x'] },
      { sku: 'B2', size: { w: 2 } },
    ],
    names: ['Ada', 'Bo'],
  },
});
const event: VariableGroup = {
  componentId: 't',
  label: 'Event',
  type: 'appmixer.utils.appevents.OnAppEvent',
  distance: 1,
  ports: [{ port: 'out', fields }],
};
const items = '$.t.out.data.items';

function rowsWith(...open: string[]) {
  const rows = treeRows([event], [], new Set(['t', '$.t.out.data', ...open]));
  return rows.slice(rows.findIndex(({ key }) => key === open[0]) + 1);
}

test('an opened list offers its first, its last and each item, one by its number, and those that fit', () => {
  const labels = rowsWith(items).map(({ label }) => label);
  expect(labels.slice(0, 5)).toEqual([
    'first item',
    'last item',
    'each item',
    'item by number…',
    'items where…',
  ]);
  // Of plain values the list itself is what each has.
  expect(rowsWith('$.t.out.data.names').map(({ label }) => label)).toEqual([
    'first item',
    'last item',
    'item by number…',
    'items where…',
  ]);
});

test('the last item shows what the example has there', () => {
  const last = rowsWith(items, `${items}[-1]`, `${items}[-1].size`).filter(({ key }) => key.includes('[-1]'));
  expect(
    last.map(({ key, field, reference }) => [key, field && sampleText(field), reference?.variable]),
  ).toEqual([
    [`${items}[-1]`, '3 fields', `${items}[-1]`],
    [`${items}[-1].sku`, 'B2', `${items}[-1].sku`],
    [`${items}[-1].tags`, 'list', `${items}[-1].tags`],
    [`${items}[-1].size`, '1 field', `${items}[-1].size`],
    [`${items}[-1].size.w`, '2', `${items}[-1].size.w`],
  ]);
});

test('what each item has is a list made by a modifier, at any depth', () => {
  const each = rowsWith(items, `${items}[*]`, `${items}[*].size`).filter(({ key }) => key.includes('[*].'));
  expect(each.map(({ reference }) => reference)).toEqual(
    ['sku', 'tags', 'size', 'size.w'].map((path) => ({
      variable: items,
      functions: [{ name: 'g_map', params: [{ value: path }] }],
    })),
  );
  expect(each.every(({ field }) => field?.types[0] === 'array')).toBe(true);
});

test('a tree that is only looked at has the first item alone', () => {
  const base = { componentId: 't', port: 'out', steps: [] };
  const rows = fieldRows(fields, base, 1, new Set(['$.t.out.data', items]));
  expect(rows.map(({ label }) => label)).toEqual(['data', 'items', 'first item', 'names']);
});

test('a pill that picks from a list says so, with the example of its place', () => {
  const source = createVariableSource([event]);
  const label = (name: string) =>
    source.describe({ variable: items, functions: [{ name, params: [{ value: 'sku' }] }] }).label;
  expect(label('g_map')).toBe('items: each sku');
  expect(label('g_find')).toBe('items: first match');
  expect(label('g_filter')).toBe('items: all matches');
  expect(source.describe({ variable: `${items}[-1].sku` }).field?.sample).toBe('B2');
  expect(source.describe({ variable: `${items}[7].sku` }).field?.sample).toBeUndefined();
});
