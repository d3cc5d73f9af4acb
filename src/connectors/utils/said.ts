/** What a setting or an input says, as text; for an object its JSON. */
export function said(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
