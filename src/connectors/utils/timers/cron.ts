import { Cron } from 'croner';
import { CancelError } from '../../component.ts';

/**
 * The first moment after another at which the clocks of a time zone show what a pattern says (minute, hour, day of the
 * month, month, day of the week).
 *
 * @throws CancelError for a pattern or a zone that does not exist
 */
export function nextByPattern(pattern: string, timezone: string, after: Date): Date | undefined {
  try {
    return new Cron(pattern, { timezone, mode: '5-part', paused: true }).nextRun(after) ?? undefined;
  } catch (cause) {
    throw new CancelError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
