import { expect, test } from 'vitest';
import type { FunctionCall } from '../descriptor.ts';
import { followChain, placesTaken } from './chain.ts';

const call = (name: string, ...values: unknown[]): FunctionCall => ({
  name,
  params: values.map((value) => ({ value })),
});

test.each<[chain: FunctionCall[], result: ReturnType<typeof followChain>['result']]>([
  [[], { steps: [], lists: 0 }],
  [[call('g_reverse'), call('g_map', 'price')], { steps: [0, 'price'], lists: 1 }],
  [[call('g_find', 'price', '>', 1), call('g_get', 'sku')], { steps: [0, 'sku'], lists: 0 }],
  [[call('g_map', 'address.city'), call('g_first')], { steps: [0, 'address', 'city'], lists: 0 }],
  [[call('g_map', 'tags'), call('g_first'), call('g_first')], { steps: [0, 'tags', 0], lists: 0 }],
  [[call('g_map', 'tags'), call('g_map', '[0]')], { steps: [0, 'tags', 0], lists: 1 }],
  [[call('g_map', 'a'), call('g_get', '[1].b')], { steps: [0, 'a', 'b'], lists: 0 }],
  [[call('g_map', 'a'), call('g_get', 'b')], undefined],
  [[call('g_jsonPath', '$[*].sku'), call('g_last')], { steps: [0, 'sku'], lists: 0 }],
  [[call('g_jsonPath', '$.a.b')], { steps: ['a', 'b'], lists: 0 }],
  [[call('g_jsonPath', '$[?@.a > 1]')], undefined],
  [[call('g_parse'), call('g_get', 'a')], undefined],
  [[call('g_groupBy', 'sku')], undefined],
])('%j gives what stands at %j', (chain, result) => {
  expect(followChain(chain).result).toEqual(result);
});

test.each<[chain: FunctionCall[], taken: unknown]>([
  [[], [[]]],
  [[call('g_map', 'price')], [[0, 'price']]],
  [
    [call('g_sort', 'price'), call('g_first'), call('g_get', 'sku'), call('g_uppercase')],
    [
      [0, 'price'],
      [0, 'sku'],
    ],
  ],
  [[call('g_length')], [[]]],
  [[call('g_groupBy', 'sku')], [[0, 'sku'], []]],
])('%j takes %j of the value', (chain, taken) => {
  expect(placesTaken(chain)).toEqual(taken);
});
