import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { changeInWords } from './change-in-words.ts';

const post = { type: 'appmixer.utils.http.Post', x: 0, y: 0 };
const flow: Descriptor = { a: post, b: { ...post, label: 'Tell' }, c: post };
const after = (from: string, label: string) => ({ ...post, label, source: { in: { [from]: ['response'] } } });

test('what came and went is told; other edits are not', () => {
  expect(changeInWords({ a: post }, { a: post, b: flow['b']! })).toBe('Tell added.');
  expect(changeInWords(flow, { c: post })).toBe('2 components removed.');
  expect(changeInWords({ a: post }, { b: flow['b']! })).toBe('Tell added. HTTP Post removed.');
  expect(changeInWords({ a: post }, { a: { ...post, x: 16 } })).toBe('');
});

test('what was switched off or on is told', () => {
  const off = { a: { ...post, disabled: true }, b: flow['b']!, c: post };
  expect(changeInWords(flow, off)).toBe('HTTP Post disabled.');
  expect(changeInWords(off, flow)).toBe('HTTP Post enabled.');
});

test('a link that was drawn, removed or moved is told, by its ends', () => {
  const parted: Descriptor = {
    a: { ...post, label: 'A' },
    b: { ...post, label: 'B' },
    c: { ...post, label: 'C' },
  };
  const linked = { ...parted, b: after('a', 'B') };
  expect(changeInWords(parted, linked)).toBe('A now leads to B.');
  expect(changeInWords(linked, parted)).toBe('A no longer leads to B.');
  expect(changeInWords(linked, { ...parted, c: after('a', 'C') })).toBe(
    'A no longer leads to B. A now leads to C.',
  );
});

test('deleting tells how the chain healed, inserting only what was put in', () => {
  const chain: Descriptor = { a: { ...post, label: 'A' }, b: after('a', 'B'), c: after('b', 'C') };
  const healed: Descriptor = { a: chain['a']!, c: after('a', 'C') };
  expect(changeInWords(chain, healed)).toBe('B removed. A now leads to C.');
  expect(changeInWords(healed, chain)).toBe('B added.');
});

test('of many links only their number', () => {
  const wide: Descriptor = { a: post };
  const joined: Descriptor = { a: post };
  for (const id of ['b', 'c', 'd']) [wide[id], joined[id]] = [post, after('a', id)];
  expect(changeInWords(wide, joined)).toBe('3 links changed.');
});
