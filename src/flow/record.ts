/** A JSON object, as against a list, null or a plain value. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The own member `key` of a map whose keys come from a document. A component id may be any text, `constructor`
 * too, so a plain index would find what every object inherits.
 */
export function own<Value>(map: Record<string, Value> | undefined, key: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The map without `key`; the same map when it has no such key. */
export function without<Value>(map: Record<string, Value>, key: string): Record<string, Value> {
  if (!Object.hasOwn(map, key)) return map;
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
