import type { Arguments, ValuesOf } from './arguments.ts';
import type { ModifierFacts } from './facts.ts';
import type { Modifier, ModifierArguments, ModifierCategory, ValueKind } from './modifier.ts';
import { isNothing } from './values.ts';

type Definition<Value, All extends Arguments> = Pick<Modifier, 'label' | 'description' | 'returns'> & {
  arguments?: All;
  /** The value, what it becomes, and with which arguments. */
  example: [value: unknown, result: unknown, args?: ModifierArguments];
  apply: (value: Value, args: ValuesOf<All>, facts: ModifierFacts) => unknown;
};

/**
 * Makes a function that defines modifiers of one kind: what they have in common is said once. `read` takes the value or
 * throws; modifiers `fromNothing` are called for nothing, too.
 */
export function modifiersOn<Value>(shared: {
  category: ModifierCategory;
  accepts: ValueKind[];
  read: (value: unknown) => Value;
  fromNothing?: boolean;
}) {
  const { category, accepts, read, fromNothing = false } = shared;
  return <All extends Arguments = Record<string, never>>(
    name: string,
    definition: Definition<Value, All>,
  ): Modifier => {
    const { label, description, returns, apply } = definition;
    const [value, result, exampleArguments] = definition.example;
    const all = Object.entries<Arguments[string]>(definition.arguments ?? {});
    return {
      name,
      label,
      category,
      description,
      arguments: all.map(([argument, { read: _read, ...described }]) => ({ name: argument, ...described })),
      returns,
      takesValue: true,
      accepts,
      fromNothing,
      example: { value, result, ...(exampleArguments ? { arguments: exampleArguments } : {}) },
      apply(given, givenArguments, environment) {
        // A wrong argument is told whatever the value.
        const args = Object.fromEntries(
          all.map(([argument, { read }]) => [argument, read(givenArguments[argument])]),
        );
        if (isNothing(given) && !fromNothing) return undefined;
        return apply(read(given), args as ValuesOf<All>, environment);
      },
    };
  };
}

/** Defines a modifier that makes its value by itself. */
export function maker(
  definition: Pick<Modifier, 'name' | 'label' | 'category' | 'description' | 'returns'> & {
    example: unknown;
    make: (facts: ModifierFacts) => unknown;
  },
): Modifier {
  const { make, example, ...described } = definition;
  return {
    ...described,
    arguments: [],
    takesValue: false,
    accepts: [],
    fromNothing: true,
    example: { result: example },
    apply: (_value, _args, environment) => make(environment),
  };
}
