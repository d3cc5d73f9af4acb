import { expect, test } from 'vitest';
import type { Descriptor, FunctionCall } from '../descriptor.ts';
import { impactOf } from '../impact/impact.ts';
import { inEnglish } from '../messages/message.ts';
import { hindrancesOf, problemsOf, refuses } from '../problems.ts';
import { testCatalogue as catalogue } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';

const example = {
  total: 12,
  note: 'paid',
  buyer: { name: 'Ada', age: '36' },
  lines: [{ sku: 'A1', price: 9 }],
  nothing: null,
};

/** A URL that takes a variable of the example through modifiers. */
function flowWith(variable: string, functions: FunctionCall[], value: unknown = example): Descriptor {
  const properties = { event: 'e', example: JSON.stringify(value) };
  const modifiers = { url: { m: { variable: `$.event.out.data.${variable}`, functions } } };
  return {
    event: node('onEvent', {}, { config: { properties } }),
    post: node('post', { event: ['out', { modifiers, lambda: { url: '{{{m}}}', bodyType: 'json' } }] }),
  };
}

const told = (flow: Descriptor) =>
  problemsOf(flow, catalogue).map(({ kind, message }) => [kind, inEnglish(message)]);
const call = (name: string, ...values: unknown[]): FunctionCall => ({
  name,
  params: values.map((value) => ({ value })),
});

test.each<[variable: string, functions: FunctionCall[], reason: string]>([
  ['buyer', [call('g_formatDate')], '“Format Date” cannot work on an object'],
  ['note', [call('g_add', 1)], '“Add” cannot work on a text'],
  ['total', [call('g_map', 'sku')], '“Pick Field” cannot work on a number'],
  // Somewhere in the value, as far as the chain can be followed.
  ['lines', [call('g_map', 'sku'), call('g_first'), call('g_sum')], '“Sum” cannot work on a text'],
  ['lines', [call('g_map', 'price'), call('g_add', 1)], '“Add” cannot work on a list'],
  // What the modifier before it always makes.
  ['lines', [call('g_length'), call('g_first')], '“First Item” cannot work on a number'],
])('of %s, %j: %s %s', (variable, functions, reason) => {
  const problems = told(flowWith(variable, functions));
  expect(problems).toEqual([['refused-value', `URL uses data.${variable}: ${reason}.`]]);
  // Another example may have another value there: that keeps nothing from running, starting or being published.
  const flow = flowWith(variable, functions);
  expect(hindrancesOf(flow, catalogue)).toEqual([]);
  expect(problemsOf(flow, catalogue).some(refuses)).toBe(false);
});

test.each<[variable: string, functions: FunctionCall[]]>([
  ['lines', [call('g_map', 'price'), call('g_sum'), call('g_add', 1)]],
  ['buyer.age', [call('g_add', 1)]],
  ['buyer', [{ name: 'g_formatDate', onError: 'keep' }]],
  ['nothing', [call('g_sum')]],
  // Nobody can tell what these make.
  ['note', [call('g_parse'), call('g_sum')]],
  ['lines', [call('g_length'), { name: 'g_first', onError: 'keep' }]],
])('of %s, %j fails nothing', (variable, functions) => {
  expect(told(flowWith(variable, functions))).toEqual([]);
});

test('a change that leads to it tells the same', () => {
  const functions = [call('g_sum')];
  const before = flowWith('total', functions, { total: [1, 2] });
  const after = flowWith('total', functions, { total: 'three' });
  const [lost] = impactOf(before, after, catalogue);
  expect(lost).toMatchObject({ variable: '$.event.out.data.total', lost: 'type' });
  expect(told(after)).toEqual([['refused-value', `URL uses data.total: ${inEnglish(lost!.refused!)}.`]]);
});
