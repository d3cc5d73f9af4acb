import { isRecord } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { textForm } from '../text-form.ts';
import { readDate } from './time/read-date.ts';
import { isEmpty, numberInText } from './values.ts';

/** Made when first asked for: it takes as long as the rest of this room together to load. */
let collator: Intl.Collator | undefined;

function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: false, sensitivity: 'variant' });
  return collator.compare(a, b);
}

/**
 * Orders any two values, always the same way: numbers (and texts that spell one, where both do) by size, else texts as in
 * a dictionary; false before true; nothing comes last, lists and objects before it by their JSON.
 */
export function compare(a: unknown, b: unknown): number {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x - y;
  const [rankA, rankB] = [rankOf(a, x), rankOf(b, y)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return compareTexts(textForm(a), textForm(b));
}

/** Numbers stand before texts, so the order holds in a list of both. */
function rankOf(value: unknown, number: number | undefined): number {
  if (value === undefined || value === null) return 4;
  if (typeof value === 'object') return 3;
  if (typeof value === 'boolean') return 0;
  return number === undefined ? 2 : 1;
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return typeof value === 'string' ? numberInText(value) : undefined;
}

/** Are two values the same to an author, who writes `5` where the data holds 5, and `true` where it holds true? */
export function equalLoosely(a: unknown, b: unknown): boolean {
  if (sameValue(a, b)) return true;
  if (typeof a === 'object' || typeof b === 'object') return false;
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x === y;
  return a !== undefined && b !== undefined && textForm(a) === textForm(b);
}

export const operators = {
  '=': 'is',
  '!=': 'is not',
  '>': 'is greater than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  empty: 'is empty',
  notEmpty: 'is not empty',
} as const;
export type Operator = keyof typeof operators;

export function satisfies(value: unknown, operator: Operator, operand: unknown): boolean {
  switch (operator) {
    case '=':
      return equalLoosely(value, operand);
    case '!=':
      return !equalLoosely(value, operand);
    case '>':
      return isComparable(value) && compareInOrder(value, operand) > 0;
    case '>=':
      return isComparable(value) && compareInOrder(value, operand) >= 0;
    case '<':
      return isComparable(value) && compareInOrder(value, operand) < 0;
    case '<=':
      return isComparable(value) && compareInOrder(value, operand) <= 0;
    case 'contains':
      return contains(value, operand);
    case 'startsWith':
      return textForm(value).startsWith(textForm(operand));
    case 'endsWith':
      return textForm(value).endsWith(textForm(operand));
    case 'empty':
      return isEmpty(value);
    default:
      return !isEmpty(value);
  }
}

/** A text contains a text, a list an item, an object a key. */
export function contains(value: unknown, operand: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => equalLoosely(item, operand));
  if (isRecord(value)) return Object.hasOwn(value, textForm(operand));
  return textForm(value).includes(textForm(operand));
}

/** What is greater: dates by their moment, all else as `compare` has it. */
export function compareInOrder(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [readDate(a, 'UTC'), readDate(b, 'UTC')];
    if (x && y) return x.getTime() - y.getTime();
  }
  return compare(a, b);
}

function isComparable(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

/** Everything an author calls true: not nothing, not empty, not 0, and not the text `false`. */
export function isTruthy(value: unknown): boolean {
  if (isEmpty(value)) return false;
  return (
    value !== false && value !== 0 && !(typeof value === 'number' && Number.isNaN(value)) && value !== 'false'
  );
}
