import type { FunctionCall } from '../../../../flow/descriptor.ts';
import type { Message } from '../../../../flow/messages/message.ts';
import { applyFunctions, ModifierError, reasonOf } from '../../../../flow/modifiers/apply.ts';
import { Awaited } from '../../../../flow/modifiers/awaited.ts';
import type { ModifierEnvironment } from '../../../../flow/modifiers/environment.ts';
import type { JavascriptCall } from '../../../../flow/modifiers/facts.ts';

/** What one modifier of a chain makes of the sample. After a failure or while one waits, the rest is `unknown`. */
export type Stage =
  | { state: 'value'; value: unknown }
  /** It failed, and the value goes on as it was. */
  | { state: 'kept'; value: unknown; reason: Message }
  | { state: 'failed'; reason: Message }
  | { state: 'waiting'; call: JavascriptCall }
  | { state: 'unknown' };

/** Applies a chain to a sample, modifier by modifier. */
export function stagesOf(
  sample: unknown,
  functions: FunctionCall[],
  environment: ModifierEnvironment,
): Stage[] {
  const stages: Stage[] = [];
  let value = sample;
  let broken = false;
  for (const call of functions) {
    const stage: Stage = broken ? { state: 'unknown' } : stageOf(value, call, environment);
    stages.push(stage);
    if (stage.state === 'value' || stage.state === 'kept') ({ value } = stage);
    else broken = true;
  }
  return stages;
}

function stageOf(sample: unknown, call: FunctionCall, environment: ModifierEnvironment): Stage {
  try {
    const strict = { ...call, onError: undefined };
    const value = applyFunctions({ value: sample, functions: [strict], environment, field: '' });
    return { state: 'value', value };
  } catch (error) {
    if (error instanceof Awaited) return { state: 'waiting', call: error.call };
    const reason = error instanceof ModifierError ? error.reason : reasonOf(error);
    return call.onError === 'keep' ? { state: 'kept', value: sample, reason } : { state: 'failed', reason };
  }
}
