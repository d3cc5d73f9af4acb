/** What a text field shows of a value that a document holds in another form. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value, undefined, 2) ?? '');
}
