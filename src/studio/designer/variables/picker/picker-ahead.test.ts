import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../../flow/example.ts';
import type { Field } from '../../../../flow/fields.ts';
import { createVariableSource } from '../variable-source.ts';
import { pickerAhead } from './picker-ahead.ts';

test('a picker opens without reading fields, once they were read ahead, a step at a time', () => {
  let reads = 0;
  const data: Field = {
    step: 'data',
    label: 'data',
    types: ['object'],
    get children() {
      reads += 1;
      return fieldsOfValue({ title: 'Spelling error', labels: ['bug'] });
    },
  };
  const source = createVariableSource([
    {
      componentId: 't1',
      label: 'On App Event',
      type: 'appmixer.utils.appevents.OnAppEvent',
      distance: 1,
      ports: [{ port: 'out', fields: [data] }],
    },
  ]);
  const steps = pickerAhead(source);
  expect(reads).toBe(0);
  let count = 1;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThan(3);

  const readAhead = reads;
  expect(readAhead).toBeGreaterThan(0);
  expect(source.firstRows().map(({ label }) => label)).toContain('title');
  expect(reads).toBe(readAhead);
});

test('a level of ten thousand fields is laid out with rests, and once', () => {
  const big = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field_${at}`, at]));
  const data: Field = { step: 'data', label: 'data', types: ['object'], children: fieldsOfValue(big) };
  const source = createVariableSource([
    {
      componentId: 't1',
      label: 'On App Event',
      type: 'appmixer.utils.appevents.OnAppEvent',
      distance: 1,
      ports: [{ port: 'out', fields: [data] }],
    },
  ]);
  const steps = source.prepareRows();
  let rests = 0;
  while (!steps.next().done) rests += 1;
  expect(rests).toBe(20);
  const rows = source.firstRows();
  expect(rows.filter(({ kind }) => kind === 'field')).toHaveLength(10_001);
  expect(source.firstRows()).toBe(rows);
});
