import { message } from '../messages/message.ts';
import { lineAt } from '../json-text-tokens.ts';
import { countChange } from './changes.ts';
import { endOf, type Reader, Unreadable } from './reader.ts';

/** Which character closes a text that this one opens. Word processors and chats make the curly ones. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '‘': '’',
};

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** Up to the next character that means something in a text. */
const plain = /[^"'`“”‘’\\$\n\r]+/y;
const hexEscape = /x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]{1,6})\}/y;
const oddEscape = /[^"\\/bfnrtu]/;
/** A character that JSON has as an escape alone. */
const control = /[^ -\uFFFF]/g;

/** Does a text begin with this character? */
export function opensText(character: string): boolean {
  return Object.hasOwn(closers, character);
}

/** A text that is JSON and means what it says. */
const simple = /"[ !#-[\]-\u2027\u202A-\uD7FF\uE000-\uFFFF]*"/y;

/** Moves on over a text that is JSON as it stands, which most are, and gives it with its quotes. */
export function readSimpleText(reader: Reader): string | undefined {
  const end = endOf(simple, reader.text, reader.at);
  if (end === undefined) return undefined;
  const written = reader.text.slice(reader.at, end);
  reader.at = end;
  return written;
}

/** Reads the text that opens here, in whatever quotes; what it means, not how it is written. */
export function readText(reader: Reader): string {
  const { text, at: start } = reader;
  const quote = text[start] ?? '';
  const closer = closers[quote] ?? quote;
  const parts: string[] = [];
  reader.at = start + 1;
  for (;;) {
    plain.lastIndex = reader.at;
    const run = plain.exec(text)?.[0] ?? '';
    parts.push(run);
    // Of other quotes it is told that they are changed.
    if (quote === '"') for (const _ of run.matchAll(control)) countChange(reader.changes, 'escapes');
    reader.at += run.length;
    const character = text[reader.at];
    if (character === undefined) {
      throw new Unreadable(text.length, message('json.textOpen', { line: lineAt(text, start) }));
    }
    if (character === closer) break;
    parts.push(readPart(reader, quote, character));
  }
  reader.at += 1;
  return parts.join('');
}

function readPart(reader: Reader, quote: string, character: string): string {
  const { text, at } = reader;
  if (character === '\\') return readEscape(reader);
  if (quote === '`' && text.startsWith('${', at)) throw new Unreadable(at, message('tolerant.computed'));
  const breaks = character === '\n' || character === '\r';
  if (breaks && quote !== '`') throw new Unreadable(at, message('json.lineBreak'));
  reader.at += 1;
  return character;
}

function readEscape(reader: Reader): string {
  const { text, at, changes } = reader;
  const next = text[at + 1];
  if (next === undefined) throw new Unreadable(at, message('json.backslashEnd'));
  if (oddEscape.test(next)) countChange(changes, 'escapes');
  if (next === '\n' || next === '\r') {
    // A line that goes on in the next one.
    reader.at = at + (text.startsWith('\r\n', at + 1) ? 3 : 2);
    return '';
  }
  if (next === 'x' || next === 'u') {
    hexEscape.lastIndex = at + 1;
    const found = hexEscape.exec(text);
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? found?.[3] ?? '', 16);
    if (!found || code > 0x10_ff_ff) throw new Unreadable(at, message('json.unicode'));
    if (found[3] !== undefined) countChange(changes, 'escapes');
    reader.at = hexEscape.lastIndex;
    return String.fromCodePoint(code);
  }
  reader.at = at + 2;
  if (next === '0' && !/\d/.test(text[at + 2] ?? '')) return '\0';
  return simpleEscapes[next] ?? next;
}
