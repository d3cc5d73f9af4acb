import { positionOf } from '../json-text.ts';
import { message, type Message } from '../messages/message.ts';
import { type Changes, changesInWords, countChange } from './changes.ts';
import { curlData, isCurl } from './curl-data.ts';
import { readValue } from './literal.ts';
import { startReader, Unreadable } from './reader.ts';
import { sourceOf, withoutCarets } from './shell-words.ts';
import { inFence, skipAfter, skipBefore } from './wrappers.ts';

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
  const changes: Changes = new Map();
  let start = 0;
  let toSource: (offset: number) => number = asItIs;
  try {
    const fence = inFence(text);
    if (fence) {
      countChange(changes, 'fence');
      start = fence.start;
    }
    const inner = fence ? text.slice(fence.start, fence.end) : text;
    if (!isCurl(inner)) return readLiteral(inner, changes);
    countChange(changes, 'curl');
    const command = withoutCarets(inner);
    toSource = (offset) => sourceOf(command, offset);
    const body = curlData(command.text);
    toSource = (offset) => sourceOf(command, sourceOf(body, offset));
    return readLiteral(body.text, changes);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const offset = Math.min(text.length, start + toSource(error.offset));
    return { ok: false, message: error.said, ...positionOf(text, offset), offset };
  }
}

function asItIs(offset: number): number {
  return offset;
}

function readLiteral(text: string, changes: Changes): TolerantReading {
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
