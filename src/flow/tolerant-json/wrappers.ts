import { type Reader, endOf, skipSpace } from './reader.ts';
import { countChange } from './changes.ts';
import { leavingOut, type ShellWord } from './shell-words.ts';

const beginsAsValue = /^\s*[{["']/;
/** A run of marks is taken whole: tried at each length it would take its square. */
const fence = /^[ \t]*(```+(?!`)|~~~+(?!~))[^\n`]*\n/gm;
const quotedFence = /^[ \t]*>[ \t>]*(?:```|~~~)/m;
const quoteMark = /[ \t]*(?:>[ \t]?)+/y;
/** As chats write it within a line. */
const fenceInLine = /^\s*(`{3,20})(?!`)(?:[a-z\d]+\s)?([^\n]*?)\1\s*$/di;
/** What stands before a value in a program: `const order =`, `export default`, `payload: Order =`. */
const before =
  /(?:export\s+default|return|module\.exports\s*=|(?:export\s+)?(?:(?:const|let|var)\s+)?[\p{L}_$][\p{L}\p{N}_$]*(?:\s*:\s*[\w.<>[\]]{1,60})?\s*=(?![=>]))\s*/uy;
/** A call that takes the value: our own snippet, `JSON.stringify`, or parentheses alone. */
const opening =
  /(?:await\s+)?(?:(?:[\p{L}_$][\p{L}\p{N}_$]*\.){0,5}sendAppEvent\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\s*,|JSON\.stringify\(|\()\s*/uy;
const mostOpenings = 5;
const after = /(?:\s*as\s+const|\s*satisfies\s+[\w.<>]{1,60})?\s*;?/y;

/** Fences looked into for one that holds JSON. */
const mostFences = 20;

/** What stands in the fences of a chat message or a README, and where. */
export function fencesIn(text: string): { start: number; end: number }[] {
  if (beginsAsValue.test(text)) return [];
  const inLine = fenceInLine.exec(text)?.indices?.[2];
  if (inLine) return [{ start: inLine[0], end: inLine[1] }];
  const found: { start: number; end: number }[] = [];
  fence.lastIndex = 0;
  for (let open = fence.exec(text); open && found.length < mostFences; open = fence.exec(text)) {
    const start = open.index + open[0].length;
    const lines = new RegExp(`^[ \\t]*${open[1]}.*$`, 'gm');
    lines.lastIndex = start;
    const close = lines.exec(text);
    found.push({ start, end: close?.index ?? text.length });
    if (!close) break;
    fence.lastIndex = close.index + close[0].length;
  }
  return found;
}

/** A text without the marks of a quoted message before its lines, where a fence stands behind such marks. */
export function withoutQuoteMarks(text: string): ShellWord {
  return leavingOut(text, !beginsAsValue.test(text) && quotedFence.test(text) ? quoteMarksIn(text) : []);
}

function* quoteMarksIn(text: string) {
  let line = 0;
  while (line < text.length) {
    const end = endOf(quoteMark, text, line);
    if (end !== undefined) yield { from: line, to: end };
    const lineEnd = text.indexOf('\n', line);
    line = lineEnd === -1 ? text.length : lineEnd + 1;
  }
}

/** Moves on over what a program has before a value, and tells how many brackets of it are to be closed behind. */
export function skipBefore(reader: Reader): number {
  skipSpace(reader);
  skip(reader, endOf(before, reader.text, reader.at));
  let opened = 0;
  while (opened < mostOpenings && skip(reader, endOf(opening, reader.text, reader.at))) opened += 1;
  return opened;
}

/** Moves on over what a program has behind a value. */
export function skipAfter(reader: Reader, opened: number): void {
  skip(reader, endOf(after, reader.text, reader.at));
  for (let open = opened; open > 0 && reader.text[reader.at] === ')'; open -= 1) {
    reader.at += 1;
    skip(reader, endOf(after, reader.text, reader.at));
  }
}

/** Only white space is no change. */
function skip(reader: Reader, end: number | undefined): boolean {
  const isThere = end !== undefined && /\S/.test(reader.text.slice(reader.at, end));
  if (isThere) {
    countChange(reader.changes, 'around');
    reader.at = end;
  }
  skipSpace(reader);
  return isThere;
}
