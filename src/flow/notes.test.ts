import { expect, test } from 'vitest';
import { firstWords, fittingSize, noteIds, noteOf } from './notes.ts';

test('a note is read as it stands, whatever else it carries', () => {
  const notes = { n: { x: 1, y: 2, width: 200, height: 80, content: '# Hi', color: 'blue', z: 1 } };
  expect(noteOf(notes, 'n')).toEqual({ x: 1, y: 2, width: 200, height: 80, content: '# Hi', color: 'blue' });
});

test('an odd document is read as well as can be', () => {
  const notes = { text: 'a note', list: [], none: null, bare: {}, odd: { x: '1', width: -5, color: 'red' } };
  expect(noteIds(notes)).toEqual(['bare', 'odd']);
  expect(noteOf(notes, 'text')).toBeUndefined();
  expect(noteOf(notes, 'constructor')).toBeUndefined();
  expect(noteOf(notes, 'bare')).toEqual({ x: 0, y: 0, width: 240, height: 128, content: '' });
  expect(noteOf(notes, 'odd')).toMatchObject({ x: 0, width: 96, color: undefined });
});

test('a size stays within what a note may have, in whole pixels', () => {
  expect(fittingSize({ width: 3, height: 5000 })).toEqual({ width: 96, height: 2000 });
  expect(fittingSize({ width: 199.6, height: 80.2 })).toEqual({ width: 200, height: 80 });
});

test.each([
  ['\n## **Orders** from `shop`\nmore', 'Orders from shop'],
  ['- [ ] call [Ada](https://a.example)', 'call Ada'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['> 1. _first_', 'first'],
  ['***', ''],
  ['', ''],
  ['a'.repeat(80), `${'a'.repeat(60)}…`],
])('the first words of %j', (content, words) => {
  expect(firstWords(content)).toBe(words);
});
