import { expect, test } from 'vitest';
import { noteChangeInWords } from './note-change-in-words.ts';

test('notes that came and went are told', () => {
  const notes = { a: { content: '# Orders' }, b: {}, odd: 1 };
  expect(noteChangeInWords({}, { a: notes.a })).toBe('Note: Orders added.');
  expect(noteChangeInWords(notes, { odd: 2 })).toBe('2 notes removed.');
  expect(noteChangeInWords(notes, { ...notes, a: { content: 'x' } })).toBe('');
});
