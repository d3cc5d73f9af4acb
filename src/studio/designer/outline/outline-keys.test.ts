import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';
import { rowByText, walkAction } from './outline-keys.ts';
import { outlineRows } from './outline-rows.ts';
import { visibleRows } from './visible-rows.ts';

const check = 'appmixer.utils.controls.Condition';
const post = 'appmixer.utils.http.Post';
const flow: Descriptor = {
  c: { type: check, x: 0, y: 0 },
  a: { type: post, x: 0, y: 0, source: { in: { c: ['true'] } } },
  b: { type: post, x: 0, y: 0, source: { in: { c: ['false'] } } },
};
const rows = outlineRows(flow, catalogue);
const keys = (closed: string[], active?: string) =>
  visibleRows(rows, new Set(closed), active).map(({ row }) => row.key);
const all = keys([]);
const [c, onTrue, a, onFalse, b] = all as [string, string, string, string, string];
const open = visibleRows(rows, new Set(), undefined);

test('what stands below a closed row does not show', () => {
  expect(keys([onTrue])).toEqual([c, onTrue, onFalse, b]);
  expect(keys([c])).toEqual([c]);
});

test('a closed row opens for the row in hand', () => {
  expect(keys([c, onTrue], a)).toEqual([c, onTrue, a, onFalse, b]);
  expect(keys([c, onTrue], onTrue)).toEqual([c, onTrue, onFalse, b]);
});

test('arrows, Home and End walk and stop at the ends', () => {
  expect(walkAction(open, 0, 'ArrowDown')).toEqual({ to: 1 });
  expect(walkAction(open, 0, 'ArrowUp')).toEqual({ to: 0 });
  expect(walkAction(open, 4, 'ArrowDown')).toEqual({ to: 4 });
  expect([walkAction(open, 2, 'Home'), walkAction(open, 2, 'End')]).toEqual([{ to: 0 }, { to: 4 }]);
  expect(walkAction(open, 1, 'PageDown')).toEqual({ to: 4 });
  expect(walkAction([], 0, 'End')).toBeUndefined();
  expect(walkAction(open, 0, 'x')).toBeUndefined();
});

test('left and right go out and in, closing and opening on the way', () => {
  expect(walkAction(open, 2, 'ArrowLeft')).toEqual({ to: 1 });
  expect(walkAction(open, 1, 'ArrowLeft')).toEqual({ toggle: onTrue });
  expect(walkAction(open, 1, 'ArrowRight')).toEqual({ to: 2 });
  expect(walkAction(open, 2, 'ArrowRight')).toBeUndefined();
  const closed = visibleRows(rows, new Set([c]), undefined);
  expect(walkAction(closed, 0, 'ArrowRight')).toEqual({ toggle: c });
});

test('typing finds the next row of that name, round the end', () => {
  const names = ['Condition', 'true', 'HTTP Post', 'false', 'HTTP Get'];
  expect(rowByText(names, 0, 'h')).toBe(2);
  expect(rowByText(names, 2, 'h')).toBe(4);
  expect(rowByText(names, 4, 'h')).toBe(2);
  expect(rowByText(names, 2, 'http g')).toBe(4);
  expect(rowByText(names, 2, 'ht')).toBe(2);
  expect(rowByText(names, 0, 'zebra')).toBeUndefined();
});
