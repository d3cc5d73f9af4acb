import type { FieldType } from '../fields.ts';
import { message, type Message } from '../messages/message.ts';
import type { ModifierEnvironment } from './environment.ts';

export type ModifierCategory = 'data' | 'list' | 'text' | 'time' | 'number' | 'flow';

export type ModifierArgument = {
  name: string;
  label: string;
  type: 'string' | 'number' | 'boolean' | 'any';
  required?: boolean;
  placeholder?: string;
};

/** Arguments by name, however the document gave them (positional `params` or named `hashParams`). */
export type ModifierArguments = Record<string, unknown>;

/**
 * A function an author applies to a variable. Given nothing (undefined, null) it gives nothing; given a
 * value it cannot work on it throws, because passing that through would look like a result.
 */
export type Modifier = {
  /** As documents spell it: `g_…`. */
  name: string;
  label: string;
  category: ModifierCategory;
  description: string;
  arguments: ModifierArgument[];
  returns: FieldType | 'any';
  /** `false`: makes its value by itself and needs no variable. */
  takesValue: boolean;
  example: { value?: unknown; arguments?: ModifierArguments; result: unknown };
  apply(value: unknown, args: ModifierArguments, environment: ModifierEnvironment): unknown;
};

/** What a value is, in a message. */
export function kindOf(value: unknown): Message {
  if (value === null) return message('kind.null');
  if (Array.isArray(value)) return message('kind.list');
  switch (typeof value) {
    case 'string':
      return message('kind.text');
    case 'number':
    case 'bigint':
      return message('kind.number');
    case 'boolean':
      return message('kind.boolean');
    case 'undefined':
      return message('kind.nothing');
    default:
      return message('kind.object');
  }
}
