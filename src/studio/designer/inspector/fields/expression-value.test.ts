import { expect, test } from 'vitest';
import {
  addGroup,
  addRow,
  newRow,
  readExpression,
  removeRow,
  setCell,
  writeExpression,
} from './expression-value.ts';

const stored = { AND: [{ OR: [{ input: 'a' }, { input: 'b' }] }, { OR: [{ input: 'c' }] }] };

test('both levels are read as groups of rows and written back alike', () => {
  const expression = readExpression(stored, ['AND', 'OR']);
  expect(expression.groups).toEqual([[{ input: 'a' }, { input: 'b' }], [{ input: 'c' }]]);
  expect(writeExpression(expression)).toEqual(stored);
});

test('one level is one group, and no levels mean ADD', () => {
  expect(readExpression({ ADD: [{ name: 'n' }] }, undefined).groups).toEqual([[{ name: 'n' }]]);
  expect(writeExpression(addRow(readExpression(undefined, ['AND']), 0, { input: 'x' }))).toEqual({
    AND: [{ input: 'x' }],
  });
});

test('whatever does not fit the levels counts as no rows', () => {
  for (const value of [null, 'text', [], { OR: [1] }, { AND: { OR: [] } }, { AND: ['x', { OR: 'y' }] }]) {
    expect(writeExpression(readExpression(value, ['AND', 'OR']))).toBeUndefined();
  }
});

test('a group goes with its last row, the expression with its last group', () => {
  const one = removeRow(readExpression(stored, ['AND', 'OR']), 1, 0);
  expect(writeExpression(one)).toEqual({ AND: [{ OR: [{ input: 'a' }, { input: 'b' }] }] });
  const none = removeRow(removeRow(one, 0, 1), 0, 0);
  expect(writeExpression(none)).toBeUndefined();
});

test('cells are set and removed in their own row only', () => {
  const expression = readExpression(stored, ['AND', 'OR']);
  const changed = setCell(expression, { group: 0, row: 1, name: 'operator' }, '=');
  expect(changed.groups).toEqual([[{ input: 'a' }, { input: 'b', operator: '=' }], [{ input: 'c' }]]);
  expect(setCell(changed, { group: 0, row: 1, name: 'operator' }, undefined).groups).toEqual(
    expression.groups,
  );
});

test('a new row begins with the defaults of the fields that show', () => {
  const row = newRow({
    operator: { type: 'select', defaultValue: '=' },
    value: { type: 'text', defaultValue: 'x', when: { eq: { './operator': 'contains' } } },
  });
  expect(row).toEqual({ operator: '=' });
  expect(writeExpression(addGroup(readExpression(undefined, ['AND', 'OR']), row))).toEqual({
    AND: [{ OR: [{ operator: '=' }] }],
  });
});
