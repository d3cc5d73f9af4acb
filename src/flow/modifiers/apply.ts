import type { FunctionCall } from '../descriptor.ts';
import { MessageError } from '../messages/message-error.ts';
import { message, type Message } from '../messages/message.ts';
import { own } from '../record.ts';
import { Awaited } from './awaited.ts';
import { findModifier } from './catalogue.ts';
import type { ModifierEnvironment } from './environment.ts';
import { NotNow } from './not-now.ts';
import type { Modifier, ModifierArguments } from './modifier.ts';

/** A modifier failed or does not exist: the step fails, naming the field to look at. */
export class ModifierError extends MessageError {
  override name = 'ModifierError';
  readonly field: string;
  readonly modifier: string;
  readonly reason: Message;

  constructor(field: string, modifier: string, reason: Message, options?: ErrorOptions) {
    super(message('modifier.failed', { field, modifier, reason }), options);
    this.field = field;
    this.modifier = modifier;
    this.reason = reason;
  }
}

/**
 * Applies modifiers in order, each to what the one before gave. One with `onError: 'keep'` that fails leaves the value as
 * it was, and `warn` is told.
 * @throws ModifierError naming `field` and the modifier that failed; NotNow where one could not be tried.
 */
export function applyFunctions(options: {
  value: unknown;
  functions: FunctionCall[];
  environment: ModifierEnvironment;
  field: string;
  warn?: (said: Message) => void;
}): unknown {
  const { functions, environment, field, warn } = options;
  let { value } = options;
  for (const call of functions) {
    const modifier = findModifier(call.name) ?? environment.customModifier(call.name);
    if (!modifier) throw new ModifierError(field, call.name, message('modifier.unknown'));
    try {
      value = modifier.apply(value, argumentsOf(modifier, call), environment);
    } catch (error) {
      if (error instanceof Awaited || error instanceof NotNow) throw error;
      const reason = reasonOf(error);
      if (call.onError !== 'keep') throw new ModifierError(field, call.name, reason, { cause: error });
      warn?.(message('reason.kept', { field, modifier: call.name, reason }));
    }
  }
  return value;
}

/** Why a modifier failed, in words for the author. */
export function reasonOf(error: unknown): Message {
  if (error instanceof MessageError) return error.said;
  return message('modifier.other', { reason: error instanceof Error ? error.message : String(error) });
}

/** A named argument wins over the positional one. */
function argumentsOf(modifier: Modifier, call: FunctionCall): ModifierArguments {
  const { params = [], hashParams = {} } = call;
  return Object.fromEntries(
    modifier.arguments.map(({ name, label, required }, index) => {
      const value = (own(hashParams, name) ?? params[index])?.value;
      if (required && (value === undefined || value === null || value === '')) {
        throw new MessageError(message('modifier.argumentMissing', { argument: label }));
      }
      return [name, value];
    }),
  );
}
