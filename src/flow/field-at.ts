import type { Field, PathStep } from './fields.ts';

/** What is known of a value: its fields, and (`open`) that there may be others. */
export type FieldTree = { fields: Field[]; open?: boolean };

/** The field, or the number of steps that were still found. */
export type FieldSearch = { found: true; field: Field } | { found: false; depth: number };

/**
 * Follows a path with at least one step down a tree. Where nothing is known of a value, every path below it is good; below a
 * text, and in an object that is known to be empty, none is.
 */
export function fieldAt(tree: FieldTree, steps: PathStep[]): FieldSearch {
  let field: Field | undefined;
  for (const [depth, step] of steps.entries()) {
    const next: Field | undefined = field
      ? below(field, step)
      : (tree.fields.find((known) => known.step === step) ?? (tree.open ? unknownField(step) : undefined));
    if (!next) return { found: false, depth };
    field = next;
  }
  return field ? { found: true, field } : { found: false, depth: 0 };
}

/** The index a step stands for when the value is a list: `[2]` or, in the dotted form, `.2`. */
export function indexOf(step: PathStep): number | undefined {
  if (typeof step === 'number') return step;
  return /^-?\d+$/.test(step) ? Number(step) : undefined;
}

function below(field: Field, step: PathStep): Field | undefined {
  const children = field.children ?? [];
  const named = children.find((child) => child.step === step);
  if (named) return named;
  const isItem = field.types.includes('array') && indexOf(step) !== undefined;
  if (children.length === 0) return isItem || mayHoldAnything(field) ? unknownField(step) : undefined;
  // Any item of a list stands for all: what is known of them hangs below its first one.
  return isItem ? children.find((child) => typeof child.step === 'number') : undefined;
}

function mayHoldAnything({ open, types }: Field): boolean {
  return open === true || types.every((type) => type === 'unknown' || type === 'null');
}

function unknownField(step: PathStep): Field {
  return { step, label: String(step), types: ['unknown'] };
}
