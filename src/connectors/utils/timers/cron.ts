import { Cron } from 'croner';
import { utcOf, wallOf, wallOfUtc } from '../../../flow/modifiers/time/zone.ts';
import { CancelError } from '../../component.ts';
import { momentOf } from './wall-clock.ts';

/** Every hour, or every so many of them. */
const everyHour = /\*|(^|,)0?0-23\b/;

/**
 * The next moment after another that a pattern names (minute, hour, day of the month, month, day of the week) on the clocks
 * of a time zone. Where it chooses hours, it names times of a day: each comes once, at its first moment where the clocks
 * show it twice, and when they jump where they leave it out. Where the hour is any, it comes as often as the clocks show it.
 *
 * @throws CancelError for a pattern or a zone that does not exist
 */
export function nextByPattern(pattern: string, timezone: string, after: Date): Date | undefined {
  try {
    const [, hour = ''] = pattern.trim().split(/\s+/);
    return everyHour.test(hour) ? nextShown(pattern, timezone, after) : nextOfDay(pattern, timezone, after);
  } catch (cause) {
    throw new CancelError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function nextShown(pattern: string, timezone: string, after: Date): Date | undefined {
  return cronOf(pattern, timezone).nextRun(after) ?? undefined;
}

/** Goes through the times as if they were of UTC, where no clock is changed. */
function nextOfDay(pattern: string, timezone: string, after: Date): Date | undefined {
  const cron = cronOf(pattern, 'UTC');
  const shown = new Date(utcOf(wallOf(after, timezone)));
  for (let time = cron.nextRun(shown); time; time = cron.nextRun(time)) {
    const moment = momentOf(wallOfUtc(time.getTime()), timezone);
    // What is shown for the second time has been, and what is jumped over together comes together.
    if (moment > after) return moment;
  }
  return undefined;
}

function cronOf(pattern: string, timezone: string): Cron {
  return new Cron(pattern, { timezone, mode: '5-part', paused: true });
}
