import { characterProblem, failure, lineAt, readNumber, readText, readWord } from './json-text-tokens.ts';
import type { JsonError, TokenEnd } from './json-text-tokens.ts';

/**
 * What may come next. `first…` states follow an opening bracket and allow it to be closed at once;
 * `key` and `value` follow a comma (or a colon); `next` follows a value.
 *
 *     {  → firstKey → colon → value → next → , → key → colon → …      } or ] → next
 *     [  → firstItem → next → , → value → next → …
 */
type State = 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'next';

type Scan = {
  text: string;
  at: number;
  state: State;
  /** Open brackets, outermost first. A list, not recursion: depth is the author's choice. */
  open: { bracket: '{' | '['; offset: number }[];
  /** Where the comma stands that a key or value must follow. */
  comma: number | undefined;
};

const whiteSpace = /[ \t\n\r]*/y;
const closing = { '{': '}', '[': ']' } as const;

/** Finds the first error of a JSON text (RFC 8259), or a nesting of more than `deepest` levels. */
export function findJsonError(text: string, deepest: number): JsonError | undefined {
  const scan: Scan = { text, at: 0, state: 'value', open: [], comma: undefined };
  for (;;) {
    whiteSpace.lastIndex = scan.at;
    whiteSpace.exec(text);
    scan.at = whiteSpace.lastIndex;
    if (scan.at >= text.length) return endProblem(scan);
    const step = read(scan);
    if ('error' in step) return step.error;
    if (scan.open.length > deepest) {
      return { message: `The value is nested deeper than ${String(deepest)} levels`, offset: scan.at };
    }
    scan.at = step.end;
  }
}

function endProblem({ text, state, open }: Scan): JsonError | undefined {
  const innermost = open.at(-1);
  if (innermost) {
    const line = String(lineAt(text, innermost.offset));
    const message = `Unexpected end: the ${innermost.bracket} opened at line ${line} is not closed`;
    return { message, offset: text.length };
  }
  if (state === 'next') return undefined;
  return {
    message: 'There is no JSON here yet: write a value, such as {"name": "Ann"}',
    offset: text.length,
  };
}

function read(scan: Scan): TokenEnd {
  switch (scan.state) {
    case 'firstKey':
    case 'key':
      return readKey(scan);
    case 'colon':
      return readColon(scan);
    case 'next':
      return readNext(scan);
    default:
      return readValue(scan);
  }
}

function readValue(scan: Scan): TokenEnd {
  const { text, at, state } = scan;
  const character = text[at] ?? '';
  if (character === '{' || character === '[') {
    scan.open.push({ bracket: character, offset: at });
    scan.state = character === '{' ? 'firstKey' : 'firstItem';
    return { end: at + 1 };
  }
  if (character === ']' && state === 'firstItem') return close(scan);
  if (']},:'.includes(character)) return missingValue(scan, character);
  scan.state = 'next';
  if (character === '"') return readText(text, at);
  return /[-+.\d]/.test(character) ? readNumber(text, at) : readWord(text, at);
}

function readKey(scan: Scan): TokenEnd {
  const { text, at, state, comma } = scan;
  const character = text[at] ?? '';
  if (character === '}' && state === 'firstKey') return close(scan);
  if (character === '}' && comma !== undefined) return failure(comma, trailingComma('}'));
  if (character === '"') {
    scan.state = 'colon';
    return readText(text, at);
  }
  if (character === ',' || character === ':')
    return failure(at, `Expected a key before this ${nameOf(character)}`);
  if (/[\p{L}\p{N}_$-]/u.test(character)) return failure(at, 'A key must be in double quotes');
  if ('{[]'.includes(character)) return failure(at, `Expected a key or } instead of this ${character}`);
  return failure(at, characterProblem(text, at, 'key'));
}

function readColon(scan: Scan): TokenEnd {
  if (scan.text[scan.at] !== ':') return failure(scan.at, 'Expected a colon after this key');
  scan.state = 'value';
  scan.comma = undefined;
  return { end: scan.at + 1 };
}

function readNext(scan: Scan): TokenEnd {
  const { text, at, open } = scan;
  const character = text[at] ?? '';
  const innermost = open.at(-1);
  if (!innermost) return failure(at, afterTheEnd(text, at, character));
  if (character === ',') {
    scan.state = innermost.bracket === '{' ? 'key' : 'value';
    scan.comma = at;
    return { end: at + 1 };
  }
  if (character === closing[innermost.bracket]) return close(scan);
  const needed = closing[innermost.bracket];
  if (character === '}' || character === ']') return failure(at, wrongBracket(text, innermost, character));
  const problem = characterProblem(text, at);
  const isOwnProblem = problem.startsWith('Comments') || problem.startsWith('The invisible');
  return failure(at, isOwnProblem ? problem : `Expected a comma or ${needed} after this value`);
}

function close(scan: Scan): TokenEnd {
  scan.open.pop();
  scan.state = 'next';
  return { end: scan.at + 1 };
}

/** A comma without a follower is itself what to mend, so the error stands there. */
function missingValue(scan: Scan, character: string): TokenEnd {
  const { at, comma, open, state } = scan;
  const innermost = open.at(-1);
  if (!innermost) return failure(at, `Expected a value instead of this ${nameOf(character)}`);
  if (innermost.bracket === '{') return failure(at, 'Expected a value after the colon');
  if (character === ']' && state === 'value' && comma !== undefined)
    return failure(comma, trailingComma(']'));
  if (character === '}') return failure(at, wrongBracket(scan.text, innermost, character));
  return failure(at, `Expected a value before this ${nameOf(character)}`);
}

function wrongBracket(text: string, { bracket, offset }: Scan['open'][number], found: string): string {
  const line = String(lineAt(text, offset));
  return `The ${bracket} opened at line ${line} needs a ${closing[bracket]}, not a ${found}`;
}

function trailingComma(bracket: string): string {
  return `Remove this comma: nothing follows it before the ${bracket}`;
}

function afterTheEnd(text: string, at: number, character: string): string {
  if (character === '}' || character === ']')
    return `There is no open bracket that this ${character} could close`;
  const problem = characterProblem(text, at);
  return problem.startsWith('Comments') ? problem : 'The JSON value ends before this: remove what follows it';
}

function nameOf(character: string): string {
  if (character === ',') return 'comma';
  return character === ':' ? 'colon' : character;
}
