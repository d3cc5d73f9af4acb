/**
 * A value as part of a text: nothing for undefined and null, a date as ISO 8601, objects and lists as JSON,
 * all else as JavaScript writes it.
 */
export function textForm(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}
