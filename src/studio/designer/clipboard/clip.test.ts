import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { renameIds } from '../../../flow/rename-ids.ts';
import { anyEditedFlow } from '../../../flow/testing/gestures.ts';
import { chain } from '../../../flow/testing/flow.ts';
import { clipOf, pasteAt } from './clip.ts';
import { clipType, readFlowText } from './flow-text.ts';

function counter(prefix = 'new'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

function read(text: string): Descriptor {
  const result = readFlowText(text);
  if (!result.ok) throw new Error(result.reason);
  return result.components;
}

test('paste(copy(x)) is isomorphic to x: links, mappings, variables and unknown keys', () => {
  let links = 0;
  fc.assert(
    fc.property(anyEditedFlow, fc.record({ x: fc.integer(), y: fc.integer() }), (flow, at) => {
      const oldIds = Object.keys(flow);
      fc.pre(oldIds.length > 0);
      const components = read(clipOf(flow, oldIds));
      const { operation, ids } = pasteAt(components, { at, into: {}, newId: counter() });
      const pasted = operation.apply({});
      expect(Object.keys(pasted)).toEqual(ids);
      const oldIdOf = new Map(Object.keys(components).map((id, index) => [ids[index]!, id]));
      const back = Object.entries(pasted).map(([id, node]) => {
        const renamed = renameIds(node, (one) => oldIdOf.get(one) ?? one);
        return [oldIdOf.get(id)!, { ...renamed, x: 0, y: 0 }] as const;
      });
      const plain = Object.entries(flow).map(([id, node]) => [id, { ...node, x: 0, y: 0 }] as const);
      expect(new Map(back)).toEqual(new Map(JSON.parse(JSON.stringify(plain)) as typeof plain));
      links += linksOf(pasted).length;
    }),
    { numRuns: 500 },
  );
  // Guards the test itself.
  expect(links).toBeGreaterThan(100);
});

test('into the same flow: what fed a copy feeds it on, and no copy covers another', () => {
  const flow = chain(3);
  const newId = counter();
  const options = { at: { x: 0, y: 0 }, newId };
  const components = read(clipOf(flow, ['n1', 'n2']));
  const once = pasteAt(components, { ...options, into: flow }).operation.apply(flow);
  const twice = pasteAt(components, { ...options, into: once }).operation.apply(once);
  expect(linksOf(twice).map(({ from, to }) => `${from}>${to}`)).toEqual([
    'n0>n1',
    'n1>n2',
    'n0>new1',
    'new1>new2',
    'n0>new3',
    'new3>new4',
  ]);
  expect(twice['new1']).not.toMatchObject({ x: twice['new3']!.x });
});

test('the middle of what is pasted comes to the cursor, on the grid', () => {
  const { operation } = pasteAt(chain(1), { at: { x: 1000, y: 500 }, into: {}, newId: counter() });
  expect(operation.apply({})['new1']).toMatchObject({ x: 880, y: 464 });
});

test('a flow document and a bare descriptor are read too', () => {
  const flow = chain(2);
  expect(read(JSON.stringify(flow))).toEqual(flow);
  expect(read(JSON.stringify({ name: 'A flow', type: 'automation', flow }))).toEqual(flow);
  const named = { flow: chain(1)['n0']! };
  expect(read(JSON.stringify(named))).toEqual(named);
});

test('a component that is not installed is taken as it is', () => {
  const flow = { a: { type: 'acme.x.y.Z', x: 1, y: 2, secret: { deep: [1] } } };
  expect(read(JSON.stringify(flow))).toEqual(flow);
});

test.each([
  ['', 'no text'],
  ['hello', 'neither components nor a flow'],
  ['[1]', 'a flow is an object'],
  ['{}', 'no components'],
  ['{"a":{"type":"x","x":0,"y":0}}', 'At a.type'],
  [JSON.stringify({ type: clipType, version: 2, components: {} }), 'newer release'],
  [' '.repeat(20 * 1024 * 1024), 'It has 20 MB; a flow may have 10 MB at most.'],
])('%.20s: says why it is no flow', (text, words) => {
  expect(readFlowText(text)).toMatchObject({ ok: false, reason: expect.stringContaining(words) as string });
});
