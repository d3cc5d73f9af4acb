/** The kinds of value a field can hold. `unknown` is what null and an empty list tell. */
export type FieldType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'null' | 'unknown';

/** Strict formats of a string, recognised from its samples. */
export type FieldFormat = 'date-time' | 'email' | 'url';

/** A step of a variable's path: an object's key, or an index into a list (negative from the end). */
export type PathStep = string | number;

/**
 * A node of the tree an author picks variables from. `step` leads here from the parent: the children of
 * a list are the union of its items' fields, reached through its first item (`[0]`).
 */
export type Field = {
  step: PathStep;
  /** What the picker shows. */
  label: string;
  /** Every type seen, in order of first sight. */
  types: FieldType[];
  format?: FieldFormat;
  /** A value to show, when one is known. */
  sample?: unknown;
  /** The object or list that stands here, when one is known: what modifiers are tried on. Not copied. */
  whole?: unknown;
  /** How many items the list has that stands here, where it is not at hand. */
  items?: number;
  /** Not in all items of the list above. */
  optional?: boolean;
  /** Without children: whatever may stand below it, nobody has declared it. */
  open?: boolean;
  children?: Field[];
};
