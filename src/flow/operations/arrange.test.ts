import { expect, test } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { inEnglish } from '../messages/message.ts';
import { node } from '../testing/flow.ts';
import { alignComponents, type Edge } from './align-components.ts';
import { distributeComponents } from './distribute-components.ts';

const flow: Descriptor = {
  a: node('onEvent', {}, { x: 0, y: 0 }),
  b: node('post', {}, { x: 100, y: 300 }),
  c: node('post', {}, { x: 400, y: 100 }),
};
const sizes = {
  a: { width: 240, height: 64 },
  b: { width: 240, height: 144 },
  c: { width: 240, height: 64 },
};
const ids = ['a', 'b', 'c'];
const content = { descriptor: flow, notes: {} };

const places = (result: Descriptor, side: 'x' | 'y') => ids.map((id) => result[id]![side]);

test.each([
  ['left', 'x', [0, 0, 0]],
  ['centre', 'x', [200, 200, 200]],
  ['right', 'x', [400, 400, 400]],
  ['top', 'y', [0, 0, 0]],
  ['middle', 'y', [190, 150, 190]],
  ['bottom', 'y', [380, 300, 380]],
] as [Edge, 'x' | 'y', number[]][])('align %s', (edge, side, expected) => {
  const align = alignComponents({ content, ids, edge, sizes });
  const result = align.apply(flow);
  expect(inEnglish(align.name)).toBe(`Align ${edge}`);
  expect(places(result, side)).toEqual(expected);
  const other = side === 'x' ? 'y' : 'x';
  expect(places(result, other)).toEqual(places(flow, other));
  expect(align.apply(result)).toBe(result);
});

test('distribute leaves the outermost and makes the gaps even', () => {
  const across = distributeComponents({ content, ids, direction: 'across', sizes }).apply(flow);
  expect(places(across, 'x')).toEqual([0, 200, 400]);
  const down = distributeComponents({ content, ids, direction: 'down', sizes }).apply(flow);
  // a 0–64, c between, b 300–444: 444 − 272 = 172 to share.
  expect(places(down, 'y')).toEqual([0, 300, 150]);
});

test('too few, unknown or repeated ones change nothing', () => {
  expect(alignComponents({ content, ids: ['b', 'b', 'x'], edge: 'left', sizes }).apply(flow)).toBe(flow);
  expect(distributeComponents({ content, ids: ['a', 'b'], direction: 'down', sizes }).apply(flow)).toBe(flow);
});

test('notes fall into line and into even spaces with cards, in the same step', () => {
  // Of the same id as a card: they are told apart.
  const notes = { a: { x: 60, y: 500, width: 320, height: 160, content: 'Why' } };
  const both = { content: { descriptor: flow, notes }, ids: ['a', 'b'], notes: ['a'], sizes };
  const right = alignComponents({ ...both, edge: 'right' });
  expect(right.apply(flow)['a']?.x).toBe(140);
  expect(right.applyToNotes?.(notes)['a']).toEqual({ ...notes.a, x: 60 });
  const down = distributeComponents({ ...both, direction: 'down' });
  expect(down.apply(flow)['b']?.y).toBe(210);
  expect(down.applyToNotes?.(notes)).toBe(notes);
});
