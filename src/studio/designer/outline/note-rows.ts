import { noteIds, noteOf, type Notes } from '../../../flow/notes.ts';
import { notesText } from '../../text/english/notes.ts';
import { noteName } from '../canvas/notes/note-node.ts';
import type { FlowRow, NoteRow, OutlineRow } from './outline-rows.ts';
import type { RowText } from './row-text.ts';

/** The rows of the components, and behind them one for each note. */
export function withNotes(rows: FlowRow[], notes: Notes): OutlineRow[] {
  const ids = noteIds(notes);
  if (ids.length === 0) return rows;
  const before = rows.filter(({ level }) => level === 1).length;
  const siblings = before + ids.length;
  return [
    ...rows.map((row) => (row.level === 1 ? { ...row, siblings } : row)),
    ...ids.map((id, index): NoteRow => ({
      kind: 'note',
      key: noteRowKey(id),
      id,
      level: 1,
      position: before + index + 1,
      siblings,
      place: index + 1,
      count: ids.length,
      gap: undefined,
    })),
  ];
}

export function noteRowKey(id: string): string {
  return `note ${id}`;
}

/** The words of a note's row. */
export function noteRowText({ id, place, count }: NoteRow, notes: Notes): RowText {
  const note = noteOf(notes, id);
  const name = noteName(note ?? { content: '' });
  return { name, notes: [], spoken: notesText('spokenOf', { name, place, count }) };
}
