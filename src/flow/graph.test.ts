import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestryOf } from './ancestors.ts';
import type { Descriptor } from './descriptor.ts';
import { downstreamOf, hasPath, incoming, linksOf, outgoing, topologicalOrder, upstreamOf } from './graph.ts';
import { chain, node } from './testing/flow.ts';
import { anyEditedFlow, gesture } from './testing/gestures.ts';

const diamond: Descriptor = {
  end: node('join', { left: ['out'], right: ['out'] }),
  left: node('join', { start: ['out'] }),
  right: node('join', { start: ['out'] }),
  start: node('onEvent'),
};

test('reads links from lists and from the bare text of old documents', () => {
  const flow: Descriptor = {
    a: node('onEvent'),
    b: { ...node('join'), source: { in: { a: 'out' }, other: { a: ['out', 'error', 'out'] } } },
  };
  expect(linksOf(flow)).toEqual([
    { from: 'a', outPort: 'out', to: 'b', inPort: 'in' },
    { from: 'a', outPort: 'out', to: 'b', inPort: 'other' },
    { from: 'a', outPort: 'error', to: 'b', inPort: 'other' },
  ]);
  expect(outgoing(flow, 'a')).toEqual(incoming(flow, 'b'));
});

test('leaves out a link whose sender is missing, an inherited name too', () => {
  const flow: Descriptor = { b: node('join', { gone: ['out'] }) };
  expect(linksOf(flow)).toEqual([]);
  expect(incoming(flow, 'constructor')).toEqual([]);
});

test('names what lies upstream and downstream, nearest first', () => {
  expect(upstreamOf(diamond, 'end')).toEqual(['left', 'right', 'start']);
  expect(downstreamOf(diamond, 'start')).toEqual(['left', 'right', 'end']);
  expect(upstreamOf(chain(4), 'n3')).toEqual(['n2', 'n1', 'n0']);
});

test('puts each component behind all that feed it', () => {
  expect(topologicalOrder(diamond)).toEqual(['start', 'left', 'right', 'end']);
});

test('ends on a cycle and lists each component once', () => {
  const flow: Descriptor = {
    a: node('join', { c: ['out'] }),
    b: node('join', { a: ['out'] }),
    c: node('join', { b: ['out'], c: ['out'] }),
  };
  expect(topologicalOrder(flow)).toEqual(['a', 'b', 'c']);
  expect(upstreamOf(flow, 'a')).toEqual(['c', 'b']);
  expect(hasPath(flow, 'a', 'c')).toBe(true);
});

test('works on 5,000 components in a row', () => {
  const flow = chain(5000);
  const started = performance.now();
  expect(upstreamOf(flow, 'n4999')).toHaveLength(4999);
  expect(topologicalOrder(flow).at(-1)).toBe('n4999');
  expect(ancestryOf(flow)('n0', 'n4999')).toBe(true);
  expect(performance.now() - started).toBeLessThan(3000);
});

const anyFlow = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }).map((pairs): Descriptor => {
  const ids = ['a', 'b', '__proto__', 'd', 'constructor', 'f', 'g', 'h'];
  return Object.fromEntries(
    ids.map((id, to) => [
      id,
      node(
        'join',
        Object.fromEntries(pairs.filter(([, target]) => target === to).map(([from]) => [ids[from], ['out']])),
      ),
    ]),
  );
});

test('ancestry agrees with a search, in any graph', () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      const isUpstream = ancestryOf(flow);
      const ids = Object.keys(flow);
      for (const id of ids) {
        const upstream = new Set(upstreamOf(flow, id));
        for (const other of ids) expect(isUpstream(other, id)).toBe(upstream.has(other));
      }
    }),
  );
});

test('upstream and downstream are each other turned round, in any graph', () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      const ids = Object.keys(flow);
      expect(topologicalOrder(flow).toSorted()).toEqual(ids.toSorted());
      for (const id of ids) {
        for (const other of downstreamOf(flow, id)) {
          expect(upstreamOf(flow, other)).toContain(id);
          expect(hasPath(flow, id, other)).toBe(true);
        }
      }
    }),
  );
});

test('an edit that leaves the links alone leaves the graph the same object', () => {
  const flow = chain(3);
  const moved = { ...flow, n1: { ...flow['n1']!, x: 16, label: 'Moved' } };
  expect(linksOf(moved)).toBe(linksOf(flow));
  expect(topologicalOrder(moved)).toBe(topologicalOrder(flow));
  const { n2, ...shorter } = flow;
  expect(topologicalOrder(shorter)).toEqual(['n0', 'n1']);
  expect(topologicalOrder({ n2: n2!, ...shorter })).toEqual(['n0', 'n1', 'n2']);
});

test('what is read of one version after another is what is read of each alone', () => {
  fc.assert(
    fc.property(anyEditedFlow, fc.array(gesture, { maxLength: 20 }), (start, gestures) => {
      let flow = start;
      for (const choose of gestures) {
        flow = choose(flow).apply(flow);
        const copy = structuredClone(flow);
        expect([topologicalOrder(flow), linksOf(flow)]).toEqual([topologicalOrder(copy), linksOf(copy)]);
      }
    }),
    { numRuns: 100 },
  );
});
