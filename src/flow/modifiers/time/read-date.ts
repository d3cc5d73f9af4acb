import { MessageError } from '../../messages/message-error.ts';
import { message } from '../../messages/message.ts';
import { needs, shortened } from '../values.ts';
import { daysInMonth, instantOf, midnight, type Wall } from './zone.ts';

const iso =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s?(?<zone>Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** E-mail and HTTP headers. */
const rfc2822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>\d{1,2}) (?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))? (?<zone>GMT|UTC?|Z|[+-]\d{4})$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A date as data carries it: ISO 8601 (a date alone is its midnight; without an offset the time is one of `zone`), the
 * form of e-mail headers, or milliseconds since 1970 as a number. Nothing is guessed: undefined for everything else.
 */
export function readDate(value: unknown, zone: string): Date | undefined {
  if (value instanceof Date || typeof value === 'number') {
    const date = new Date(value);
    return Number.isNaN(date.getTime()) ? undefined : date;
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const groups = iso.exec(text)?.groups ?? rfc2822.exec(text)?.groups;
  if (!groups) return undefined;
  const number = (name: string) => Number(groups[name] ?? 0);
  const wall = checkedWall({
    year: number('year'),
    month: groups['name'] === undefined ? number('month') : monthNames.indexOf(groups['name']) + 1,
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond: Math.floor(Number(`0.${groups['fraction'] ?? 0}`) * 1000),
  });
  return wall && instantOf(wall, zoneOf(groups['zone']) ?? zone);
}

/** @throws MessageError for a value that is no date */
export function dateOf(value: unknown, zone = 'UTC'): Date {
  const date = readDate(value, zone);
  if (date) return date;
  if (typeof value !== 'string') throw needs('reason.needsDate', value);
  throw new MessageError(message('reason.textNotDate', { text: shortened(value) }));
}

/** The same, if there is such a moment: no 30 February. A day may end at 24:00. */
export function checkedWall(wall: Wall): Wall | undefined {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour === 24)
    return minute + second + millisecond === 0 ? { ...wall, ...midnight, day: day + 1 } : undefined;
  return hour < 24 && minute < 60 && second < 60 ? wall : undefined;
}

function zoneOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (/^[A-Za-z]/.test(written)) return 'UTC';
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(written) ?? [];
  return `${sign}${hours}:${minutes}`;
}
