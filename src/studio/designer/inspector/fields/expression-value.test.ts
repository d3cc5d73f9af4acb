import { expect, test } from 'vitest';
import {
  addGroup,
  addRow,
  type Expression,
  newRow,
  readExpression,
  removeRow,
  setCell,
  writeExpression,
} from './expression-value.ts';

const stored = { AND: [{ OR: [{ input: 'a' }, { input: 'b' }] }, { OR: [{ input: 'c' }] }] };

test('both levels are read as groups of rows and written back alike', () => {
  const expression = read(stored, ['AND', 'OR']);
  expect(expression.groups).toEqual([[{ input: 'a' }, { input: 'b' }], [{ input: 'c' }]]);
  expect(writeExpression(expression)).toEqual(stored);
});

test('one level is one group, and no levels mean ADD', () => {
  expect(read({ ADD: [{ name: 'n' }] }, undefined).groups).toEqual([[{ name: 'n' }]]);
  expect(writeExpression(addRow(read(undefined, ['AND']), 0, { input: 'x' }))).toEqual({
    AND: [{ input: 'x' }],
  });
});

test.each([
  ['{{{m1}}}'],
  [[]],
  [{ OR: [1] }],
  [{ OR: [{ input: 'a' }] }],
  [{ AND: { OR: [] } }],
  [{ AND: ['x', { OR: 'y' }] }],
  [{ AND: [{ OR: [{ input: 'a' }], note: 'b' }] }],
])('%j does not fit the levels, and is left as it is', (value) => {
  expect(readExpression(value, ['AND', 'OR'])).toBeUndefined();
});

test.each([[undefined], [null], [''], [{}], [{ AND: [] }]])('%j is no rows', (value) => {
  expect(read(value, ['AND', 'OR']).groups).toEqual([]);
});

test('a group goes with its last row, the expression with its last group', () => {
  const one = removeRow(read(stored, ['AND', 'OR']), 1, 0);
  expect(writeExpression(one)).toEqual({ AND: [{ OR: [{ input: 'a' }, { input: 'b' }] }] });
  const none = removeRow(removeRow(one, 0, 1), 0, 0);
  expect(writeExpression(none)).toBeUndefined();
});

test('cells are set and removed in their own row only', () => {
  const expression = read(stored, ['AND', 'OR']);
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
  expect(writeExpression(addGroup(read(undefined, ['AND', 'OR']), row))).toEqual({
    AND: [{ OR: [{ operator: '=' }] }],
  });
});

/** What is known to fit. */
function read(value: unknown, levels: string[] | undefined): Expression {
  const expression = readExpression(value, levels);
  if (!expression) throw new Error('It does not fit the levels.');
  return expression;
}
