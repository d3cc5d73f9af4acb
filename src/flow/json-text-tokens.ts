import { message, type Message } from './messages/message.ts';
/** The first error of a JSON text: what to do about it, and where (an offset in the text). */
export type JsonError = { message: Message; offset: number };

/** A token read: where the next begins, or what is wrong in it. */
export type TokenEnd = { end: number } | { error: JsonError };

const plainText = /[ !#-[\]-\uffff]*/y;
const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const numberLike = /[+-]?[\d.]?[\w.]*(?:(?<=[eE])[+-]\w*)?/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** Reads the string literal that opens at `start`. */
export function readText(text: string, start: number): TokenEnd {
  let at = start + 1;
  while (at < text.length) {
    at += matchAt(plainText, text, at).length;
    const character = text[at];
    if (character === '"') return { end: at + 1 };
    if (character === undefined) break;
    if (character !== '\\') return failure(at, inTextProblem(character));
    const escaped = matchAt(escape, text, at).length;
    if (escaped === 0) return failure(at, escapeProblem(text, at));
    at += escaped;
  }
  return failure(text.length, message('json.textOpen', { line: lineAt(text, start) }));
}

function inTextProblem(character: string): Message {
  if (character === '\n' || character === '\r') {
    return message('json.lineBreak');
  }
  if (character === '\t') return message('json.tab');
  return message('json.control', { character: escaped(character) });
}

function escapeProblem(text: string, at: number): Message {
  if (at + 1 >= text.length) return message('json.backslashEnd');
  if (text[at + 1] === 'u') return message('json.unicode');
  return message('json.escape');
}

/** Reads the number that begins at `start`. */
export function readNumber(text: string, start: number): TokenEnd {
  const seen = matchAt(numberLike, text, start);
  const valid = matchAt(number, text, start);
  if (valid !== '' && valid === seen) return { end: start + valid.length };
  return failure(start, numberProblem(seen));
}

function numberProblem(seen: string): Message {
  if (/^[+-]?(?:Infinity|NaN)/.test(seen)) return message('json.notNumber', { word: seen });
  if (seen.startsWith('+')) return message('json.plus');
  if (/^-?0[\dxXbBoO_]/.test(seen)) return message('json.leadingZero');
  if (/^-?\./.test(seen)) return message('json.digitBeforePoint');
  if (/\d\.(?!\d)/.test(seen)) return message('json.digitAfterPoint');
  if (/^-(?!\d)/.test(seen)) return message('json.digitAfterMinus');
  return message('json.notANumber', { word: shorten(seen) });
}

/** Reads `true`, `false` or `null` at `start`; any other word is an error. */
export function readWord(text: string, start: number): TokenEnd {
  const seen = matchAt(word, text, start);
  if (seen === 'true' || seen === 'false' || seen === 'null') return { end: start + seen.length };
  if (seen === '') return failure(start, characterProblem(text, start));
  const small = seen.toLowerCase();
  if (small === 'true' || small === 'false' || small === 'null') {
    return failure(start, message('json.smallLetters', { word: small }));
  }
  if (seen === 'NaN' || seen === 'Infinity' || seen === 'undefined') {
    return failure(start, message('json.nullOrText', { word: seen }));
  }
  if (small === 'none' || small === 'nil') return failure(start, message('json.nullOnly', { word: seen }));
  return failure(start, message('json.wordQuotes', { word: shorten(seen) }));
}

/** What to say of a character that can begin nothing. `what` names what it would be: a text or a key. */
export function characterProblem(text: string, at: number, what: 'text' | 'key' = 'text'): Message {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === "'" || character === '`') return message(`json.${what}Quotes`);
  if ('“”„‟«»‘’‚‛″'.includes(character)) return message(`json.${what}StraightQuotes`);
  if (character === '#' || (character === '/' && /[/*]/.test(text[at + 1] ?? ''))) {
    return message('json.comment');
  }
  if (/[\s\p{Z}\p{C}]/u.test(character)) {
    return message('json.invisible', { character: escaped(character) });
  }
  return message('json.unexpected', { character });
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}

export function failure(offset: number, said: Message): { error: JsonError } {
  return { error: { message: said, offset } };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
