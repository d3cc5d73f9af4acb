import { readTolerantJson } from '../../../flow/tolerant-json/read-tolerant-json.ts';
import { formatJson } from './format-json.ts';

/**
 * What someone means who pastes this as JSON: without a byte order mark, and without the fence of a chat or a README
 * around JSON. All else that can be understood is offered once it is in the editor.
 */
export function pastedJson(text: string): string {
  const bare = text.replace(/^\uFEFF/, '');
  const fenced = /^\s*```[\w-]*\r?\n([\s\S]*?)\r?\n?```\s*$/.exec(bare)?.[1];
  return fenced !== undefined && isContainer(fenced) ? fenced : bare;
}

/** Beyond this many characters a text that is no JSON is judged by how it begins: reading it would hold the page up. */
const longestRead = 100_000;

/**
 * What the editor should hold after a paste into it, or `undefined` for an ordinary paste. A whole document pasted over a
 * whole (or empty) one is meant to take its place; JSON on few lines is laid out, other notations stay as they are.
 */
export function pastedDocument(current: string, pasted: string): string | undefined {
  const isJson = isContainer(pasted);
  if (!isJson && !meansContainer(pasted)) return undefined;
  if (current.trim() !== '' && !isDocument(current)) return undefined;
  return !isJson || isOnLines(pasted) ? pasted : formatJson(pasted);
}

/** Is it laid out by somebody already? A line of this length nobody has written, and none can be drawn in a moment. */
function isOnLines(text: string): boolean {
  return text.trim().includes('\n') && !/^[^\n]{10000}/m.test(text);
}

/** What a paste puts into a text: in the place of all of it, or where the caret is. */
export type Pasted = { text: string; whole: boolean };

/** `current` is undefined where something is selected, which the paste takes the place of. */
export function pastedInto(current: string | undefined, pasted: string): Pasted {
  const text = pastedJson(pasted);
  const whole = current === undefined ? undefined : pastedDocument(current, text);
  return { text: withPlainLines(whole ?? text), whole: whole !== undefined };
}

/** The same at once: it takes the place of as much, but is not laid out, and a long one keeps its fence. */
export function pastedAsItIs(current: string | undefined, pasted: string): Pasted {
  const text = pasted.length > longestRead ? pasted.replace(/^\uFEFF/, '') : pastedJson(pasted);
  const whole = current !== undefined && isDocument(text) && (current.trim() === '' || isDocument(current));
  return { text: withPlainLines(text), whole };
}

/** As an editor has it: with one kind of line breaks. */
export function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function begins(text: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(text);
}

function isContainer(text: string): boolean {
  if (!begins(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Is it one of its own, be it JSON or meant as such? */
function isDocument(text: string): boolean {
  return (text.length <= longestRead && isContainer(text)) || meansContainer(text);
}

function meansContainer(text: string): boolean {
  // Nobody means these to stand within JSON, be there errors in them or not.
  if (/^\s*(?:curl\s|```)/.test(text)) return true;
  if (text.length > longestRead) return begins(text);
  const reading = readTolerantJson(text);
  return reading.ok && /^[{[]/.test(reading.json);
}
