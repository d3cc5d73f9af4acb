import { positionOf } from '../json-text.ts';
import { message, type Message } from '../messages/message.ts';
import { type Changes, changesInWords, countChange } from './changes.ts';
import { curlData, startOfCurl } from './curl-data.ts';
import { readValue } from './literal.ts';
import { startReader, Unreadable } from './reader.ts';
import { sourceOf, withoutCarets } from './shell-words.ts';
import { fencesIn, skipAfter, skipBefore, withoutQuoteMarks } from './wrappers.ts';

/** Characters that an example may have. A longer text is refused before anything looks at it. */
export const longestExample = 5_000_000;

/**
 * What somebody means by a text that is nearly JSON. `json` is laid out with two spaces a level, `changes` tells what was
 * done to the text, and `hints` what is worth knowing of it. `line` and `column` count from 1, `offset` from 0.
 */
export type TolerantReading =
  | { ok: true; json: string; changes: Message[]; hints: Message[] }
  | { ok: false; message: Message; line: number; column: number; offset: number };

/** Keys named in hints. */
const mostNamed = 3;

/**
 * Understands JSON, and beyond it: a code fence, comments, commas at the end, literals of JavaScript and Python, and the
 * body of a curl command. It is a reader of its own that never runs code; its time grows with the text.
 */
export function readTolerantJson(text: string): TolerantReading {
  if (text.length > longestExample) {
    const values = { most: longestExample / 1e6, length: (text.length / 1e6).toFixed(1) };
    return { ok: false, message: message('tolerant.tooLong', values), line: 1, column: 1, offset: 0 };
  }
  const shown = withoutQuoteMarks(text);
  const fences = fencesIn(shown.text);
  const failures: (Unread & { looksLikeJson: boolean })[] = [];
  // Of several code blocks the first that can be read is meant: another may be a command.
  for (const { start, end } of fences.length > 0 ? fences : [{ start: 0, end: shown.text.length }]) {
    const inner = shown.text.slice(start, end);
    const changes: Changes = new Map();
    if (fences.length > 0) countChange(changes, 'fence');
    const reading = readInner(inner, changes);
    if (reading.ok) return reading;
    const offset = Math.min(text.length, sourceOf(shown, start + reading.offset));
    failures.push({ ...reading, offset, looksLikeJson: /^\s*[{[]/.test(inner) });
  }
  const { said, offset } = failures.find(({ looksLikeJson }) => looksLikeJson) ?? failures[0]!;
  return { ok: false, message: said, ...positionOf(text, offset), offset };
}

type Unread = { ok: false; said: Message; offset: number };

/** Reads what stands in a fence, or a text without any; a place that is told is one of this text. */
function readInner(text: string, changes: Changes): Extract<TolerantReading, { ok: true }> | Unread {
  let toSource: (offset: number) => number = asItIs;
  try {
    const start = startOfCurl(text);
    if (start === undefined) return readLiteral(text, changes);
    countChange(changes, 'curl');
    const command = withoutCarets(text.slice(start));
    toSource = (offset) => start + sourceOf(command, offset);
    const body = curlData(command.text);
    toSource = (offset) => start + sourceOf(command, sourceOf(body, offset));
    return readLiteral(body.text, changes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, said: error.said, offset: toSource(error.offset) };
  }
}

function asItIs(offset: number): number {
  return offset;
}

function readLiteral(text: string, changes: Changes): Extract<TolerantReading, { ok: true }> {
  const reader = startReader(text, changes);
  const opened = skipBefore(reader);
  readValue(reader);
  skipAfter(reader, opened);
  if (reader.at < text.length) throw new Unreadable(reader.at, message('json.afterEnd'));
  const twice = [...reader.twice].slice(0, mostNamed);
  return {
    ok: true,
    json: reader.out.join(''),
    changes: changesInWords(changes),
    hints: [
      ...twice.map((key) => message('tolerant.twice', { key: key.slice(0, 60) })),
      ...(reader.tooLarge === undefined ? [] : [message('tolerant.tooLarge', { number: reader.tooLarge })]),
      ...(reader.inexact === undefined ? [] : [message('tolerant.inexact', reader.inexact)]),
    ],
  };
}
