import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import type { PathStep } from '../fields.ts';
import { formatPath } from '../path.ts';
import { isRecord } from '../record.ts';
import { stepsOf } from './arguments.ts';
import { assertItems, isUnsafeKey } from './values.ts';

const deepest = 100;

/** A copy with a value put at a path; objects and lists that lack on the way are made. */
export function withValueAt(target: unknown, steps: PathStep[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const isPlace = typeof step === 'number';
  if (isPlace || (Array.isArray(target) && /^-?\d+$/.test(step))) {
    const items = Array.isArray(target) ? [...(target as unknown[])] : [];
    const place = Number(step) < 0 ? Math.max(0, items.length + Number(step)) : Number(step);
    assertItems(place);
    // No holes: JSON has none.
    while (items.length < place) items.push(null);
    items[place] = withValueAt(items[place], rest, value);
    return items;
  }
  if (isUnsafeKey(step)) return target;
  const before = isRecord(target) ? target : {};
  const inner = Object.hasOwn(before, step) ? before[step] : undefined;
  return { ...before, [step]: withValueAt(inner, rest, value) };
}

/** One level, with paths as keys. Empty objects and lists stay as they are. */
export function flattened(value: unknown): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  const visit = (inner: unknown, steps: PathStep[]): void => {
    if (steps.length > deepest) throw new MessageError(message('reason.tooDeep'));
    const isList = Array.isArray(inner);
    const children = isList || isRecord(inner) ? Object.entries(inner) : [];
    if (children.length === 0) {
      if (steps.length > 0) entries.push([writtenPath(steps), inner]);
      return;
    }
    for (const [key, child] of children) visit(child, [...steps, isList ? Number(key) : key]);
  };
  visit(value, []);
  return Object.fromEntries(entries);
}

/** The value whose flat form this is. */
export function nested(flat: Record<string, unknown>): unknown {
  return (
    Object.entries(flat).reduce<unknown>((value, [key, inner]) => {
      const steps = stepsOf(key) ?? [key];
      return withValueAt(value, steps, inner);
    }, undefined) ?? {}
  );
}

function writtenPath(steps: PathStep[]): string {
  return formatPath({ componentId: 'c', port: 'p', steps }).slice('$.c.p'.length).replace(/^\./, '');
}
