import type { Reference } from './descriptor.ts';
import { ModifierError, resolveMapping } from './mapping.ts';
import { MessageError } from './messages/message-error.ts';
import { message, type Message } from './messages/message.ts';
import { Awaited } from './modifiers/awaited.ts';
import type { ModifierEnvironment } from './modifiers/environment.ts';
import type { JavascriptCall } from './modifiers/facts.ts';
import { parsePath, resolvePath, type Scope } from './path.ts';
import { own } from './record.ts';
import { pathOfPlaceholder, placeholdersIn } from './template.ts';

/** What an input gives on the example. */
export type Preview =
  | { state: 'value'; value: unknown }
  /** A component upstream has no example, or the reference leads nowhere. */
  | { state: 'unknown' }
  /** `modifier` is the name of the one that fails, where it is one. */
  | { state: 'failed'; modifier?: string; reason: Message }
  | { state: 'waiting'; call: JavascriptCall };

/**
 * Fills one input as the engine does (`resolveMapping`), from the examples in place of a run. `json`: its text is a JSON
 * template. Neither the example nor the document is touched.
 */
export function previewInput(input: {
  value: unknown;
  references: Record<string, Reference>;
  scope: Scope;
  environment: ModifierEnvironment;
  json?: boolean;
}): Preview {
  const { value, references, scope, environment, json = false } = input;
  if (!placeholdersIn(value).every((id) => isKnown(id, references, scope))) return { state: 'unknown' };
  try {
    const { inputs } = resolveMapping({
      mapping: { lambda: { field: value }, modifiers: { field: references } },
      scope,
      environment,
      jsonFields: new Set(json ? ['field'] : []),
    });
    return { state: 'value', value: inputs['field'] };
  } catch (error) {
    if (error instanceof Awaited) return { state: 'waiting', call: error.call };
    if (error instanceof ModifierError) {
      return { state: 'failed', modifier: error.modifier, reason: error.reason };
    }
    if (error instanceof MessageError) return { state: 'failed', reason: error.said };
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'failed', reason: message('modifier.other', { reason }) };
  }
}

/** Is there an example to take the value from? That it has nothing at this place is an answer, too. */
function isKnown(placeholder: string, references: Record<string, Reference>, scope: Scope): boolean {
  const reference = own(references, placeholder);
  if (reference && reference.variable === undefined) return true;
  const path =
    reference?.variable === undefined ? pathOfPlaceholder(placeholder) : parsePath(reference.variable);
  if (!path) return false;
  return resolvePath(scope, { ...path, steps: path.steps.slice(0, 1) }) !== undefined;
}
