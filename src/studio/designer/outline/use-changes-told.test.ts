import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { changeInWords } from './use-changes-told.ts';

const post = { type: 'appmixer.utils.http.Post', x: 0, y: 0 };
const flow: Descriptor = { a: post, b: { ...post, label: 'Tell' }, c: post };

test('what came and went is told; other edits are not', () => {
  expect(changeInWords({ a: post }, { a: post, b: flow['b']! })).toBe('Tell added.');
  expect(changeInWords(flow, { c: post })).toBe('2 components removed.');
  expect(changeInWords({ a: post }, { b: flow['b']! })).toBe('Tell added. HTTP Post removed.');
  expect(changeInWords({ a: post }, { a: { ...post, x: 16 } })).toBe('');
});
