import { choice, date, locale, nameOr, numberOr, timeZone } from '../arguments.ts';
import { modifiersOn } from '../define.ts';
import type { Modifier } from '../modifier.ts';
import { numberOf } from '../values.ts';
import { dayOfYear, isoWeekOf, lengths, unitsBetween, units } from './calendar.ts';
import { dateOf } from './read-date.ts';
import { type Wall, wallOf, weekdayOf } from './zone.ts';

const time = modifiersOn({ category: 'time', accepts: ['date'], read: (value) => value });
const number = modifiersOn({ category: 'time', accepts: ['number'], read: numberOf });

const dateParts = {
  year: 'Year',
  month: 'Month',
  day: 'Day of the month',
  weekday: 'Day of the week (Monday is 1)',
  week: 'Week of the year (ISO)',
  dayOfYear: 'Day of the year',
  quarter: 'Quarter',
  hour: 'Hour',
  minute: 'Minute',
  second: 'Second',
};

/** What a date tells. */
export const timeAskModifiers: Modifier[] = [
  time('g_datePart', {
    label: 'Part of Date',
    description: 'A part of a date as a number: its year, week, hour …, in a time zone.',
    arguments: { part: choice('Part', dateParts), timeZone: timeZone() },
    returns: 'number',
    example: ['2026-01-31T23:30:00Z', 2, { part: 'month', timeZone: 'Europe/Prague' }],
    apply: (value, args) => partOf(wallOf(dateOf(value, args.timeZone), args.timeZone), args.part),
  }),
  time('g_dateDiff', {
    label: 'Time Until',
    description:
      'How many whole days, months … it is from a date until another one; negative if that is earlier.',
    arguments: { until: date('Until'), unit: choice('Unit', daysFirst()), timeZone: timeZone() },
    returns: 'number',
    example: ['2026-01-31', 28, { until: '2026-02-28', unit: 'day' }],
    apply: (value, args) => unitsBetween(dateOf(value, args.timeZone), args.until, args.unit, args.timeZone),
  }),
  time('g_timeSince', {
    label: 'Time Since',
    description: 'How many whole days, months … have passed since a date; negative if it is to come.',
    arguments: { unit: choice('Unit', daysFirst()), timeZone: timeZone() },
    returns: 'number',
    example: ['2026-01-01T09:00:00Z', 30, { unit: 'day' }],
    apply: (value, args, environment) =>
      unitsBetween(dateOf(value, args.timeZone), environment.now(), args.unit, args.timeZone),
  }),
  time('g_isBefore', {
    label: 'Is Before',
    description: 'True if a date is earlier than another one.',
    arguments: { date: date('Date') },
    returns: 'boolean',
    example: ['2026-01-31', true, { date: '2026-02-01' }],
    apply: (value, args) => dateOf(value) < args.date,
  }),
  time('g_isAfter', {
    label: 'Is After',
    description: 'True if a date is later than another one.',
    arguments: { date: date('Date') },
    returns: 'boolean',
    example: ['2026-01-31', false, { date: '2026-02-01' }],
    apply: (value, args) => dateOf(value) > args.date,
  }),
  time('g_isWeekend', {
    label: 'Is Weekend',
    description: 'True if a date is a Saturday or a Sunday, in a time zone.',
    arguments: { timeZone: timeZone() },
    returns: 'boolean',
    example: ['2026-01-31T09:30:00Z', true],
    apply: (value, args) => [0, 6].includes(weekdayOf(wallOf(dateOf(value, args.timeZone), args.timeZone))),
  }),
  time('g_relativeTime', {
    label: 'Relative Time',
    description: 'How far a date is from now, in words.',
    arguments: { locale: locale() },
    returns: 'string',
    example: ['2026-01-28T09:30:00Z', '3 days ago'],
    apply: (value, args, environment) =>
      inWords(dateOf(value).getTime() - environment.now().getTime(), args.locale),
  }),
  number('g_formatDuration', {
    label: 'Format Duration',
    description: 'A number of seconds or milliseconds as hours, minutes and seconds.',
    arguments: {
      unit: choice('Unit', { second: 'Seconds', millisecond: 'Milliseconds', minute: 'Minutes' }),
      separator: nameOr('Separator', ':'),
      digits: numberOr('Least digits of the hours', 1, { whole: true, least: 1, most: 6 }),
    },
    returns: 'string',
    example: [3725, '1:02:05', { unit: 'second' }],
    apply(value, args) {
      const all = Math.round((Math.abs(value) * lengths[args.unit]) / 1000);
      const hours = String(Math.floor(all / 3600)).padStart(args.digits, '0');
      const text = [hours, two(Math.floor(all / 60) % 60), two(all % 60)].join(args.separator);
      return value < 0 && all > 0 ? `-${text}` : text;
    },
  }),
];

function daysFirst() {
  const { day, ...others } = units;
  return { day, ...others };
}

function partOf(wall: Wall, part: keyof typeof dateParts): number {
  switch (part) {
    case 'weekday':
      return ((weekdayOf(wall) + 6) % 7) + 1;
    case 'week':
      return isoWeekOf(wall).week;
    case 'dayOfYear':
      return dayOfYear(wall);
    case 'quarter':
      return Math.ceil(wall.month / 3);
    default:
      return wall[part];
  }
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

const steps: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['year', 365 * 24 * lengths.hour],
  ['month', 30 * 24 * lengths.hour],
  ['day', 24 * lengths.hour],
  ['hour', lengths.hour],
  ['minute', lengths.minute],
];

function inWords(milliseconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = steps.find(([, least]) => Math.abs(milliseconds) >= least) ?? [
    'second',
    lengths.second,
  ];
  return format.format(Math.trunc(milliseconds / length), unit);
}
