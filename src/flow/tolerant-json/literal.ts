import { lineAtLevel } from '../json-layout.ts';
import { deepestJson } from '../json-text.ts';
import { characterProblem, lineAt } from '../json-text-tokens.ts';
import { message, type Words } from '../messages/message.ts';
import { countChange } from './changes.ts';
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
 * and runs nothing: what would have to be computed is an error.
 */
export function readValue(reader: Reader, depth = 0): typeof nothing | undefined {
  const { text, at, out } = reader;
  const character = text[at] ?? '';
  if (character === '{' || character === '[') {
    if (depth >= deepestJson) throw new Unreadable(at, message('json.tooDeep', { levels: deepestJson }));
    if (character === '{') readObject(reader, depth);
    else readList(reader, depth);
    return undefined;
  }
  const simple = character === '"' ? readSimpleText(reader) : undefined;
  if (simple !== undefined) {
    out.push(simple);
    return undefined;
  }
  if (opensText(character)) {
    if (character !== '"') countChange(reader.changes, 'texts');
    out.push(jsonOf(reader, readText(reader)));
    return undefined;
  }
  if (/[-+.\d]/.test(character) && !text.startsWith('...', at)) {
    out.push(readNumber(reader));
    return undefined;
  }
  return readWord(reader);
}

function readWord(reader: Reader): typeof nothing | undefined {
  const { text, at, changes } = reader;
  const word = nameAt(text, at);
  if (Object.hasOwn(words, word)) {
    if (words[word] !== word) countChange(changes, 'words');
    reader.out.push(words[word]!);
  } else if (word === 'undefined') {
    countChange(changes, 'undefined');
    reader.out.push('null');
    reader.at += word.length;
    return nothing;
  } else if (word === 'NaN' || word === 'Infinity') {
    countChange(changes, 'notNumbers');
    reader.out.push('null');
  } else throw new Unreadable(at, strangerAt(text, at, word));
  reader.at += word.length;
  return undefined;
}

function strangerAt(text: string, at: number, word: string) {
  if (word === 'new' || word === 'function' || word === 'async' || text.startsWith('...', at)) {
    return message('tolerant.computed');
  }
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
    if (text[at] !== ':') {
      const shorthand = /[,}]/.test(text[at] ?? '') && /^[\p{L}_$]/u.test(key.written);
      const word = key.written.slice(0, 60);
      throw shorthand
        ? new Unreadable(key.offset, message('tolerant.name', { word }))
        : new Unreadable(at, message('json.colonNeeded'));
    }
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

function readList(reader: Reader, depth: number): void {
  readItems(reader, { depth, open: '[', close: ']' }, () => {
    if (reader.text[reader.at] === ',') {
      throw new Unreadable(reader.at, message('json.valueBefore', { found: message('json.comma') }));
    }
    readValue(reader, depth + 1);
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

function unclosed(reader: Reader, start: number, bracket: '{' | '[', needed: '}' | ']') {
  const { text, at } = reader;
  const found = text[at];
  const line = lineAt(text, start);
  if (found === undefined) return message('json.bracketOpen', { bracket, line });
  if (found === '}' || found === ']') return message('json.wrongBracket', { bracket, line, needed, found });
  return message('json.commaNeeded', { bracket: needed });
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
  if (text.startsWith('...', at) || character === '[') return message('tolerant.computed');
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
