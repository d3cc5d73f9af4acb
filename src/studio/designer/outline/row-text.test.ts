import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';
import { outlineRows } from './outline-rows.ts';
import { rowText } from './row-text.ts';

const post = 'appmixer.utils.http.Post';
const flow: Descriptor = {
  c: { type: 'appmixer.utils.controls.Condition', x: 0, y: 0 },
  a: { type: post, x: 0, y: 0, label: 'Tell', source: { in: { c: ['true'] } } },
  x: { type: 'acme.crm.core.Find', x: 0, y: 0, source: { in: { c: ['error'], a: ['response'] } } },
};

const spoken = outlineRows(flow, catalogue).map(
  (row) => rowText(row, { descriptor: flow, catalogue, problems: new Map([['a', 2]]) }, 3).spoken,
);

test('a row says its place, its problems, and how it hangs together with others', () => {
  expect(spoken).toEqual([
    'Condition, step 1 of 3',
    'true, branch of Condition',
    'Tell, step 2 of 3, 2 problems, goes on to Find',
    'false, branch of Condition, nothing follows yet',
    'error, branch of Condition, goes on to Find',
    'Find, step 3 of 3, Not installed, from Condition (error), Tell (response)',
  ]);
});
