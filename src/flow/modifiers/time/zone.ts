import { MessageError } from '../../messages/message-error.ts';
import { message } from '../../messages/message.ts';

/** What clock and calendar on a wall show. `month` counts from 1. */
export type Wall = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** @throws MessageError for a zone that is neither of the IANA's names nor an offset such as `+02:00` */
export function wallOf(instant: Date, zone: string): Wall {
  if (zone === 'UTC') return wallOfUtc(instant.getTime());
  return wallOfUtc(instant.getTime() + offsetAt(instant.getTime(), zone));
}

/**
 * The moment at which a wall in this zone shows this. Of an hour that comes twice (clocks go back) it is the first; what
 * never shows (clocks go forward) is as much later as the clocks jump. Days and months may be out of range: they carry over.
 */
export function instantOf(wall: Wall, zone: string): Date {
  const asUtc = utcOf(wall);
  if (!Number.isFinite(asUtc)) throw new MessageError(message('reason.dateRange'));
  if (zone === 'UTC') return valid(asUtc);
  // Clocks change at most once within these two days.
  const before = offsetAt(asUtc - dayMs, zone);
  const after = offsetAt(asUtc + dayMs, zone);
  const candidates = [before, after].filter((offset) => offsetAt(asUtc - offset, zone) === offset);
  return valid(asUtc - (candidates.length > 0 ? Math.max(...candidates) : before));
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(time: number, zone: string): number {
  if (!(Math.abs(time) <= 8_640_000_000_000_000)) throw new MessageError(message('reason.dateRange'));
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(time)) parts[type] = value;
  const { year = '', month, day, hour, minute, second, era = '' } = parts;
  const shown = utcOf({
    // The proleptic calendar has a year 0, people have 1 BC.
    year: era.startsWith('B') ? 1 - Number(year) : Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
  });
  return shown - Math.floor(time / 1000) * 1000;
}

/** The day of the week, Sunday being 0. */
export function weekdayOf(wall: Wall): number {
  return new Date(utcOf(wall)).getUTCDay();
}

/** The wall as if its zone were UTC, in milliseconds. */
export function utcOf(wall: Wall): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  return date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
}

export function wallOfUtc(time: number): Wall {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utcOf({ ...midnight, year, month: month + 1, day: 0 })).getUTCDate();
}

export const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MessageError(message('reason.timeZone', { zone }), { cause: error });
  }
}

function valid(time: number): Date {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new MessageError(message('reason.dateRange'));
  return date;
}
