import type { FunctionCall } from '../descriptor.ts';
import { own } from '../record.ts';
import { findModifier } from './catalogue.ts';
import type { ModifierEnvironment } from './environment.ts';
import type { Modifier, ModifierArguments } from './modifier.ts';

/** A modifier failed or does not exist: the step fails, naming the field to look at. */
export class ModifierError extends Error {
  override name = 'ModifierError';
  readonly field: string;
  readonly modifier: string;

  constructor(field: string, modifier: string, reason: string, options?: ErrorOptions) {
    super(`Field "${field}": modifier ${modifier} failed: ${reason}`, options);
    this.field = field;
    this.modifier = modifier;
  }
}

/**
 * Applies modifiers in order, each to what the one before gave.
 * @throws ModifierError naming `field` and the modifier that failed.
 */
export function applyFunctions(options: {
  value: unknown;
  functions: FunctionCall[];
  environment: ModifierEnvironment;
  field: string;
}): unknown {
  const { functions, environment, field } = options;
  let { value } = options;
  for (const call of functions) {
    const modifier = findModifier(call.name);
    if (!modifier) throw new ModifierError(field, call.name, 'there is no modifier of this name');
    try {
      value = modifier.apply(value, argumentsOf(modifier, call), environment);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ModifierError(field, call.name, reason, { cause: error });
    }
  }
  return value;
}

/** A named argument wins over the positional one. */
function argumentsOf(modifier: Modifier, call: FunctionCall): ModifierArguments {
  const { params = [], hashParams = {} } = call;
  return Object.fromEntries(
    modifier.arguments.map(({ name, label, required }, index) => {
      const value = (own(hashParams, name) ?? params[index])?.value;
      if (required && (value === undefined || value === null || value === '')) {
        throw new Error(`its argument "${label}" is missing`);
      }
      return [name, value];
    }),
  );
}
