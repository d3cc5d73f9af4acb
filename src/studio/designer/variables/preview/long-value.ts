/** Characters that fit a line of the inspector. */
const line = 48;
/** Characters of an opened value; more would take the browser long to lay out, and nobody reads them. */
const most = 20_000;

/** Does the value need more than a line? */
export function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > line || value.includes('\n');
  if (typeof value !== 'object' || value === null) return false;
  return exceeds(value, line);
}

/** The value as it is read at leisure: a text as it is, all else as laid out JSON. */
export function wholeText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Is the JSON of the value longer than that? Looks at no more of it than it has to. */
function exceeds(value: unknown, length: number): boolean {
  let left = length;
  const open: unknown[] = [value];
  while (open.length > 0 && left >= 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) {
      left -= typeof next === 'string' ? next.length + 2 : String(next).length;
      continue;
    }
    left -= 2;
    for (const key in next) {
      if (left < 0) break;
      if (!Object.hasOwn(next, key)) continue;
      left -= Array.isArray(next) ? 1 : key.length + 4;
      open.push((next as Record<string, unknown>)[key]);
    }
  }
  return left < 0;
}
