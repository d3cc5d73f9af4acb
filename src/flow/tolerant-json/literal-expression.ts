import { message } from '../messages/message.ts';
import { countChange } from './changes.ts';
import { readNumber } from './literal-number.ts';
import { opensText, readText } from './literal-text.ts';
import { endOf, type Reader, skipSpace, Unreadable } from './reader.ts';

/** As minifiers write `true` and `false`. */
const negated = /(!+)\s*([01])(?![\w.])/y;
const voidZero = /void\s+0(?![\w.])/y;
const newDate = /new\s+Date\s*\(\s*/y;
const dateEnd = /\)(?:\s*\.\s*to(?:ISOString|JSON)\s*\(\s*\))?/y;
const isoDate = /^\d{4}-\d\d(?:-\d\d)?(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;
const arrow = /\([\w\s,.$={}[\]:]{0,200}\)\s*=>/y;
const operator = /[-+*/%&|?<>=.(^]/;

/** Is what stands behind a value the rest of an expression, which would have to be computed? */
export function isOperator(character: string | undefined): boolean {
  return character !== undefined && operator.test(character);
}

/** Does a function begin here, with its parameters in parentheses? */
export function isArrow(text: string, at: number): boolean {
  return endOf(arrow, text, at) !== undefined;
}

/** Reads `!0` and `!1`; undefined where something else stands. */
export function readNegated(reader: Reader): 'true' | 'false' | undefined {
  negated.lastIndex = reader.at;
  const [all, marks, digit] = negated.exec(reader.text) ?? [];
  if (all === undefined || marks === undefined) return undefined;
  reader.at += all.length;
  countChange(reader.changes, 'words');
  return (marks.length % 2 === 0) === (digit === '1') ? 'true' : 'false';
}

/** Moves on over `void 0`. */
export function skipVoid(reader: Reader): boolean {
  const end = endOf(voidZero, reader.text, reader.at);
  if (end === undefined) return false;
  reader.at = end;
  return true;
}

/** Texts that are joined to one that was read: `'…' + '…'`. */
export function readJoined(reader: Reader, first: string): string {
  const parts = [first];
  for (;;) {
    skipSpace(reader);
    if (reader.text[reader.at] !== '+') return parts.join('');
    const plus = reader.at;
    reader.at += 1;
    skipSpace(reader);
    if (!opensText(reader.text[reader.at] ?? '')) throw new Unreadable(plus, message('tolerant.computed'));
    countChange(reader.changes, 'texts');
    parts.push(readText(reader));
  }
}

/** Reads `new Date('…')` as the text that JSON has for it; undefined where something else stands. */
export function readDate(reader: Reader): string | undefined {
  const { text, at } = reader;
  const begins = endOf(newDate, text, at);
  if (begins === undefined) return undefined;
  reader.at = begins;
  const time = readTime(reader);
  skipSpace(reader);
  const end = endOf(dateEnd, text, reader.at);
  const date = time === undefined ? undefined : new Date(time);
  if (!date || Number.isNaN(date.getTime()) || end === undefined) {
    throw new Unreadable(at, message('tolerant.computed'));
  }
  reader.at = end;
  countChange(reader.changes, 'dates');
  return date.toISOString();
}

function readTime(reader: Reader): string | number | undefined {
  const character = reader.text[reader.at] ?? '';
  if (/\d/.test(character)) return Number(readNumber(reader));
  if (!opensText(character)) return undefined;
  const written = readText(reader);
  const [all, time, zone] = isoDate.exec(written) ?? [];
  // Without a zone it would be another moment on each machine.
  return all !== undefined && time !== undefined && zone === undefined ? `${written}Z` : all;
}
