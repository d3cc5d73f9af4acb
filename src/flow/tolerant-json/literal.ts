import { lineAtLevel } from '../json-layout.ts';
import { deepestJson } from '../json-text.ts';
import { characterProblem, lineAt } from '../json-text-tokens.ts';
import { message, type Words } from '../messages/message.ts';
import { countChange } from './changes.ts';
import { isArrow, isOperator, readDate, readJoined, readNegated, skipVoid } from './literal-expression.ts';
import { readNumber } from './literal-number.ts';
import { opensText, readSimpleText, readText } from './literal-text.ts';
import { type Reader, skipSpace, Unreadable } from './reader.ts';

const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** A value that is left out where that can be, as `JSON.stringify` does. */
const nothing = Symbol('undefined');

/** Words that stand for a value in JSON, JavaScript or Python. */
const words: Readonly<Record<string, string>> = {
  true: 'true',
  false: 'false',
  null: 'null',
  True: 'true',
  False: 'false',
  None: 'null',
};

/**
 * Reads the value that begins here and writes it as JSON. It recurses as deep as the value is nested, which has a limit,
 * and runs nothing: of what would have to be computed only what a few literals say by themselves is understood.
 */
export function readValue(reader: Reader, depth = 0): typeof nothing | undefined {
  const { text, at, out } = reader;
  const character = text[at] ?? '';
  if (character === '{' || character === '[' || character === '(') {
    if (depth >= deepestJson) throw new Unreadable(at, message('json.tooDeep', { levels: deepestJson }));
    if (character === '(') return readParentheses(reader, depth);
    if (character === '{') readObject(reader, depth);
    else readList(reader, depth);
    return undefined;
  }
  const simple = character === '"' ? readSimpleText(reader) : undefined;
  if (simple !== undefined) {
    skipSpace(reader);
    if (text[reader.at] !== '+') {
      out.push(simple);
      return undefined;
    }
    reader.at = at;
  }
  if (opensText(character)) {
    if (character !== '"') countChange(reader.changes, 'texts');
    out.push(jsonOf(reader, readJoined(reader, readText(reader))));
    return undefined;
  }
  if (/[-+.\d]/.test(character) && !text.startsWith('...', at)) {
    out.push(readNumber(reader));
    return undefined;
  }
  const written = readNegated(reader) ?? dateAsText(reader);
  if (written === undefined) return readWord(reader);
  out.push(written);
  return undefined;
}

function dateAsText(reader: Reader): string | undefined {
  const date = readDate(reader);
  return date === undefined ? undefined : JSON.stringify(date);
}

/** A value in parentheses is the value. */
function readParentheses(reader: Reader, depth: number): typeof nothing | undefined {
  const { text, at, changes } = reader;
  if (isArrow(text, at)) throw new Unreadable(at, message('tolerant.computed'));
  reader.at += 1;
  skipSpace(reader);
  const read = readValue(reader, depth + 1);
  skipSpace(reader);
  if (text[reader.at] !== ')') throw new Unreadable(reader.at, unclosed(reader, at, '(', ')'));
  reader.at += 1;
  countChange(changes, 'around');
  return read;
}

function readWord(reader: Reader): typeof nothing | undefined {
  const { text, at, changes } = reader;
  const word = nameAt(text, at);
  if (word === 'void' && skipVoid(reader)) return undefinedAs(reader);
  if (Object.hasOwn(words, word)) {
    if (words[word] !== word) countChange(changes, 'words');
    reader.out.push(words[word]!);
  } else if (word === 'undefined') {
    reader.at += word.length;
    return undefinedAs(reader);
  } else if (word === 'NaN' || word === 'Infinity') {
    countChange(changes, 'notNumbers');
    reader.out.push('null');
  } else throw new Unreadable(at, strangerAt(text, at, word));
  reader.at += word.length;
  return undefined;
}

function undefinedAs({ changes, out }: Reader): typeof nothing {
  countChange(changes, 'undefined');
  out.push('null');
  return nothing;
}

/** Words that begin what would have to be run. */
const ofCode = new Set(['new', 'function', 'async', 'await', 'class', 'void', 'typeof']);

function strangerAt(text: string, at: number, word: string) {
  if (ofCode.has(word) || text.startsWith('...', at) || text[at] === '!') return message('tolerant.computed');
  if (/^\s*(?:\(|=>|\.)/.test(text.slice(at + word.length, at + word.length + 20)) && word !== '') {
    return message('tolerant.computed');
  }
  return word === '' ? valueProblem(text, at) : message('tolerant.name', { word: word.slice(0, 60) });
}

function valueProblem(text: string, at: number) {
  const character = text[at];
  if (character === undefined) return message('json.empty');
  if (!',:]}'.includes(character)) return characterProblem(text, at);
  return message('json.valueInstead', { found: called(character) });
}

function readObject(reader: Reader, depth: number): void {
  const keys = new Set<string>();
  readItems(reader, { depth, open: '{', close: '}' }, (before) => {
    const key = readKey(reader);
    skipSpace(reader);
    const { text, at } = reader;
    if (text[at] !== ':') throw notAColon(reader, key);
    reader.at += 1;
    skipSpace(reader);
    if (reader.text[reader.at] === '}' || reader.text[reader.at] === ',') {
      throw new Unreadable(reader.at, message('json.valueAfterColon'));
    }
    reader.out.push(key.json ?? jsonOf(reader, key.name), ': ');
    if (readValue(reader, depth + 1) === nothing) reader.out.length = before;
    else if (keys.has(key.name)) reader.twice.add(key.name);
    else keys.add(key.name);
  });
}

/** A method, `{a}` for `{a: a}`, or a slip. */
function notAColon({ text, at }: Reader, key: Key): Unreadable {
  const isMethod = text[at] === '(' || (accessors.has(key.written) && /[\p{L}_$"'[*]/u.test(text[at] ?? ''));
  if (isMethod) return new Unreadable(key.offset, message('tolerant.computed'));
  const isShorthand = /[,}]/.test(text[at] ?? '') && /^[\p{L}_$]/u.test(key.written);
  return isShorthand
    ? new Unreadable(key.offset, message('tolerant.name', { word: key.written.slice(0, 60) }))
    : new Unreadable(at, message('json.colonNeeded'));
}

const accessors = new Set(['get', 'set', 'async']);

function readList(reader: Reader, depth: number): void {
  readItems(reader, { depth, open: '[', close: ']' }, () => {
    // A hole, which is undefined.
    if (reader.text[reader.at] === ',') undefinedAs(reader);
    else readValue(reader, depth + 1);
  });
}

/** Reads items between brackets. An item that writes nothing leaves no comma behind. */
function readItems(
  reader: Reader,
  { depth, open, close }: { depth: number; open: '{' | '['; close: '}' | ']' },
  readItem: (before: number) => void,
): void {
  const { text, out, changes } = reader;
  const start = reader.at;
  const line = lineAtLevel(depth + 1);
  let written = 0;
  let comma = false;
  out.push(open);
  reader.at += 1;
  for (;;) {
    skipSpace(reader);
    if (text[reader.at] === close) break;
    const before = out.length;
    out.push(written > 0 ? `,${line}` : line);
    const begins = out.length;
    readItem(before);
    if (out.length > begins) written += 1;
    skipSpace(reader);
    comma = text[reader.at] === ',';
    if (comma) reader.at += 1;
    else if (text[reader.at] !== close) throw new Unreadable(reader.at, unclosed(reader, start, open, close));
  }
  if (comma) countChange(changes, 'commas');
  reader.at += 1;
  out.push(written > 0 && line !== '' ? `${lineAtLevel(depth)}${close}` : close);
}

function unclosed(reader: Reader, start: number, bracket: '{' | '[' | '(', needed: '}' | ']' | ')') {
  const { text, at } = reader;
  const found = text[at];
  const line = lineAt(text, start);
  if (found === undefined) return message('json.bracketOpen', { bracket, line });
  if (found === '}' || found === ']') return message('json.wrongBracket', { bracket, line, needed, found });
  return isOperator(found) ? message('tolerant.computed') : message('json.commaNeeded', { bracket: needed });
}

/** `json`: the key as it is written, where that is JSON; `written`: one without quotes. */
type Key = { name: string; json?: string; written: string; offset: number };

function readKey(reader: Reader): Key {
  const { text, at: offset, changes } = reader;
  const character = text[offset] ?? '';
  const json = character === '"' ? readSimpleText(reader) : undefined;
  if (json !== undefined) return { name: json.slice(1, -1), json, written: '', offset };
  if (opensText(character)) {
    if (character !== '"') countChange(changes, 'keys');
    return { name: readText(reader), written: '', offset };
  }
  const word = nameAt(text, offset);
  if (word !== '') {
    countChange(changes, 'keys');
    reader.at += word.length;
    return { name: word, written: word, offset };
  }
  if (/\d/.test(character)) {
    countChange(changes, 'keys');
    return { name: String(Number(readNumber(reader))), written: '', offset };
  }
  throw new Unreadable(offset, keyProblem(text, offset));
}

function keyProblem(text: string, at: number) {
  const character = text[at];
  if (text.startsWith('...', at) || character === '[' || character === '*')
    return message('tolerant.computed');
  if (character === ',' || character === ':') return message('json.keyNeeded', { found: called(character) });
  if (character === '{' || character === ']') return message('json.keyInstead', { found: character });
  if (character === undefined) return message('json.keyInstead', { found: '…' });
  return characterProblem(text, at, 'key');
}

function called(character: string): Words {
  if (character === ',') return message('json.comma');
  return character === ':' ? message('json.colon') : character;
}

function nameAt(text: string, at: number): string {
  name.lastIndex = at;
  return name.exec(text)?.[0] ?? '';
}

/** A half of a surrogate pair stands for no character: no other program takes it. */
function jsonOf({ changes }: Reader, text: string): string {
  if (text.isWellFormed()) return JSON.stringify(text);
  countChange(changes, 'surrogates');
  return JSON.stringify(text.toWellFormed());
}
