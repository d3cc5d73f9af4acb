import { expect, test } from 'vitest';
import type { VariableRow } from '../variable-row.ts';
import { firstPick, treeAction } from './tree-keys.ts';

const row = (over: Partial<VariableRow>): VariableRow => ({
  key: 'k',
  kind: 'field',
  label: 'l',
  level: 1,
  expandable: false,
  expanded: false,
  ...over,
});
const rows = [
  row({ key: 'component', kind: 'component', expandable: true, expanded: true }),
  row({ key: 'issue', level: 2, expandable: true, expanded: true, reference: { variable: '$.t.out.issue' } }),
  row({ key: 'title', level: 3, reference: { variable: '$.t.out.issue.title' } }),
  row({ key: 'user', level: 2, expandable: true, reference: { variable: '$.t.out.user' } }),
];

test('up and down stop at the ends', () => {
  expect(treeAction(rows, 3, 'ArrowDown', false)).toEqual({ move: 3 });
  expect(treeAction(rows, 0, 'ArrowUp', false)).toEqual({ move: 0 });
  expect(treeAction(rows, 0, 'PageDown', false)).toEqual({ move: 3 });
});

test('right opens, then enters; left leaves, then closes', () => {
  expect(treeAction(rows, 3, 'ArrowRight', false)).toEqual({ toggle: 'user' });
  expect(treeAction(rows, 1, 'ArrowRight', false)).toEqual({ move: 2 });
  expect(treeAction(rows, 2, 'ArrowLeft', false)).toEqual({ move: 1 });
  expect(treeAction(rows, 1, 'ArrowLeft', false)).toEqual({ toggle: 'issue' });
});

test('left and right are the caret’s while there is a search text', () => {
  expect(treeAction(rows, 3, 'ArrowRight', true)).toBeUndefined();
  expect(treeAction(rows, 2, 'ArrowLeft', true)).toBeUndefined();
});

test('Enter picks what is a variable and opens what is none', () => {
  expect(treeAction(rows, 2, 'Enter', true)).toEqual({ pick: rows[2] });
  expect(treeAction(rows, 0, 'Enter', false)).toEqual({ toggle: 'component' });
  expect(treeAction([], 0, 'Enter', false)).toBeUndefined();
});

test('the cursor begins at the first plain value, else at the first variable', () => {
  expect(firstPick(rows)).toBe(2);
  expect(firstPick(rows.slice(0, 2))).toBe(1);
  expect(firstPick([])).toBe(0);
});
