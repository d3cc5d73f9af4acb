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
export async function clearTimeouts(context: ComponentContext, timers: string[]): Promise<void> {
  for (const id of timers) await context.clearTimeout(id);
}

/**
 * Adds up what came before: from what came since it was asked the last time, as the list of a gathering only grows.
 * Going through all of a list at each of its messages would take the square of their number.
 */
export function tally<Sum>(
  begin: () => Sum,
  add: (sum: Sum, one: Gathered) => void,
): (earlier: readonly Gathered[]) => Sum {
  const known = new WeakMap<readonly Gathered[], { sum: Sum; count: number }>();
  return (earlier) => {
    let so = known.get(earlier);
    if (!so) known.set(earlier, (so = { sum: begin(), count: 0 }));
    for (; so.count < earlier.length; so.count += 1) add(so.sum, earlier[so.count]!);
    return so.sum;
  };
}
