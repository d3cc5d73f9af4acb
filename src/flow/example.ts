import type { Field, FieldFormat, FieldType, PathStep } from './fields.ts';
import { atOnce } from './at-once.ts';
import { formatOf } from './formats.ts';
import { inEnglish, message, type Words } from './messages/message.ts';
import { containersIn, typeOf, valuesByKey } from './observed.ts';

/** Deeper values are shown as unknown. */
export const deepestField = 100;

/** What a picker shows for a step that has no better name; a list's items are reached through its first one. */
export function labelOfStep(step: PathStep): string {
  return inEnglish(nameOfStep(step));
}

/** The same for who speaks other languages. */
export function nameOfStep(step: PathStep): Words {
  if (step === 0) return message('variable.firstItem');
  if (typeof step === 'number') return message('variable.item', { index: step });
  return step === '' ? message('variable.emptyKey') : step;
}

/**
 * The fields an example teaches: the keys of an object, or for a list its one child (`[0]`) with the union
 * of what the items hold. A value without inner values has none.
 */
export function fieldsOfValue(value: unknown): Field[] {
  return atOnce(childrenOfSeen([value], 1, true));
}

/** The field that holds `value`, with everything below it. */
export function fieldOf(step: PathStep, label: string, value: unknown): Field {
  return fieldOfSeen(step, label, [value], 0, true);
}

/**
 * `seen` holds what the items of the lists above have at this place, first items first. The path of this field finds its
 * head if `isFound`, else nothing: the first item does not have it. Each inner value is visited once, and not before
 * somebody asks for it.
 */
function fieldOfSeen(step: PathStep, label: string, seen: unknown[], depth: number, isFound: boolean): Field {
  if (depth > deepestField) return { step, label, types: ['unknown'] };
  const field: Field = { step, label, types: typesOf(seen) };
  const format = commonFormat(seen);
  if (format) field.format = format;
  const head = isFound ? seen[0] : undefined;
  if (head !== undefined && isLeaf(head)) field.sample = head;
  else if (head !== undefined) field.whole = head;
  return hasInner(seen) ? withLateChildren(field, () => childrenOfSeen(seen, depth + 1, isFound)) : field;
}

function hasInner(seen: unknown[]): boolean {
  return seen.some((value) => Array.isArray(value) || !isLeaf(value));
}

/** The children are read when somebody looks at them: to follow one path down a large example costs little more than the path. */
function withLateChildren(field: Field, read: () => Reading): Field {
  late.set(field, read);
  return Object.defineProperty(field, 'children', {
    enumerable: true,
    configurable: true,
    get() {
      const children = atOnce(read());
      keepChildren(field, children);
      return children;
    },
  });
}

type Reading = Generator<void, Field[]>;

/** What reads the children of a field that nobody has looked at yet. */
const late = new WeakMap<Field, () => Reading>();

function keepChildren(field: Field, children: Field[]): void {
  late.delete(field);
  Object.defineProperty(field, 'children', { enumerable: true, configurable: true, value: children });
}

/** Reads the children of a field with rests: those of a list of thousands take a while. Then `children` has them. */
export function* childrenInSteps(field: Field): Generator<void, Field[] | undefined> {
  const reading = late.get(field)?.();
  if (!reading) return field.children;
  const children = yield* reading;
  // Somebody may have looked at them meanwhile.
  if (late.has(field)) keepChildren(field, children);
  return field.children;
}

/** Rests after each so many values. */
const valuesAtATime = 2_000;

function* childrenOfSeen(seen: unknown[], depth: number, isFound: boolean): Reading {
  const head = isFound ? seen[0] : undefined;
  const { objects, lists } = containersIn(seen);
  const fields: Field[] = [];
  const byKey = new Map<string, unknown[]>();
  const atATime = Math.ceil(valuesAtATime / Math.max(1, Object.keys(objects[0] ?? {}).length));
  for (let at = 0; at < objects.length; at += atATime) {
    if (at > 0) yield;
    valuesByKey(objects.slice(at, at + atATime), byKey);
  }
  let read = valuesAtATime;
  for (const [key, values] of byKey) {
    if (read >= valuesAtATime) {
      read = 0;
      yield;
    }
    const field = fieldOfSeen(key, labelOfStep(key), values, depth, hasKey(head, key));
    if (values.length < objects.length) field.optional = true;
    fields.push(field);
    read += values.length;
  }
  if (lists.length > 0) {
    const hasItem = Array.isArray(head) && head.length > 0;
    fields.push(fieldOfSeen(0, labelOfStep(0), lists.flat(1), depth, hasItem));
  }
  return fields;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && !Array.isArray(value) && value !== null && Object.hasOwn(value, key);
}

/** Types in order of first sight; null alone, and the items of empty lists, tell nothing. */
function typesOf(seen: unknown[]): FieldType[] {
  const types = new Set(seen.map(typeOf));
  if (types.size === 0 || (types.size === 1 && types.has('null'))) return ['unknown'];
  return [...types];
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

/** The format that every text at this place has. */
function commonFormat(seen: unknown[]): FieldFormat | undefined {
  let common: FieldFormat | undefined;
  for (const value of seen) {
    if (typeof value !== 'string') continue;
    const format = formatOf(value);
    if (!format || (common && format !== common)) return undefined;
    common = format;
  }
  return common;
}
