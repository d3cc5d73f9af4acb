import { characterProblem, failure, lineAt, readNumber, readText, readWord } from './json-text-tokens.ts';
import type { JsonError, TokenEnd } from './json-text-tokens.ts';
import { message, type Message, type Words } from './messages/message.ts';

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
      return { message: message('json.tooDeep', { levels: deepest }), offset: scan.at };
    }
    scan.at = step.end;
  }
}

function endProblem({ text, state, open }: Scan): JsonError | undefined {
  const innermost = open.at(-1);
  if (innermost) {
    const { bracket, offset } = innermost;
    return {
      message: message('json.bracketOpen', { bracket, line: lineAt(text, offset) }),
      offset: text.length,
    };
  }
  if (state === 'next') return undefined;
  return { message: message('json.empty'), offset: text.length };
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
    return failure(at, message('json.keyNeeded', { found: nameOf(character) }));
  if (/[\p{L}\p{N}_$-]/u.test(character)) return failure(at, message('json.keyQuotes'));
  if ('{[]'.includes(character)) return failure(at, message('json.keyInstead', { found: character }));
  return failure(at, characterProblem(text, at, 'key'));
}

function readColon(scan: Scan): TokenEnd {
  if (scan.text[scan.at] !== ':') return failure(scan.at, message('json.colonNeeded'));
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
  const isOwnProblem = problem.id === 'json.comment' || problem.id === 'json.invisible';
  return failure(at, isOwnProblem ? problem : message('json.commaNeeded', { bracket: needed }));
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
  if (!innermost) return failure(at, message('json.valueInstead', { found: nameOf(character) }));
  if (innermost.bracket === '{') return failure(at, message('json.valueAfterColon'));
  if (character === ']' && state === 'value' && comma !== undefined)
    return failure(comma, trailingComma(']'));
  if (character === '}') return failure(at, wrongBracket(scan.text, innermost, character));
  return failure(at, message('json.valueBefore', { found: nameOf(character) }));
}

function wrongBracket(text: string, { bracket, offset }: Scan['open'][number], found: string): Message {
  const line = lineAt(text, offset);
  return message('json.wrongBracket', { bracket, line, needed: closing[bracket], found });
}

function trailingComma(bracket: string): Message {
  return message('json.trailingComma', { bracket });
}

function afterTheEnd(text: string, at: number, character: string): Message {
  if (character === '}' || character === ']') return message('json.noBracket', { bracket: character });
  const problem = characterProblem(text, at);
  return problem.id === 'json.comment' ? problem : message('json.afterEnd');
}

function nameOf(character: string): Words {
  if (character === ',') return message('json.comma');
  return character === ':' ? message('json.colon') : character;
}
