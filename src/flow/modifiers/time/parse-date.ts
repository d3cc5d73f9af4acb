import { MessageError } from '../../messages/message-error.ts';
import { message } from '../../messages/message.ts';
import { shortened } from '../values.ts';
import { checkedWall } from './read-date.ts';
import { instantOf, midnight } from './zone.ts';

const token = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|A|a|mm|m|ss|s|SSS|Z|./gs;

type Read = { name: string; pattern: string };

const tokens: Record<string, Read> = {
  YYYY: { name: 'year', pattern: '\\d{4}' },
  YY: { name: 'shortYear', pattern: '\\d{2}' },
  MM: { name: 'month', pattern: '\\d{2}' },
  M: { name: 'month', pattern: '\\d{1,2}' },
  DD: { name: 'day', pattern: '\\d{2}' },
  D: { name: 'day', pattern: '\\d{1,2}' },
  HH: { name: 'hour', pattern: '\\d{2}' },
  H: { name: 'hour', pattern: '\\d{1,2}' },
  hh: { name: 'hour12', pattern: '\\d{2}' },
  h: { name: 'hour12', pattern: '\\d{1,2}' },
  A: { name: 'half', pattern: '[AaPp][Mm]' },
  a: { name: 'half', pattern: '[AaPp][Mm]' },
  mm: { name: 'minute', pattern: '\\d{2}' },
  m: { name: 'minute', pattern: '\\d{1,2}' },
  ss: { name: 'second', pattern: '\\d{2}' },
  s: { name: 'second', pattern: '\\d{1,2}' },
  SSS: { name: 'millisecond', pattern: '\\d{3}' },
  Z: { name: 'offset', pattern: '(?:Z|[+-]\\d{2}:?\\d{2})' },
};

/**
 * Reads a text by a format, the whole of it and nothing else: `31.01.2026 09:30` by `DD.MM.YYYY HH:mm`. Month names are
 * those of `locale`. Without an offset in it the time is one of `zone`.
 *
 * @throws MessageError
 */
export function parseDate(text: string, format: string, zone: string, locale: string): Date {
  const months = { MMMM: monthNames(locale, 'long'), MMM: monthNames(locale, 'short') };
  const seen = new Set<string>();
  const group = ({ name, pattern }: Read): string => {
    // What a format names twice must be the same at both places.
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>${pattern})`;
  };
  // The parts have a fixed form each, so matching takes no longer than the text is.
  const pattern = format.replaceAll(token, (letters: string, literal: string | undefined) => {
    if (literal !== undefined) return escaped(literal);
    if (letters === 'MMMM' || letters === 'MMM') {
      const names = [...months.MMMM, ...months.MMM].sort((a, b) => b.length - a.length);
      return group({ name: 'monthName', pattern: names.map(escaped).join('|') });
    }
    const known = Object.hasOwn(tokens, letters) ? tokens[letters] : undefined;
    return known ? group(known) : escaped(letters);
  });
  const hasYear = seen.has('year') || seen.has('shortYear');
  if (!hasYear || !(seen.has('month') || seen.has('monthName')) || !seen.has('day')) {
    throw new MessageError(message('reason.formatIncomplete', { format }));
  }
  const groups = new RegExp(`^${pattern}$`, 'iu').exec(text.trim())?.groups;
  const wall = groups && wallOfGroups(groups, [months.MMMM, months.MMM]);
  if (!wall) throw new MessageError(message('reason.notInFormat', { text: shortened(text), format }));
  return instantOf(wall, offsetOf(groups['offset']) ?? zone);
}

function wallOfGroups(groups: Record<string, string | undefined>, names: string[][]) {
  const number = (name: string) => Number(groups[name] ?? 0);
  const shortYear = number('shortYear');
  const hour12 = groups['hour12'] === undefined ? undefined : number('hour12');
  if (hour12 !== undefined && (hour12 < 1 || hour12 > 12)) return undefined;
  const afternoon = groups['half']?.toLowerCase() === 'pm' ? 12 : 0;
  return checkedWall({
    ...midnight,
    year: groups['year'] === undefined ? shortYear + (shortYear < 70 ? 2000 : 1900) : number('year'),
    month: groups['monthName'] === undefined ? number('month') : monthNamed(groups['monthName'], names),
    day: number('day'),
    hour: hour12 === undefined ? number('hour') : (hour12 % 12) + afternoon,
    minute: number('minute'),
    second: number('second'),
    millisecond: number('millisecond'),
  });
}

function monthNamed(name: string, lists: string[][]): number {
  const wanted = name.toLowerCase();
  for (const names of lists) {
    const index = names.findIndex((one) => one.toLowerCase() === wanted);
    if (index >= 0) return index + 1;
  }
  return 0;
}

function monthNames(locale: string, month: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    month,
    day: 'numeric',
  });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2026, index, 1));
    return parts.find(({ type }) => type === 'month')?.value ?? '';
  });
}

function offsetOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  return written.toUpperCase() === 'Z' ? 'UTC' : `${written.slice(0, 3)}:${written.slice(-2)}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
