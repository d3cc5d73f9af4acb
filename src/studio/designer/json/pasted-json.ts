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
  if (current.trim() !== '' && !isContainer(current) && !meansContainer(current)) return undefined;
  return !isJson || pasted.trim().includes('\n') ? pasted : formatJson(pasted);
}

function isContainer(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function meansContainer(text: string): boolean {
  // Nobody means these to stand within JSON, be there errors in them or not.
  if (/^\s*(?:curl\s|```)/.test(text)) return true;
  if (text.length > longestRead) return /^\s*[{[]/.test(text);
  const reading = readTolerantJson(text);
  return reading.ok && /^[{[]/.test(reading.json);
}
