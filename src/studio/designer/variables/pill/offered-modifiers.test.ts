import { expect, test } from 'vitest';
import { type Offer, offeredModifiers } from './offered-modifiers.ts';

const names = (groups: Offer['fitting']) =>
  groups.flatMap(({ modifiers }) => modifiers.map(({ name }) => name));

test('what fits the value comes first, and nothing is left out', () => {
  const { fitting, others } = offeredModifiers([1, 2], '');
  expect(names(fitting)).toContain('g_sum');
  expect(names(fitting)).not.toContain('g_uppercase');
  expect(names(others)).toContain('g_uppercase');
  expect(names(others)).not.toContain('g_now');
  expect(names(offeredModifiers('2026-01-31', '').fitting)).toContain('g_formatDate');
  expect(names(offeredModifiers('Ada', '').fitting)).not.toContain('g_formatDate');
});

test('without a value nothing fits more than the rest', () => {
  const { fitting, others } = offeredModifiers(undefined, '');
  expect(fitting).toEqual([]);
  expect(others[0]).toMatchObject({ category: 'text' });
});

test('a search looks at every word, labels that begin so first', () => {
  expect(names(offeredModifiers(undefined, 'sort').others)[0]).toBe('g_sort');
  expect(names(offeredModifiers(undefined, 'g_toCsv').others)).toEqual(['g_toCsv']);
  expect(names(offeredModifiers(undefined, 'currency sort').others)).toEqual([]);
  expect(names(offeredModifiers(undefined, 'amount money').others)).toEqual(['g_formatCurrency']);
});
