/** What a value says as a number; `undefined` when it says none. Texts count, true and false do not. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** What a value says as text; nothing says ''. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Equal by what they say: 5 and "5.0", true and "true", nothing and "". Numbers beyond 2^53 compare as text. */
export function looselyEqual(left: unknown, right: unknown): boolean {
  if (textOf(left) === textOf(right)) return true;
  const [a, b] = [numberOf(left), numberOf(right)];
  return a !== undefined && a === b && Math.abs(a) <= Number.MAX_SAFE_INTEGER;
}

/**
 * Negative, zero or positive: as numbers where both say one, else as texts by code unit, which orders
 * ISO dates. `undefined` (no order) when only one side says a number or a side is empty.
 */
export function compare(left: unknown, right: unknown): number | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return a - b;
  if (a !== undefined || b !== undefined) return undefined;
  const [x, y] = [textOf(left), textOf(right)];
  if (x === '' || y === '') return undefined;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Nothing, '', [] and {}; 0 and false are values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A toggle's value, also as the text a mapping makes of it. */
export function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}
