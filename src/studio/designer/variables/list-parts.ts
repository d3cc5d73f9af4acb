import type { Field, PathStep } from '../../../flow/fields.ts';
import { own } from '../../../flow/record.ts';
import { sampleOf } from '../../../flow/sample-scope.ts';

/** The field that stands for the items of a list. */
export function itemOf({ types, children }: Field): Field | undefined {
  return types.includes('array') ? children?.find(({ step }) => typeof step === 'number') : undefined;
}

/** The last item of a list, with what the example has there. */
export function lastItemOf(list: Field): Field | undefined {
  const item = itemOf(list);
  const items = sampleOf(list);
  if (!item || !Array.isArray(items)) return item && { ...item, step: -1 };
  const known = lastItems.get(list) ?? { ...sampledAt(item, items.at(-1)), step: -1 };
  lastItems.set(list, known);
  return known;
}

/** Trees are laid out anew at every click, their fields stay. */
const lastItems = new WeakMap<Field, Field>();

/** The field as each item of a list has it: there are as many values as items. */
export function eachOf(field: Field): Field {
  const known = eachFields.get(field) ?? {
    step: field.step,
    label: field.label,
    types: ['array'],
    ...(field.children ? { children: field.children.map(eachOf) } : {}),
  };
  eachFields.set(field, known);
  return known;
}

const eachFields = new WeakMap<Field, Field>();

/** The field with another value at its place, and at the places below it. */
export function sampledAt(field: Field, value: unknown): Field {
  const { sample: _, whole: _whole, children, ...known } = field;
  const isWhole = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return {
    ...known,
    ...(value === undefined ? {} : isWhole ? { whole: value } : { sample: value }),
    ...(children ? { children: children.map((child) => sampledAt(child, valueAt(value, child.step))) } : {}),
  };
}

/** What a value has at a step. */
export function valueAt(value: unknown, step: PathStep): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? (value as unknown[]).at(step) : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? own(value as Record<string, unknown>, step)
    : undefined;
}
