import { expect, test } from 'vitest';
import { catalogue } from '../../../connectors/catalogue.ts';
import { noteRowText, withNotes } from './note-rows.ts';
import { outlineRows } from './outline-rows.ts';

const flow = {
  a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  b: { type: 'appmixer.utils.controls.Condition', x: 0, y: 0 },
};

test('notes stand behind the components, as their siblings', () => {
  const notes = { n: { content: '# Hi there' }, odd: 'none', m: {} };
  const rows = withNotes(outlineRows(flow, catalogue), notes);
  const roots = rows.filter(({ level }) => level === 1);
  expect(roots.map(({ key, position, siblings }) => [key, position, siblings])).toEqual([
    ['component a', 1, 4],
    ['component b', 2, 4],
    ['note n', 3, 4],
    ['note m', 4, 4],
  ]);
  const spoken = rows.flatMap((row) => (row.kind === 'note' ? noteRowText(row, notes).spoken : []));
  expect(spoken).toEqual(['Note: Hi there, 1 of 2', 'Empty note, 2 of 2']);
});

test('without notes the rows are the same', () => {
  const rows = outlineRows(flow, catalogue);
  expect(withNotes(rows, { odd: 1 })).toBe(rows);
});
