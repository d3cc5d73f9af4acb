import { type Reader, endOf, skipSpace } from './reader.ts';
import { countChange } from './changes.ts';

const fence = /^[ \t]*(```+|~~~+)[^\n`]*\n/m;
/** What stands before a value in a program: `const order =`, `export default`, `payload: Order =`. */
const before =
  /(?:export\s+default|return|module\.exports\s*=|(?:export\s+)?(?:(?:const|let|var)\s+)?[\p{L}_$][\p{L}\p{N}_$]*(?:\s*:\s*[\w.<>[\]]{1,60})?\s*=(?![=>]))\s*/uy;
const after = /(?:\s*as\s+const|\s*satisfies\s+[\w.<>]{1,60})?\s*;?/y;

/** What stands in the first fence of a chat message or a README, and where; undefined where there is none. */
export function inFence(text: string): { start: number; end: number } | undefined {
  if (/^\s*[{["'[]/.test(text)) return undefined;
  const open = fence.exec(text);
  const mark = open?.[1];
  if (!open || mark === undefined) return undefined;
  const start = open.index + open[0].length;
  const lines = new RegExp(`^[ \\t]*${mark}`, 'gm');
  lines.lastIndex = start;
  const end = lines.exec(text)?.index ?? text.length;
  return { start, end };
}

/** Moves on over what a program has before a value. */
export function skipBefore(reader: Reader): void {
  skipSpace(reader);
  const end = endOf(before, reader.text, reader.at);
  if (end === undefined) return;
  countChange(reader.changes, 'around');
  reader.at = end;
  skipSpace(reader);
}

/** Moves on over what a program has behind a value. */
export function skipAfter(reader: Reader): void {
  const end = endOf(after, reader.text, reader.at) ?? reader.at;
  if (/\S/.test(reader.text.slice(reader.at, end))) {
    countChange(reader.changes, 'around');
    reader.at = end;
  }
  skipSpace(reader);
}
