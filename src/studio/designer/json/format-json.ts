import { deepestLine, lineAtLevel } from '../../../flow/json-layout.ts';
import { parseJsonText } from '../../../flow/json-text.ts';
import { longestExample } from '../../../flow/tolerant-json/read-tolerant-json.ts';

/** Characters of a line that are enough: where it could go on it ends, lest one line be megabytes to draw. */
const longestLine = 200;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * Lays a valid JSON text out, two spaces a level. It works on the text, not on the value: numbers keep every
 * digit, and a key that occurs twice stays so. What would be too long for an example has fewer levels laid out, and no
 * blanks; what stands below them is on lines of its own only where one would be long.
 */
export function formatJson(text: string, longest = longestExample): string {
  const { deepest, blank } = layoutThatFits(text, longest);
  const parts: string[] = [];
  let depth = 0;
  let lineLength = 0;
  let before = '';
  const add = (part: string) => {
    parts.push(part);
    lineLength += part.length;
  };
  const line = () => (depth > deepest ? '' : lineAtLevel(depth));
  const breakLine = (lineBreak: string) => {
    if (lineBreak === '') return;
    parts.push(lineBreak);
    lineLength = lineBreak.length - 1;
  };
  for (const [part] of text.matchAll(tokens)) {
    const isClosing = part === '}' || part === ']';
    const isEmpty = isClosing && isOpening(before);
    if (isOpening(before) && !isEmpty) breakLine(line());
    if (isClosing) {
      const isWithin = line() !== '';
      depth--;
      if (!isEmpty && isWithin) breakLine(line());
    }
    add(part);
    if (isOpening(part)) depth++;
    else if (part === ',') breakLine(line() || (lineLength >= longestLine ? '\n' : ''));
    else if (part === ':') add(blank);
    before = part;
  }
  return parts.join('');
}

/** The same of any text: what is no JSON stays as it is. */
export function laidOut(text: string): string {
  return parseJsonText(text).ok ? formatJson(text) : text;
}

function isOpening(part: string): boolean {
  return part === '{' || part === '[';
}

/** How many levels can be laid out for the text to have at most so many characters, and whether with blanks after colons. */
function layoutThatFits(text: string, longest: number): { deepest: number; blank: '' | ' ' } {
  const breaks: number[] = [];
  let length = 0;
  let colons = 0;
  let depth = 0;
  let before = '';
  for (const [part] of text.matchAll(tokens)) {
    const isClosing = part === '}' || part === ']';
    if (isClosing) depth--;
    length += part.length;
    if (part === ':') colons++;
    // Before an item, and before the bracket that closes after some.
    if (isClosing ? !isOpening(before) : isOpening(before)) {
      const level = isClosing ? depth + 1 : depth;
      breaks[level] = (breaks[level] ?? 0) + 1 + 2 * depth;
    }
    if (part === ',') breaks[depth] = (breaks[depth] ?? 0) + 1 + 2 * depth;
    if (isOpening(part)) depth++;
    before = part;
  }
  const laidOut = breaks.slice(0, deepestLine + 1).reduce((sum, added) => sum + added, length + colons);
  // What stands below the levels that are laid out is broken, too, where a line would be long.
  const fits = (least: number, levels: number) =>
    least + (breaks.length > levels + 1 ? Math.ceil(least / longestLine) : 0) <= longest;
  if (fits(laidOut, deepestLine)) return { deepest: deepestLine, blank: ' ' };
  let deepest = 0;
  while (deepest < deepestLine) {
    length += breaks[deepest + 1] ?? 0;
    if (!fits(length, deepest + 1)) break;
    deepest++;
  }
  return { deepest, blank: '' };
}
