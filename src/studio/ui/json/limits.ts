import { uiText as text } from '../../text/english/ui.ts';
/** How much of a value a JsonView shows before one asks for more. */
export const limits = { text: 400, entries: 50, moreEntries: 200, wholeDocument: 60 };

export type Entry = [key: string | number, value: unknown];

export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function entriesOf(value: object): Entry[] {
  return Array.isArray(value) ? value.map((item: unknown, index) => [index, item]) : Object.entries(value);
}

/** "{ 3 keys }" or "[ 1 item ]", for a container that is folded. */
export function summaryOf(value: object): string {
  if (Array.isArray(value)) return `[ ${text('json.items', { count: value.length })} ]`;
  return `{ ${text('json.keys', { count: Object.keys(value).length })} }`;
}

/** Whether a value with all that lies in it has at most `limit` values; looks no further than that. */
export function isSmall(value: unknown, limit = limits.wholeDocument): boolean {
  let left = limit;
  const waiting = [value];
  while (waiting.length > 0) {
    if (--left < 0) return false;
    const next = waiting.pop();
    if (isContainer(next)) {
      const items: unknown[] = Object.values(next);
      if (items.length > left) return false;
      waiting.push(...items);
    }
  }
  return true;
}

/** A small document opens whole, a big one at the top, and one level below where little stands there. */
export function opensAtFirst(value: object, depth: number, root: unknown): boolean {
  if (depth === 0 || isSmall(root)) return true;
  return depth === 1 && isContainer(root) && Object.keys(root).length <= 5 && Object.keys(value).length <= 20;
}
