import { compare, isEmpty, isOn, looselyEqual, numberOf, textOf } from './loose.ts';
import { matchesPattern } from './regex.ts';

/** One row of the expression; which operands count depends on the operator. */
export type ConditionRow = { input?: unknown; operator?: unknown; [operand: string]: unknown };

type Operator = (row: ConditionRow) => boolean;

const ordered =
  (holds: (order: number) => boolean): Operator =>
  (row) => {
    const order = compare(row.input, row['value']);
    return order !== undefined && holds(order);
  };

const isDivisible: Operator = (row) => {
  const [input, divisor] = [numberOf(row.input), numberOf(row['divisor'])];
  return input !== undefined && divisor !== undefined && input % divisor === 0;
};

/** A list contains an item; a text contains a text. */
const contains: Operator = ({ input, value }) =>
  Array.isArray(input)
    ? input.some((item) => looselyEqual(item, value))
    : textOf(input).includes(textOf(value));

/** A limit that is left empty does not limit. */
const isInRange: Operator = (row) => {
  const input = numberOf(row.input);
  if (input === undefined) return false;
  const [min, max] = [numberOf(row['rangeMin']), numberOf(row['rangeMax'])];
  const above = min === undefined || input > min || (input === min && !isOn(row['exclusiveMin']));
  const below = max === undefined || input < max || (input === max && !isOn(row['exclusiveMax']));
  return above && below;
};

/** The operators of INTERFACE §7 by the sign a document stores. */
export const operators: Record<string, Operator> = {
  '=': (row) => looselyEqual(row.input, row['value']),
  '!=': (row) => !looselyEqual(row.input, row['value']),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '%': isDivisible,
  empty: (row) => isEmpty(row.input),
  notEmpty: (row) => !isEmpty(row.input),
  contains,
  range: isInRange,
  regex: (row) => matchesPattern(textOf(row['regex']), textOf(row.input)),
};
