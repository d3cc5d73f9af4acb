import { findJsonError } from './json-text-scanner.ts';
import { message, type Message } from './messages/message.ts';

/** What a JSON text holds, or its first error in plain words; `line` and `column` count from 1, `offset` from 0. */
export type JsonText =
  | { ok: true; value: unknown }
  | { ok: false; message: Message; line: number; column: number; offset: number };

/** Deeper values exhaust the stack of what reads them later. */
export const deepestJson = 500;

/** Reads a text as strict JSON (RFC 8259) of at most 500 levels. */
export function parseJsonText(text: string): JsonText {
  const { mayBeTooDeep, mayOverflow } = glanceAt(text);
  let value: unknown;
  let reason = '';
  try {
    value = JSON.parse(text, mayOverflow ? (_key, found: unknown) => storedValue(found) : undefined);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  // The scanner also finds what JSON.parse lets pass: a nesting too deep.
  const worthScanning = reason !== '' || mayBeTooDeep;
  const found = worthScanning ? findJsonError(text, deepestJson) : undefined;
  if (found) return { ok: false, ...found, ...positionOf(text, found.offset) };
  // JSON.parse has the last word.
  if (reason !== '') {
    return { ok: false, message: message('json.other', { reason }), line: 1, column: 1, offset: 0 };
  }
  return { ok: true, value };
}

/** A number beyond all that can be held is null once it was stored, so it is from the beginning. */
function storedValue(value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

const longestNumber = 300;
const largeExponent = /\+?\d{3}/y;

/**
 * What is worth a closer look, and rare: more open brackets than `deepestJson`, and a number that may be too large. In one
 * go, past what is in quotes: that is most of a large text, and a search for its end is many times faster.
 */
function glanceAt(text: string): { mayBeTooDeep: boolean; mayOverflow: boolean } {
  let depth = 0;
  let digits = 0;
  const seen = { mayBeTooDeep: false, mayOverflow: false };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) {
      digits += 1;
      if (digits >= longestNumber) seen.mayOverflow = true;
      continue;
    }
    digits = 0;
    if (code === 0x22) index = endOfText(text, index);
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepestJson) seen.mayBeTooDeep = true;
    } else if (code === 0x65 || code === 0x45) {
      largeExponent.lastIndex = index + 1;
      if (largeExponent.test(text)) seen.mayOverflow = true;
    }
  }
  return seen;
}

/** Where the quotes end that begin at `start`; the last place when nothing ends them. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let at = end;
    while (text.charCodeAt(at - 1) === 0x5c) at -= 1;
    if ((end - at) % 2 === 0) return end;
  }
  return text.length;
}

/** Line and column, both from 1, of a place in a text. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (const lineBreak of text.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    line += 1;
    lineStart = lineBreak.index + lineBreak[0].length;
  }
  return { line, column: offset - lineStart + 1 };
}
