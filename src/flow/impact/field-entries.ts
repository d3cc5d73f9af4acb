import { indexOf } from '../field-at.ts';
import type { Field, PathStep } from '../fields.ts';

/** A field with the way to it. */
export type FieldEntry = { steps: PathStep[]; field: Field };

/** Fields level by level, those one sees first at the head; `most` bounds what a huge example costs. */
export function fieldEntries(fields: readonly Field[], most: number): FieldEntry[] {
  const entries: FieldEntry[] = fields.map((field) => ({ steps: [field.step], field })).slice(0, most);
  // The iteration of a list also visits what is added meanwhile.
  for (const { steps, field } of entries) {
    for (const child of field.children ?? []) {
      if (entries.length >= most) return entries;
      entries.push({ steps: [...steps, child.step], field: child });
    }
  }
  return entries;
}

/** A path down a tree as far as its fields are known, by the steps the tree has: a list's items stand at its first one. */
export type Walked = { steps: PathStep[]; fields: Field[]; rest: PathStep[] };

export function walkFields(fields: readonly Field[], steps: readonly PathStep[]): Walked {
  const walked: Walked = { steps: [], fields: [], rest: [] };
  let children: readonly Field[] | undefined = fields;
  let above: Field | undefined;
  for (const [depth, step] of steps.entries()) {
    const next: Field | undefined = childAt(above, children, step);
    if (!next) return { ...walked, rest: steps.slice(depth) };
    walked.steps.push(next.step);
    walked.fields.push(next);
    above = next;
    children = next.children;
  }
  return walked;
}

function childAt(
  above: Field | undefined,
  children: readonly Field[] | undefined,
  step: PathStep,
): Field | undefined {
  const named = children?.find((child) => child.step === step);
  if (named || !above?.types.includes('array') || indexOf(step) === undefined) return named;
  return children?.find((child) => typeof child.step === 'number');
}

/** Does the path lead to a field that is known? */
export function hasField(fields: readonly Field[], steps: readonly PathStep[]): boolean {
  return walkFields(fields, steps).rest.length === 0;
}
