import type { ComponentContext, Gathered } from '../component.ts';
import { durationMs, isBlank } from './duration.ts';

/** Lets the component be called after the time that a text says, if it says one. */
export async function startTimeout(
  context: ComponentContext,
  text: unknown,
  correlationId?: unknown,
): Promise<void> {
  if (isBlank(text)) return;
  const ms = durationMs(text);
  if (ms === undefined) {
    throw new context.CancelError(`“${String(text)}” is no time to wait: say it like 5m or 1h 30m.`);
  }
  await context.setTimeout({ timeout: text, correlationId }, ms);
}

/** Nothing is left to wait for. */
export async function clearTimeouts(context: ComponentContext, earlier: Gathered[]): Promise<void> {
  for (const id of earlier.flatMap(({ timers }) => timers)) await context.clearTimeout(id);
}
