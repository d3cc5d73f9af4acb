import type { FieldType } from '../fields.ts';
import type { ModifierFacts } from './facts.ts';

export type ModifierCategory =
  | 'text'
  | 'pattern'
  | 'number'
  | 'time'
  | 'list'
  | 'object'
  | 'logic'
  | 'data'
  | 'encoding'
  | 'hash'
  | 'flow';

/** Which control an argument is edited with. */
export type ArgumentType =
  'string' | 'number' | 'boolean' | 'any' | 'select' | 'json' | 'regex' | 'javascript' | 'timeZone';

export type ModifierArgument = {
  name: string;
  label: string;
  type: ArgumentType;
  required?: boolean;
  placeholder?: string;
  /** Of a `select`. */
  options?: { value: string; label: string }[];
  /** Documents hold it by name (`hashParams`), not by position. */
  isHash?: boolean;
};

/** Arguments by name, however the document gave them (positional `params` or named `hashParams`). */
export type ModifierArguments = Record<string, unknown>;

/** What a modifier is good for: those that fit the value of a variable are offered first. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'object';

/**
 * A function an author applies to a variable. Given nothing (undefined, null) it gives nothing, but for those that are
 * there to handle nothing; given a value it cannot work on it throws, because passing that through would look like a
 * result.
 */
export type Modifier = {
  /** As documents spell it: `g_…`. */
  name: string;
  label: string;
  /** One of the built-in ones, or of an installation's own. */
  category: ModifierCategory | (string & {});
  description: string;
  arguments: ModifierArgument[];
  returns: FieldType | 'any';
  /** `false`: makes its value by itself and needs no variable. */
  takesValue: boolean;
  /** Empty: fits everything. */
  accepts: ValueKind[];
  /** Works on nothing as well. */
  fromNothing: boolean;
  example: { value?: unknown; arguments?: ModifierArguments; result: unknown };
  apply(value: unknown, args: ModifierArguments, facts: ModifierFacts): unknown;
};
