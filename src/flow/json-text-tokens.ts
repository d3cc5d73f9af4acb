/** The first error of a JSON text: what to do about it, and where (an offset in the text). */
export type JsonError = { message: string; offset: number };

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
  return failure(
    text.length,
    `Unexpected end: the text opened at line ${String(lineAt(text, start))} is not closed`,
  );
}

function inTextProblem(character: string): string {
  if (character === '\n' || character === '\r') {
    return 'A text cannot go over several lines: close it with " here, or write the line break as \\n';
  }
  if (character === '\t') return 'A tab in a text must be written as \\t';
  return `A control character in a text must be written as ${escaped(character)}`;
}

function escapeProblem(text: string, at: number): string {
  if (at + 1 >= text.length) return 'Unexpected end: a \\ must be followed by the character it stands for';
  if (text[at + 1] === 'u') return 'A \\u must be followed by four digits or letters A to F';
  return 'This is no escape JSON knows: a backslash itself is written as \\\\';
}

/** Reads the number that begins at `start`. */
export function readNumber(text: string, start: number): TokenEnd {
  const seen = matchAt(numberLike, text, start);
  const valid = matchAt(number, text, start);
  if (valid !== '' && valid === seen) return { end: start + valid.length };
  return failure(start, numberProblem(seen));
}

function numberProblem(seen: string): string {
  if (/^[+-]?(?:Infinity|NaN)/.test(seen)) return `${seen} is not a JSON number: use null or a text`;
  if (seen.startsWith('+')) return 'A number must not begin with +';
  if (/^-?0[\dxXbBoO_]/.test(seen)) return 'A number must not begin with 0: write it without, or as a text';
  if (/^-?\./.test(seen)) return 'A number needs a digit before its decimal point';
  if (/\d\.(?!\d)/.test(seen)) return 'A number needs a digit after its decimal point';
  if (/^-(?!\d)/.test(seen)) return 'A minus must be followed by a digit';
  return `${shorten(seen)} is not a number: a text must be in double quotes`;
}

/** Reads `true`, `false` or `null` at `start`; any other word is an error. */
export function readWord(text: string, start: number): TokenEnd {
  const seen = matchAt(word, text, start);
  if (seen === 'true' || seen === 'false' || seen === 'null') return { end: start + seen.length };
  if (seen === '') return failure(start, characterProblem(text, start));
  const small = seen.toLowerCase();
  if (small === 'true' || small === 'false' || small === 'null') {
    return failure(start, `Write ${small} in small letters`);
  }
  if (seen === 'NaN' || seen === 'Infinity' || seen === 'undefined') {
    return failure(start, `${seen} is not JSON: use null or a text`);
  }
  if (small === 'none' || small === 'nil') return failure(start, `${seen} is not JSON: use null`);
  return failure(start, `A text must be in double quotes: "${shorten(seen)}"`);
}

/** What to say of a character that can begin nothing. `what` names what it would be: a text or a key. */
export function characterProblem(text: string, at: number, what = 'text'): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === "'" || character === '`') return `A ${what} must be in double quotes`;
  if ('“”„‟«»‘’‚‛″'.includes(character)) return `A ${what} must be in straight double quotes (")`;
  if (character === '#' || (character === '/' && /[/*]/.test(text[at + 1] ?? ''))) {
    return 'Comments are not allowed in JSON';
  }
  if (/[\s\p{Z}\p{C}]/u.test(character)) {
    return `The invisible character ${escaped(character)} is not allowed here: remove it or use a plain space`;
  }
  return `Unexpected character ${character}`;
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}

export function failure(offset: number, message: string): { error: JsonError } {
  return { error: { message, offset } };
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
