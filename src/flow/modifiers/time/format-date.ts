import { isoWeekOf } from './calendar.ts';
import { offsetAt, type Wall, wallOf, weekdayOf } from './zone.ts';

/** What the letters of a format stand for; in brackets they stand for themselves. */
const token =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|dddd|ddd|HH|H|hh|h|A|a|mm|m|ss|s|SSS|ZZ|Z|Q|WW|W|E|X|x/g;

/**
 * Writes a date by a format that people know: `YYYY-MM-DD HH:mm`. Names of months and days are those of `locale`.
 */
export function formatDate(instant: Date, format: string, zone: string, locale: string): string {
  const wall = wallOf(instant, zone);
  return format.replaceAll(token, (letters: string, literal: string | undefined) =>
    literal === undefined ? write(letters, instant, wall, zone, locale) : literal,
  );
}

/** ISO 8601 with the offset of the zone, to the second, or the millisecond where there are any. */
export function isoInZone(instant: Date, zone: string): string {
  if (zone === 'UTC') return instant.toISOString();
  const fraction = instant.getTime() % 1000 === 0 ? '' : '.SSS';
  return formatDate(instant, `YYYY-MM-DD[T]HH:mm:ss${fraction}Z`, zone, 'en');
}

function write(letters: string, instant: Date, wall: Wall, zone: string, locale: string): string {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  switch (letters) {
    case 'YYYY':
      return padded(year, 4);
    case 'YY':
      return padded(year % 100, 2);
    case 'MMMM':
      return nameOf(wall, locale, { month: 'long' });
    case 'MMM':
      return nameOf(wall, locale, { month: 'short' });
    case 'MM':
      return padded(month, 2);
    case 'M':
      return String(month);
    case 'Do':
      return `${day}${ordinalEnding(day)}`;
    case 'DD':
      return padded(day, 2);
    case 'D':
      return String(day);
    case 'dddd':
      return nameOf(wall, locale, { weekday: 'long' });
    case 'ddd':
      return nameOf(wall, locale, { weekday: 'short' });
    case 'HH':
      return padded(hour, 2);
    case 'H':
      return String(hour);
    case 'hh':
      return padded(hour12, 2);
    case 'h':
      return String(hour12);
    case 'A':
      return hour < 12 ? 'AM' : 'PM';
    case 'a':
      return hour < 12 ? 'am' : 'pm';
    case 'mm':
      return padded(minute, 2);
    case 'm':
      return String(minute);
    case 'ss':
      return padded(second, 2);
    case 's':
      return String(second);
    case 'SSS':
      return padded(millisecond, 3);
    case 'Z':
      return offsetText(offsetAt(instant.getTime(), zone), ':');
    case 'ZZ':
      return offsetText(offsetAt(instant.getTime(), zone), '');
    case 'Q':
      return String(Math.ceil(month / 3));
    case 'W':
      return String(isoWeekOf(wall).week);
    case 'WW':
      return padded(isoWeekOf(wall).week, 2);
    case 'E':
      return String(((weekdayOf(wall) + 6) % 7) + 1);
    case 'X':
      return String(Math.floor(instant.getTime() / 1000));
    default:
      return String(instant.getTime());
  }
}

const nameFormats = new Map<string, Intl.DateTimeFormat>();

/** A month or a weekday in words; months as they stand in a date (genitive where a language has one). */
function nameOf(
  wall: Wall,
  locale: string,
  options: { month: 'long' | 'short' } | { weekday: 'long' | 'short' },
): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = nameFormats.get(key);
  if (!format) {
    const day = 'month' in options ? { day: 'numeric' as const } : {};
    format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options, ...day });
    nameFormats.set(key, format);
  }
  const wanted = 'month' in options ? 'month' : 'weekday';
  const noon = Date.UTC(2000 + (wall.year % 400), wall.month - 1, wall.day, 12);
  return format.formatToParts(noon).find(({ type }) => type === wanted)?.value ?? '';
}

function padded(value: number, width: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, '0')}`;
}

function offsetText(offset: number, between: string): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60), 2)}${between}${padded(minutes % 60, 2)}`;
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
