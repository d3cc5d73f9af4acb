import type { FunctionCall, Reference } from './descriptor.ts';
import type { PathStep } from './fields.ts';
import type { Operator } from './modifiers/compare.ts';
import { formatPath, formatSteps, type VariablePath } from './path.ts';

/** What the field of an item is to fulfil. Without steps the item itself is looked at. */
export type ItemCondition = { field: PathStep[]; operator: Operator; operand: string };

/** One item of a list, or a field of it; a negative place counts from the end. */
export function referenceToItem(list: VariablePath, place: number, field: PathStep[] = []): Reference {
  return { variable: formatPath({ ...list, steps: [...list.steps, place, ...field] }), functions: [] };
}

/** What each item of a list has in a field, as a list. */
export function referenceToEach(list: VariablePath, field: PathStep[]): Reference {
  return { variable: formatPath(list), functions: [call('g_map', pathInItem(field))] };
}

/** The first item that fulfils a condition, or a field of it. */
export function referenceToMatch(
  list: VariablePath,
  condition: ItemCondition,
  field: PathStep[] = [],
): Reference {
  const functions = [call('g_find', ...testOf(condition))];
  if (field.length > 0) functions.push(call('g_get', pathInItem(field)));
  return { variable: formatPath(list), functions };
}

/** All items that fulfil a condition, or a field of each, as a list. */
export function referenceToMatches(
  list: VariablePath,
  condition: ItemCondition,
  field: PathStep[] = [],
): Reference {
  const functions = [call('g_filter', ...testOf(condition))];
  if (field.length > 0) functions.push(call('g_map', pathInItem(field)));
  return { variable: formatPath(list), functions };
}

/** Does the operator compare with something? */
export function takesOperand(operator: Operator): boolean {
  return operator !== 'empty' && operator !== 'notEmpty';
}

/** The path as modifiers take it: relative to the item. */
export function pathInItem(field: PathStep[]): string {
  return formatSteps(field).replace(/^\./, '');
}

function testOf({ field, operator, operand }: ItemCondition): string[] {
  return [pathInItem(field), operator, ...(takesOperand(operator) ? [operand] : [])];
}

function call(name: string, ...values: string[]): FunctionCall {
  return { name, params: values.map((value) => ({ value })) };
}
