import { message, type Message } from '../messages/message.ts';
import { type Changes, countChange } from './changes.ts';

/** A text being read as a literal, and the JSON that comes of it. */
export type Reader = {
  text: string;
  at: number;
  /** Pieces of the JSON so far. A field that is left out is cut off again. */
  out: string[];
  changes: Changes;
  /** Keys that an object has more than once. */
  twice: Set<string>;
  /** The first number that is beyond all that programs can hold, and the first that they round. */
  tooLarge?: string;
  inexact?: { number: string; kept: string };
};

/** Why a text cannot be read, at an offset of it. Thrown and caught inside this folder only. */
export class Unreadable extends Error {
  readonly said: Message;
  readonly offset: number;

  constructor(offset: number, said: Message) {
    super(said.id);
    this.said = said;
    this.offset = offset;
  }
}

export function startReader(text: string, changes: Changes): Reader {
  return { text, at: 0, out: [], changes, twice: new Set() };
}

const jsonSpace = /[ \t\n\r]*/y;
const otherSpace = /[^\S \t\n\r]+/y;
const lineEnd = /[\n\r\u2028\u2029]/g;

/** Moves on over white space and comments. */
export function skipSpace(reader: Reader): void {
  const { text, changes } = reader;
  if (isSolid(text.charCodeAt(reader.at))) return;
  for (;;) {
    reader.at = endOf(jsonSpace, text, reader.at) ?? reader.at;
    const odd = endOf(otherSpace, text, reader.at);
    const comment = odd === undefined ? endOfComment(text, reader.at) : undefined;
    if (odd !== undefined) countChange(changes, 'spaces');
    else if (comment !== undefined) countChange(changes, 'comments');
    else return;
    reader.at = odd ?? comment ?? text.length;
  }
}

/** Most tokens follow one another without anything in between: neither white space nor a comment begins like this. */
function isSolid(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== slash && code !== hash;
}

const slash = 0x2f;
const hash = 0x23;

/** Where the comment that begins here ends; undefined where none begins. */
function endOfComment(text: string, at: number): number | undefined {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    if (end === -1) throw new Unreadable(at, message('tolerant.commentOpen'));
    return end + 2;
  }
  if (text[at] !== '#' && !text.startsWith('//', at)) return undefined;
  lineEnd.lastIndex = at;
  return lineEnd.exec(text)?.index ?? text.length;
}

/** Where a sticky pattern that matches at a place ends. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
