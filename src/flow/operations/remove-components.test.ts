import { expect, test } from 'vitest';
import type { Descriptor, Mapping } from '../descriptor.ts';
import { linksOf } from '../graph.ts';
import { node } from '../testing/flow.ts';
import { removeComponents } from './remove-components.ts';

const mapping: Mapping = { type: 'json2new', lambda: { url: 'kept' } };

function linksAfter(flow: Descriptor, ...ids: string[]) {
  const result = removeComponents({ ids }).apply(flow);
  return linksOf(result).map(({ from, outPort, to, inPort }) => `${from}.${outPort} ${to}.${inPort}`);
}

test('heals a chain: the out port of the first, the mapping of the last', () => {
  const flow: Descriptor = {
    a: node('condition'),
    b: node('join', { a: ['false'] }),
    c: node('post', { b: ['out', mapping] }),
  };
  const result = removeComponents({ ids: ['b'] }).apply(flow);
  expect(Object.keys(result)).toEqual(['a', 'c']);
  expect(result['c']!.source).toEqual({ in: { a: ['false'] } });
  expect(result['c']!.config!.transform).toEqual({ in: { a: { false: mapping } } });
  expect(result['a']).toBe(flow['a']);
});

test('heals over several removed in a row and to all that followed one port', () => {
  const flow: Descriptor = {
    a: node('onEvent'),
    b: node('join', { a: ['out'] }),
    c: node('join', { b: ['out'] }),
    d: node('post', { c: ['out'] }),
    e: node('post', { c: ['out'] }),
  };
  expect(linksAfter(flow, 'b', 'c')).toEqual(['a.out d.in', 'a.out e.in']);
});

test('does not heal what had two senders, or two branches', () => {
  const twoSenders: Descriptor = {
    a: node('onEvent'),
    a2: node('onEvent'),
    b: node('join', { a: ['out'], a2: ['out'] }),
    c: node('post', { b: ['out'] }),
  };
  expect(linksAfter(twoSenders, 'b')).toEqual([]);
  const twoBranches: Descriptor = {
    a: node('onEvent'),
    b: node('condition', { a: ['out'] }),
    yes: node('post', { b: ['true'] }),
    no: node('post', { b: ['false'] }),
  };
  expect(linksAfter(twoBranches, 'b')).toEqual([]);
});

test('heals past an error branch, which goes with its component', () => {
  const flow: Descriptor = {
    a: node('onEvent'),
    b: node('join', { a: ['out'] }),
    c: node('post', { b: ['out'] }),
    failed: node('post', { b: ['error'] }),
  };
  expect(linksAfter(flow, 'b')).toEqual(['a.out c.in']);
});

test('joins to a link that is already there, whose mapping stays', () => {
  const flow: Descriptor = {
    a: node('onEvent'),
    b: node('join', { a: ['out'] }),
    c: node('post', { a: ['out', mapping], b: ['out'] }),
  };
  const result = removeComponents({ ids: ['b'] }).apply(flow);
  expect(result['c']!.config!.transform).toEqual({ in: { a: { out: mapping } } });
});

test('removing the ends leaves the rest, and unknown ids change nothing', () => {
  const flow: Descriptor = { a: node('onEvent'), b: node('post', { a: ['out'] }) };
  expect(removeComponents({ ids: ['a'] }).apply(flow)['b']).toMatchObject({ source: {}, config: {} });
  expect(removeComponents({ ids: ['b'] }).apply(flow)).toEqual({ a: flow['a'] });
  expect(removeComponents({ ids: ['x', 'constructor'] }).apply(flow)).toBe(flow);
  expect(removeComponents({ ids: ['a', 'b'] }).apply(flow)).toEqual({});
});

test('ends on a cycle of removed components', () => {
  const flow: Descriptor = {
    a: node('join', { b: ['out'] }),
    b: node('join', { a: ['out'] }),
    c: node('post', { b: ['out'] }),
  };
  expect(linksAfter(flow, 'a', 'b')).toEqual([]);
});
