/** The items of a stored list as texts; undefined when the value is something else, which is then edited as text. */
export function itemsOf(value: unknown): string[] | undefined {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => (typeof item === 'string' ? item : (JSON.stringify(item) ?? '')));
}

/** The list with one item at another place. */
export function moved(items: readonly string[], from: number, to: number): string[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from] ?? '');
}
