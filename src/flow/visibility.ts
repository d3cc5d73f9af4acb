import { sameValue } from './same-value.ts';
import type { When } from './manifest.ts';
import { isRecord, own } from './record.ts';

/**
 * Does an input with this `when` show, given the values beside it (INTERFACE §2.3)? The values are those in force:
 * absent ones stand as their default. An operator nobody knows shows the input rather than hiding it for ever.
 */
export function inputVisible(when: When | undefined, siblings: Record<string, unknown>): boolean {
  if (!when) return true;
  return Object.entries(when).every(([operator, operand]) => {
    const test = own(operators, operator);
    return test === undefined || test(operand, siblings);
  });
}

type Test = (operand: unknown, siblings: Record<string, unknown>) => boolean;

const operators: Record<string, Test> = {
  eq: compare((actual, expected) => sameValue(actual, expected)),
  ne: compare((actual, expected) => !sameValue(actual, expected)),
  in: compare(among),
  nin: compare((actual, expected) => !among(actual, expected)),
  and: (operand, siblings) => conditionsOf(operand).every((when) => inputVisible(when, siblings)),
  or: (operand, siblings) => conditionsOf(operand).some((when) => inputVisible(when, siblings)),
};

/** `{ "./sibling": expected }`; several must all hold. */
function compare(holds: (actual: unknown, expected: unknown) => boolean): Test {
  return (operand, siblings) =>
    isRecord(operand) &&
    Object.entries(operand).every(([path, expected]) => holds(siblingAt(siblings, path), expected));
}

/** A list of conditions, or one object of which each operator is a condition. */
function conditionsOf(operand: unknown): When[] {
  if (Array.isArray(operand)) return operand.filter(isRecord);
  return isRecord(operand) ? Object.entries(operand).map(([operator, value]) => ({ [operator]: value })) : [];
}

function among(actual: unknown, expected: unknown): boolean {
  return Array.isArray(expected) && expected.some((value) => sameValue(actual, value));
}

function siblingAt(siblings: Record<string, unknown>, path: string): unknown {
  return path
    .replace(/^\.\//, '')
    .split('.')
    .reduce<unknown>((value, step) => (isRecord(value) ? own(value, step) : undefined), siblings);
}
