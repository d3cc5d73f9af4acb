import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../flow/example.ts';
import { sampleText } from '../variables/sample-text.ts';
import { countFields, shownFields } from './shown-fields.ts';

const example = { note: 'x'.repeat(5000), orders: [{ sku: 'A1' }, { sku: 'B2' }], at: { city: 'Prague' } };

test('what is shown of an example can be sent, and is small whatever the example holds', () => {
  const fields = fieldsOfValue({ ...example, orders: Array.from({ length: 5000 }, () => ({ sku: 'A1' })) });
  const sent = structuredClone(shownFields(fields));
  expect(JSON.stringify(sent).length).toBeLessThan(1500);
  expect(countFields(sent)).toBe(countFields(fields));
  expect(sent.map(({ step }) => step)).toEqual(['note', 'orders', 'at']);
  // A list says how long it is, though its items stayed behind.
  expect(sent.map(sampleText)).toEqual(fields.map(sampleText));
});

test('of too many fields the outer ones are shown', () => {
  const shown = shownFields(fieldsOfValue(example), 4);
  expect(shown.map(({ step, children }) => [step, children?.map((child) => child.step)])).toEqual([
    ['note', undefined],
    ['orders', [0]],
    ['at', []],
  ]);
});
