import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { changeInWords, noteChangeInWords } from './use-changes-told.ts';

const post = { type: 'appmixer.utils.http.Post', x: 0, y: 0 };
const flow: Descriptor = { a: post, b: { ...post, label: 'Tell' }, c: post };

test('what came and went is told; other edits are not', () => {
  expect(changeInWords({ a: post }, { a: post, b: flow['b']! })).toBe('Tell added.');
  expect(changeInWords(flow, { c: post })).toBe('2 components removed.');
  expect(changeInWords({ a: post }, { b: flow['b']! })).toBe('Tell added. HTTP Post removed.');
  expect(changeInWords({ a: post }, { a: { ...post, x: 16 } })).toBe('');
});

test('notes that came and went are told too', () => {
  const notes = { a: { content: '# Orders' }, b: {}, odd: 1 };
  expect(noteChangeInWords({}, { a: notes.a })).toBe('Note: Orders added.');
  expect(noteChangeInWords(notes, { odd: 2 })).toBe('2 notes removed.');
  expect(noteChangeInWords(notes, { ...notes, a: { content: 'x' } })).toBe('');
});
