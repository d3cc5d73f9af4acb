import { isRecord, own } from './record.ts';

/**
 * The notes of a document by their ids (INTERFACE §3.1, `notes`), as they stand there: unknown members survive, and so
 * do entries that are no notes at all. `noteOf` says what an entry means.
 */
export type Notes = Record<string, unknown>;

/** A note on the canvas; lengths are canvas pixels, `content` is Markdown. */
export type Note = {
  x: number;
  y: number;
  width: number;
  height: number;
  content: string;
  /** One of `noteColors`; undefined for the plain look, and for a colour nobody here knows. */
  color: NoteColor | undefined;
};

export const noteColors = ['yellow', 'green', 'blue', 'pink'] as const;
export type NoteColor = (typeof noteColors)[number];

/** Sizes in canvas pixels: that of a new note, and within which one may choose. */
export const noteSize = { width: 240, height: 128 };
export const leastNoteSize = { width: 96, height: 48 };
export const mostNoteSize = { width: 2000, height: 2000 };

/** The note with this id. What an odd document leaves out or has wrong is as in a new note; undefined for no object. */
export function noteOf(notes: Notes, id: string): Note | undefined {
  const entry = own(notes, id);
  if (!isRecord(entry)) return undefined;
  const { x, y, width, height, content, color } = entry;
  return {
    x: numberOr(x, 0),
    y: numberOr(y, 0),
    width: clamp(numberOr(width, noteSize.width), leastNoteSize.width, mostNoteSize.width),
    height: clamp(numberOr(height, noteSize.height), leastNoteSize.height, mostNoteSize.height),
    content: typeof content === 'string' ? content : '',
    color: noteColors.find((known) => known === color),
  };
}

/** The ids of all that is a note, in the order they were made. */
export function noteIds(notes: Notes): string[] {
  return Object.keys(notes).filter((id) => isRecord(notes[id]));
}

/** A size as near to the one wanted as a note may have, in whole pixels. */
export function fittingSize(wanted: { width: number; height: number }): { width: number; height: number } {
  return {
    width: clamp(Math.round(wanted.width), leastNoteSize.width, mostNoteSize.width),
    height: clamp(Math.round(wanted.height), leastNoteSize.height, mostNoteSize.height),
  };
}

/** Most letters of a note's first words. */
const longestExcerpt = 60;

/** The first words of a Markdown text without its signs, to call a note by; empty for a text without words. */
export function firstWords(content: string): string {
  const line = content.split('\n').map(withoutSigns).find(Boolean) ?? '';
  const letters = Array.from(line);
  return letters.length > longestExcerpt ? `${letters.slice(0, longestExcerpt).join('').trimEnd()}…` : line;
}

function withoutSigns(line: string): string {
  return line
    .replace(/^[\s>]*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s)?(?:\[[ x]\]\s)?/i, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`~]+|(?<!\w)_+|_+(?!\w)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
