import type { FieldType } from './fields.ts';

/** The type of a JSON value. */
export function typeOf(value: unknown): FieldType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : 'unknown';
}

/** The objects, and apart from them the lists, among values seen at one place. */
export function containersIn(seen: unknown[]): { objects: object[]; lists: unknown[][] } {
  return {
    objects: seen.filter((value) => typeOf(value) === 'object') as object[],
    lists: seen.filter((value) => Array.isArray(value)),
  };
}

/** The values that objects have under each of their keys, in order of first sight; behind those that are known. */
export function valuesByKey(objects: object[], byKey = new Map<string, unknown[]>()): Map<string, unknown[]> {
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const values = byKey.get(key);
      if (values) values.push(value);
      else byKey.set(key, [value]);
    }
  }
  return byKey;
}
