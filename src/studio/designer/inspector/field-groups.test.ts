import { expect, test } from 'vitest';
import { fieldGroups } from './field-groups.ts';
import { inspectorOf, requiredFields } from './inspector-of.ts';
import { storedValue } from './stored-value.ts';

const inspector = {
  inputs: {
    late: { type: 'text', index: 9 },
    early: { type: 'text', index: 1 },
    hidden: { type: 'text', index: 2, when: { eq: { './early': 'yes' } } },
    unordered: { type: 'text' },
    advanced: { type: 'text', group: 'more', index: 1 },
    stray: { type: 'text', group: 'undeclared' },
  },
  groups: { empty: { label: 'Empty', index: 1 }, more: { label: 'More', index: 2, closed: true } },
};

const names = (values: Record<string, unknown>) =>
  fieldGroups(inspector, values).map((group) => [
    group.label,
    group.closed,
    group.fields.map(({ name }) => name),
  ]);

test('fields stand by index in their groups; what does not show is left out', () => {
  expect(names({})).toEqual([
    [undefined, false, ['early', 'late', 'unordered']],
    ['More', true, ['advanced']],
    ['undeclared', false, ['stray']],
  ]);
  expect(names({ early: 'yes' })[0]?.[2]).toEqual(['early', 'hidden', 'late', 'unordered']);
});

test('a form with a schema alone has a field per member', () => {
  const port = {
    schema: {
      type: 'object',
      properties: { url: { type: 'string' }, on: { type: 'boolean' } },
      required: ['url'],
    },
  };
  expect(Object.entries(inspectorOf(port).inputs ?? {}).map(([name, { type }]) => [name, type])).toEqual([
    ['url', 'text'],
    ['on', 'toggle'],
  ]);
  expect(requiredFields(port)).toEqual(new Set(['url']));
});

test('emptied text is no value, unless a default would come back', () => {
  expect(storedValue({ type: 'text' }, '')).toBeUndefined();
  expect(storedValue({ type: 'text', defaultValue: 'x' }, '')).toBe('');
  expect(storedValue({ type: 'select', defaultValue: 'x' }, undefined)).toBe('');
  expect(storedValue({ type: 'number', defaultValue: 200 }, undefined)).toBeUndefined();
});
