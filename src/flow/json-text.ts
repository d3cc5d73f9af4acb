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
  let value: unknown;
  let reason = '';
  try {
    value = storedJson(text);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  // The scanner also finds what JSON.parse lets pass: a nesting too deep.
  const worthScanning = reason !== '' || mayBeTooDeep(text);
  const found = worthScanning ? findJsonError(text, deepestJson) : undefined;
  if (found) return { ok: false, ...found, ...positionOf(text, found.offset) };
  // JSON.parse has the last word.
  if (reason !== '') {
    return { ok: false, message: message('json.other', { reason }), line: 1, column: 1, offset: 0 };
  }
  return { ok: true, value };
}

/** A number beyond all that can be held is null once it was stored, so it is from the beginning. */
function storedJson(text: string): unknown {
  const mayOverflow = /[eE]\+?\d{3}|\d{300}/.test(text);
  return JSON.parse(
    text,
    mayOverflow
      ? (_key, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)
      : undefined,
  );
}

/** Too deep needs more than `deepestJson` opening brackets in a row of open ones; most texts never come near. */
function mayBeTooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    else if (code === 0x22) index = endOfText(text, index);
    if (depth > deepest) deepest = depth;
  }
  return deepest > deepestJson;
}

function endOfText(text: string, start: number): number {
  let index = start + 1;
  while (text.charCodeAt(index) !== 0x22) index += text.charCodeAt(index) === 0x5c ? 2 : 1;
  return index;
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
