import type { FunctionCall } from '../../../../flow/descriptor.ts';
import { MessageError } from '../../../../flow/messages/message-error.ts';
import { applyFunctions, ModifierError } from '../../../../flow/modifiers/apply.ts';
import type { ModifierEnvironment } from '../../../../flow/modifiers/environment.ts';
import { variablesText } from '../../../text/english/variables.ts';
import { say } from '../../../text/say.ts';
import { sampleText } from '../sample-text.ts';

export type Preview = { text: string; failed: boolean };

/** What modifiers make of a sample, in one short line; or why they fail on it. */
export function previewOf(
  sample: unknown,
  functions: FunctionCall[],
  environment: ModifierEnvironment,
): Preview {
  try {
    const value = applyFunctions({ value: sample, functions, environment, field: 'preview' });
    if (value === undefined) return { text: variablesText('modifiers.nothing'), failed: false };
    const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    return { text: sampleText({ sample: text }), failed: false };
  } catch (error) {
    return { text: reasonOf(error), failed: true };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof ModifierError && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof MessageError) return say(cause.said);
  return cause instanceof Error ? cause.message : String(cause);
}
