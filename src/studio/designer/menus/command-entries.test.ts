import { expect, test } from 'vitest';
import { catalogue } from '../../catalogue.ts';
import type { Command } from '../commands/command.ts';
import type { DocumentState } from '../document/document-store.ts';
import { commandEntries, search } from './command-entries.ts';

const command = (id: string, when: boolean) =>
  ({ id, title: () => id, when: () => when }) as unknown as Command;
const state = {
  descriptor: {
    b: {
      type: 'appmixer.utils.http.Post',
      x: 0,
      y: 0,
      label: 'Tell the chat',
      source: { in: { a: ['out'] } },
    },
    a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  },
  notes: { n: { content: '# Ask Ada' } },
} as unknown as DocumentState;

test('what can be done now, the components of the flow in its order, then those to add', () => {
  const entries = commandEntries(state, [command('undo', true), command('redo', false)], catalogue);
  expect(entries.slice(0, 4).map(({ title, detail }) => [title, detail])).toEqual([
    ['undo', ''],
    [expect.stringContaining('Go to'), 'Step 1'],
    ['Go to Tell the chat', 'Step 2'],
    ['Go to Note: Ask Ada', 'Note'],
  ]);
  expect(entries.find(({ id }) => id === 'add appmixer.utils.http.Get')).toMatchObject({ kind: 'add' });
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test('every word must be found; a title that begins so goes first', () => {
  const items = [
    { title: 'Select all', detail: '' },
    { title: 'Go to All', detail: '' },
    { title: 'All of it', detail: 'select' },
  ];
  expect(search(items, 'all').map(({ title }) => title)).toEqual(['All of it', 'Select all', 'Go to All']);
  expect(search(items, ' ALL  sel')).toHaveLength(2);
  expect(search(items, '')).toHaveLength(items.length);
});
