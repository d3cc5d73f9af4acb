import { formatJson } from './format-json.ts';

/** What someone means who pastes this as JSON: without a byte order mark, and without the fence of a chat or a README. */
export function pastedJson(text: string): string {
  const bare = text.replace(/^\uFEFF/, '');
  return /^\s*```[\w-]*\r?\n([\s\S]*?)\r?\n?```\s*$/.exec(bare)?.[1] ?? bare;
}

/** Beyond this many characters a paste is taken as it is: checking it would hold the page up. */
const longestChecked = 5_000_000;

/**
 * What the editor should hold after a paste into it, or `undefined` for an ordinary paste. A whole document
 * pasted over a whole (or empty) one is meant to take its place; one on few lines is laid out.
 */
export function pastedDocument(current: string, pasted: string): string | undefined {
  if (pasted.length > longestChecked || !isContainer(pasted)) return undefined;
  if (current.trim() !== '' && !isContainer(current)) return undefined;
  return pasted.trim().includes('\n') ? pasted : formatJson(pasted);
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
