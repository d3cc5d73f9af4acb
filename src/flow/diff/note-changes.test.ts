import { expect, test } from 'vitest';
import type { Notes } from '../notes.ts';
import { noteChanges } from './note-changes.ts';

const note = (rest: object) => ({ x: 0, y: 0, width: 200, height: 80, content: 'Hi', ...rest });

test('tells what became of each note, and in what it differs', () => {
  const before: Notes = {
    moved: note({}),
    written: note({}),
    gone: note({}),
    same: note({ tag: 1 }),
    odd: 'text',
  };
  const after: Notes = {
    moved: note({ x: 16 }),
    written: note({ y: 16, width: 300, content: 'Ho', color: 'blue', tag: 1 }),
    same: note({ tag: 1 }),
    odd: 'other text',
    made: note({}),
  };
  expect(noteChanges(before, after)).toEqual([
    { noteId: 'moved', kind: 'moved', parts: ['position'] },
    { noteId: 'written', kind: 'changed', parts: ['content', 'color', 'size', 'other', 'position'] },
    { noteId: 'gone', kind: 'removed', parts: [] },
    { noteId: 'made', kind: 'added', parts: [] },
  ]);
});
