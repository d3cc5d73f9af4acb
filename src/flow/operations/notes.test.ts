import { expect, test } from 'vitest';
import { noteOf, type Notes } from '../notes.ts';
import { inEnglish } from '../messages/message.ts';
import { node } from '../testing/flow.ts';
import { addNote } from './add-note.ts';
import { duplicateNotes } from './duplicate-notes.ts';
import { insertNotes } from './insert-notes.ts';
import { moveTogether } from './move-together.ts';
import { nameOfBoth } from './name-of-both.ts';
import { changed, type FlowContent, type Operation, sequence } from './operation.ts';
import { removeComponents } from './remove-components.ts';
import { removeNotes } from './remove-notes.ts';
import { resizeNote } from './resize-note.ts';
import { setNoteColor } from './set-note-color.ts';
import { setLabel } from './set-label.ts';
import { setNoteContent } from './set-note-content.ts';

const notes: Notes = {
  n: { x: 0, y: 0, width: 200, height: 80, content: 'Hi', color: 'blue', author: 'Ada' },
  odd: { content: 'no place', tag: [1] },
  other: 'no note at all',
};
const content: FlowContent = { descriptor: { a: node('onEvent'), b: node('join', { a: ['out'] }) }, notes };

const applied = (operation: Operation) => changed(content, operation).notes;

test('an operation that changes neither part gives the same content back', () => {
  for (const operation of [
    setNoteContent({ id: 'n', content: 'Hi' }),
    setNoteContent({ id: 'gone', content: 'x' }),
    setNoteContent({ id: 'other', content: 'x' }),
    setNoteColor({ ids: ['n'], color: 'blue' }),
    setNoteColor({ ids: ['odd'], color: undefined }),
    moveTogether({ components: { a: { x: 0, y: 0 } }, notes: { n: { x: 0, y: 0 } } }),
    resizeNote({ id: 'n', size: { width: 200.3, height: 80 } }),
    removeNotes({ ids: ['gone', 'other'] }),
    addNote({ id: 'n', x: 5, y: 5 }),
    setLabel({ componentId: 'a', label: '' }),
  ]) {
    expect(changed(content, operation), inEnglish(operation.name)).toBe(content);
  }
});

test('edits keep what a note carries besides, and leave other notes the same objects', () => {
  const edited = applied(setNoteContent({ id: 'n', content: '# New' }));
  expect(edited['n']).toEqual({ ...(notes['n'] as object), content: '# New' });
  expect(edited['odd']).toBe(notes['odd']);
  expect(applied(resizeNote({ id: 'odd', size: { width: 10, height: 100 } }))['odd']).toEqual({
    content: 'no place',
    tag: [1],
    width: 96,
    height: 100,
  });
  expect(applied(setNoteColor({ ids: ['n', 'odd'], color: 'pink' }))).toMatchObject({
    n: { color: 'pink', author: 'Ada' },
    odd: { color: 'pink' },
  });
  expect(applied(setNoteColor({ ids: ['n'], color: undefined }))['n']).not.toHaveProperty('color');
});

test('a new note has its size, and its id may be any text', () => {
  const added = applied(addNote({ id: '__proto__', x: 16, y: 32 }));
  expect(Object.keys(added)).toEqual(['n', 'odd', 'other', '__proto__']);
  expect(noteOf(added, '__proto__')).toMatchObject({ x: 16, y: 32, width: 240, height: 128, content: '' });
});

test('components and notes move and go in one operation', () => {
  const move = moveTogether({ components: { a: { x: 8, y: 8 } }, notes: { n: { x: 9, y: 9 } } });
  const moved = changed(content, move);
  expect(moved).toMatchObject({ descriptor: { a: { x: 8 } }, notes: { n: { x: 9, author: 'Ada' } } });
  const both = sequence({
    name: nameOfBoth('delete', 1, 1),
    operations: [removeComponents({ ids: ['a'] }), removeNotes({ ids: ['n'] })],
  });
  const left = changed(content, both);
  expect(Object.keys(left.descriptor)).toEqual(['b']);
  expect(Object.keys(left.notes)).toEqual(['odd', 'other']);
});

test('copies have what the originals carry, at other places; without a free id there is none', () => {
  const copied = applied(duplicateNotes({ ids: ['n', 'odd'], newIds: { n: 'c', odd: 'n' }, dx: 16, dy: 32 }));
  expect(copied['c']).toEqual({ ...(notes['n'] as object), x: 16, y: 32 });
  expect(copied['n']).toBe(notes['n']);
  const pasted = insertNotes({ notes, newIds: { odd: 'p', other: 'q' }, dx: 1, dy: 2 }).applyToNotes?.({});
  expect(pasted).toEqual({ p: { content: 'no place', tag: [1], x: 1, y: 2 } });
});

test('what an undo step is called', () => {
  const names = (
    [
      [1, 0],
      [3, 0],
      [0, 1],
      [0, 2],
      [3, 1],
      [1, 2],
    ] as const
  ).map(([components, notes]) => inEnglish(nameOfBoth('move', components, notes)));
  expect(names).toEqual([
    'Move component',
    'Move 3 components',
    'Move note',
    'Move 2 notes',
    'Move 3 components and 1 note',
    'Move 1 component and 2 notes',
  ]);
});
