import type { Reference } from '../../../flow/descriptor.ts';
import type { PathStep } from '../../../flow/fields.ts';
import { referenceToEach } from '../../../flow/list-references.ts';
import { formatPath, formatSteps } from '../../../flow/path.ts';

/** Where a level of fields stands. */
export type FieldBase = {
  componentId: string;
  port: string;
  steps: PathStep[];
  /** The fields are those of every item of a list: so many of the steps lead to the list, the others into each item. */
  each?: number;
};

/** A step further in. */
export function stepInto(base: FieldBase, step: PathStep): FieldBase {
  return { ...base, steps: [...base.steps, step] };
}

/** Unique in a tree; of a plain field it is the path. */
export function keyAt({ each, ...path }: FieldBase): string {
  if (each === undefined) return formatPath(path);
  return `${formatPath({ ...path, steps: path.steps.slice(0, each) })}[*]${formatSteps(path.steps.slice(each))}`;
}

/** The reference to a field of a level, whose key is known. */
export function referenceTo({ each, ...path }: FieldBase, step: PathStep, key: string): Reference {
  if (each === undefined) return { variable: key, functions: [] };
  const list = { ...path, steps: path.steps.slice(0, each) };
  return referenceToEach(list, [...path.steps.slice(each), step]);
}
