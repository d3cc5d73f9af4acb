import { type Note, noteIds, noteOf, type Notes } from '../notes.ts';
import { isRecord } from '../record.ts';
import { sameValue } from '../same-value.ts';

/** In what a note differs; `other` stands for members that this version of the product knows nothing about. */
export type NotePart = 'content' | 'color' | 'size' | 'other' | 'position';

/** What became of one note. One that is new or gone differs in nothing: only one flow has it. */
export type NoteChange = {
  noteId: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  parts: NotePart[];
};

/** The notes that differ, in the order of the flow before, then those added. */
export function noteChanges(before: Notes, after: Notes): NoteChange[] {
  const known = noteIds(before).flatMap((id) => changeOf(before, after, id));
  const added = noteIds(after)
    .filter((id) => !noteOf(before, id))
    .map((noteId) => ({ noteId, kind: 'added' as const, parts: [] }));
  return [...known, ...added];
}

function changeOf(before: Notes, after: Notes, noteId: string): NoteChange[] {
  const old = noteOf(before, noteId);
  const now = noteOf(after, noteId);
  if (!old) return [];
  if (!now) return [{ noteId, kind: 'removed', parts: [] }];
  const parts = (Object.keys(compared) as NotePart[]).filter(
    (part) => !sameValue(compared[part](old, before[noteId]), compared[part](now, after[noteId])),
  );
  if (parts.length === 0) return [];
  const moved = parts.every((part) => part === 'position');
  return [{ noteId, kind: moved ? 'moved' : 'changed', parts }];
}

const members = new Set(['x', 'y', 'width', 'height', 'content', 'color']);

const compared: Record<NotePart, (note: Note, entry: unknown) => unknown> = {
  content: ({ content }) => content,
  color: ({ color }) => color,
  size: ({ width, height }) => [width, height],
  other: (_, entry) =>
    isRecord(entry) && Object.fromEntries(Object.entries(entry).filter(([name]) => !members.has(name))),
  position: ({ x, y }) => [x, y],
};
