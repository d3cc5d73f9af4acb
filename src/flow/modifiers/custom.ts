import type { Modifier } from './modifier.ts';
import { isNothing } from './values.ts';

/** An installation's own modifier as the API takes and gives it (INTERFACE §5, Modifiers). */
export type CustomModifier = {
  name: string;
  label?: string | undefined;
  category?: string[] | undefined;
  description?: string | undefined;
  arguments?:
    | { name: string; type?: string | undefined; label?: string | undefined; isHash?: boolean | undefined }[]
    | undefined;
  returns?: string | undefined;
  /**
   * JavaScript text of a function. It is called with the value, then the arguments by position, at last `{ hash }` with
   * the named ones.
   */
  helperFn: string;
  /** Takes as many arguments as there are. */
  variableArguments?: boolean | undefined;
  private?: boolean | undefined;
};

const argumentTypes = new Set([
  'string',
  'number',
  'boolean',
  'any',
  'json',
  'regex',
  'javascript',
  'timeZone',
]);
const valueTypes = new Set(['string', 'number', 'boolean', 'object', 'array']);

/** The modifier that this defines. Its function runs as JavaScript of authors does, and nowhere else. */
export function customModifier(definition: CustomModifier): Modifier {
  const { name, label, category, description, helperFn, returns = '' } = definition;
  const args = definition.arguments ?? [];
  return {
    name,
    label: label ?? name.replace(/^g_/, ''),
    category: category?.[0] ?? 'custom',
    description: description ?? '',
    arguments: args.map((argument) => ({
      name: argument.name,
      label: argument.label ?? argument.name,
      type: (argumentTypes.has(argument.type ?? '') ? argument.type : 'any') as 'any',
      ...(argument.isHash ? { isHash: true } : {}),
    })),
    returns: (valueTypes.has(returns) ? returns : 'any') as 'any',
    takesValue: true,
    accepts: [],
    fromNothing: false,
    example: { result: undefined },
    apply(value, given, environment) {
      if (isNothing(value)) return undefined;
      const positional = args.filter(({ isHash }) => !isHash).map((argument) => given[argument.name]);
      const hash = Object.fromEntries(
        args.filter(({ isHash }) => isHash).map((argument) => [argument.name, given[argument.name]]),
      );
      return environment.javascript({
        kind: 'function',
        text: helperFn,
        values: [value, ...positional, { hash }],
      });
    },
  };
}
