import type { Behaviour } from '../../../component.ts';
import { said } from '../../said.ts';
import { nextByPattern } from '../cron.ts';
import { timeZoneOf } from '../time-zones.ts';

export const behaviour: Behaviour = {
  pure: true,

  schedule: {
    next: (properties, after) => nextByPattern(patternOf(properties), timeZoneOf(properties), after),
    immediate: ({ immediate }) => immediate === true,
    message: (_properties, { now, previous, next }) => ({
      now: now.toISOString(),
      previousDate: previous?.toISOString() ?? null,
      nextDate: next?.toISOString() ?? null,
    }),
  },

  /** Its message comes with the run. */
  async receive() {},
};

function patternOf({ minute, hour, dayMonth, dayWeek }: Record<string, unknown>): string {
  return `${part(minute)} ${part(hour)} ${part(dayMonth)} * ${part(dayWeek)}`;
}

/** One part of the pattern; empty means every one. */
function part(value: unknown): string {
  return said(value).replaceAll(/\s/g, '') || '*';
}
