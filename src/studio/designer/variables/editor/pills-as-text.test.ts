import { expect, test } from 'vitest';
import type { Reference } from '../../../../flow/descriptor.ts';
import { pillsAsText, pillsFromText } from './pills-as-text.ts';

const name = { variable: '$.event.out.data.name', functions: [{ name: 'g_uppercase' }] };
const plain = { variable: '$.event.out.data["a b"]', functions: [] };
const now = { functions: [{ name: 'g_now' }] };

function read(text: string, known: Record<string, Reference> = {}) {
  let made = 0;
  return pillsFromText(text, known, () => `new${(made += 1)}`);
}

test('other programs get what pills stand for, and the text reads back', () => {
  const text = pillsAsText('http://x/{{{m1}}}{{{m2}}}?{{{m3}}}', { m1: name, m2: now, m3: plain });
  expect(text).toBe(
    'http://x/{{{$.event.out.data.name | g_uppercase}}}{{{ | g_now}}}?{{{$.event.out.data["a b"]}}}',
  );
  expect(read(text)).toEqual({
    text: 'http://x/{{{new1}}}{{{new2}}}?{{{new3}}}',
    references: { new1: name, new2: now, new3: plain },
  });
});

test('a placeholder that stands for nothing is its own text, and pasted it is text', () => {
  expect(pillsAsText('{{{other}}}', { m1: name, empty: {} })).toBe('{{{other}}}');
  expect(pillsAsText('{{{empty}}}', { empty: {} })).toBe('{{{empty}}}');
  expect(read('a {{{known}}} b {{{other}}}.', { known: name })).toEqual({
    text: 'a {{{new1}}} b other.',
    references: { new1: name },
  });
  expect(read('{{{$.event}}} {{{$.e.out | g_add(}}} {{ x }}').text).toBe('$.event $.e.out | g_add( {{ x }}');
});

test('the old form is read as it stands in a JSON text, too', () => {
  const { references } = read(String.raw`{"a": "{{{$.event.out.data[\"a b\"]}}}"}`);
  expect(references).toEqual({ new1: plain });
});

test('a pill that is pasted twice is two', () => {
  const text = '{{{$.event.out.data.name | g_uppercase}}}';
  expect(read(text + text).text).toBe('{{{new1}}}{{{new2}}}');
});
