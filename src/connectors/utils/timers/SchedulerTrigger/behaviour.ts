import { type Behaviour, CancelError } from '../../../component.ts';
import { wallOf } from '../../../../flow/modifiers/time/zone.ts';
import { timeZoneOf } from '../time-zones.ts';
import { nextTime } from './next-time.ts';

export const behaviour: Behaviour = {
  pure: true,

  schedule: {
    next(properties, after, started) {
      try {
        return nextTime(properties, after, started);
      } catch (cause) {
        // A time zone or a date that does not exist.
        throw new CancelError(cause instanceof Error ? cause.message : String(cause), { cause });
      }
    },
    message(properties, { previous, next }) {
      const timezone = timeZoneOf(properties);
      return {
        nextDateGMT: next?.toISOString() ?? null,
        nextDateLocal: next ? localText(next, timezone) : null,
        timezone,
        previousDate: previous?.toISOString() ?? null,
      };
    },
  },

  /** Its message comes with the run. */
  async receive() {},
};

function localText(moment: Date, zone: string): string {
  const { year, month, day, hour, minute, second } = wallOf(moment, zone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
