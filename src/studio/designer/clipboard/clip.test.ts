import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { linksOf } from '../../../flow/graph.ts';
import { message } from '../../../flow/messages/message.ts';
import { noteIds, noteOf } from '../../../flow/notes.ts';
import { changed, type FlowContent } from '../../../flow/operations/operation.ts';
import { renameIds } from '../../../flow/rename-ids.ts';
import { anyEditedContent } from '../../../flow/testing/content-gestures.ts';
import { chain } from '../../../flow/testing/flow.ts';
import { clipOf, pasteAt } from './clip.ts';
import { clipType, readFlowText } from './flow-text.ts';

function counter(prefix = 'new'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

function readAll(text: string): FlowContent {
  const result = readFlowText(text);
  if (!result.ok) throw new Error(result.reason);
  return result.content;
}

const read = (text: string): Descriptor => readAll(text).descriptor;

const empty: FlowContent = { descriptor: {}, notes: {} };
const only = (descriptor: Descriptor): FlowContent => ({ descriptor, notes: {} });

test('paste(copy(x)) is isomorphic to x: links, mappings, variables, notes and unknown keys', () => {
  const seen = { links: 0, notes: 0 };
  fc.assert(
    fc.property(anyEditedContent, fc.record({ x: fc.integer(), y: fc.integer() }), (content, at) => {
      const flow = content.descriptor;
      const oldNotes = noteIds(content.notes);
      fc.pre(Object.keys(flow).length + oldNotes.length > 0);
      const copied = readAll(clipOf(content, { components: Object.keys(flow), notes: oldNotes }));
      const components = copied.descriptor;
      const paste = pasteAt(copied, { at, into: empty, newId: counter() });
      const { operation, ids } = paste;
      const { descriptor: pasted, notes } = changed(empty, operation);
      expect(Object.keys(notes)).toEqual(paste.noteIds);
      const moved = { x: 0, y: 0 };
      expect(Object.values(notes).map((note) => ({ ...(note as object), ...moved }))).toEqual(
        Object.keys(copied.notes).map((id) => ({ ...(content.notes[id] as object), ...moved })),
      );
      seen.notes += oldNotes.length;
      expect(Object.keys(pasted)).toEqual(ids);
      const oldIdOf = new Map(Object.keys(components).map((id, index) => [ids[index]!, id]));
      const back = Object.entries(pasted).map(([id, node]) => {
        const renamed = renameIds(node, (one) => oldIdOf.get(one) ?? one);
        return [oldIdOf.get(id)!, { ...renamed, x: 0, y: 0 }] as const;
      });
      const plain = Object.entries(flow).map(([id, node]) => [id, { ...node, x: 0, y: 0 }] as const);
      expect(new Map(back)).toEqual(new Map(JSON.parse(JSON.stringify(plain)) as typeof plain));
      seen.links += linksOf(pasted).length;
    }),
    { numRuns: 500 },
  );
  // Guards the test itself.
  expect(seen.links).toBeGreaterThan(100);
  expect(seen.notes).toBeGreaterThan(500);
});

test('into the same flow: what fed a copy feeds it on, and no copy covers another', () => {
  const flow = chain(3);
  const newId = counter();
  const options = { at: { x: 0, y: 0 }, newId };
  const copied = readAll(clipOf(only(flow), { components: ['n1', 'n2'], notes: [] }));
  const once = pasteAt(copied, { ...options, into: only(flow) }).operation.apply(flow);
  const twice = pasteAt(copied, { ...options, into: only(once) }).operation.apply(once);
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
  const { operation } = pasteAt(only(chain(1)), { at: { x: 1000, y: 500 }, into: empty, newId: counter() });
  expect(operation.apply({})['new1']).toMatchObject({ x: 880, y: 464 });
});

test('a flow document and a bare descriptor are read too', () => {
  const flow = chain(2);
  expect(read(JSON.stringify(flow))).toEqual(flow);
  expect(read(JSON.stringify({ name: 'A flow', type: 'automation', flow }))).toEqual(flow);
  const named = { flow: chain(1)['n0']! };
  expect(read(JSON.stringify(named))).toEqual(named);
});

test('a note is copied without any component, with its place among the others kept', () => {
  const notes = {
    a: { x: 0, y: 0, width: 100, height: 100, content: 'a' },
    b: { x: 160, y: 0, width: 100, height: 100 },
  };
  const copied = readAll(clipOf({ descriptor: chain(1), notes }, { components: [], notes: ['a', 'b'] }));
  expect(copied).toEqual({ descriptor: {}, notes });
  const { operation } = pasteAt(copied, {
    at: { x: 130, y: 50 },
    into: { descriptor: {}, notes },
    newId: counter(),
  });
  expect(operation.name).toEqual(message('operation.notes.paste', { count: 2 }));
  const pasted = changed({ descriptor: {}, notes }, operation).notes;
  expect([noteOf(pasted, 'new1'), noteOf(pasted, 'new2')]).toMatchObject([
    { x: 32, y: 32 },
    { x: 192, y: 32 },
  ]);
});

test('a document brings its notes along', () => {
  const document = { name: 'A flow', flow: chain(1), notes: { n: { content: 'Hi' }, odd: 'kept' } };
  expect(readAll(JSON.stringify(document)).notes).toEqual(document.notes);
  expect(readAll(JSON.stringify({ ...document, notes: 'odd' })).notes).toEqual({});
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
