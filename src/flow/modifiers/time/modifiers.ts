import { MessageError } from '../../messages/message-error.ts';
import { message } from '../../messages/message.ts';
import { choice, locale, nameOr, numberOr, requiredText, timeZone } from '../arguments.ts';
import { modifiersOn } from '../define.ts';
import type { Modifier } from '../modifier.ts';
import { isNothing, numberOf, textOf } from '../values.ts';
import { addSpan, endOf, lengths, type Span, startOf, units } from './calendar.ts';
import { formatDate, isoInZone } from './format-date.ts';
import { parseDate } from './parse-date.ts';
import { dateOf } from './read-date.ts';

const asItIs = (value: unknown) => value;
/** Read by the modifier itself: a date without an offset is one of its time zone. */
const time = modifiersOn({ category: 'time', accepts: ['date'], read: asItIs });
const text = modifiersOn({ category: 'time', accepts: ['text'], read: textOf });
const number = modifiersOn({ category: 'time', accepts: ['number'], read: numberOf });

const amount = (label: string) => numberOr(label, undefined, { isHash: true });
const span = {
  years: amount('Years'),
  months: amount('Months'),
  weeks: amount('Weeks'),
  days: amount('Days'),
  hours: amount('Hours'),
  minutes: amount('Minutes'),
  seconds: amount('Seconds'),
  timeZone: timeZone(),
};
type Amounts = { [Name in Exclude<keyof typeof span, 'timeZone'>]: number | undefined };

/** Changes dates and writes them. */
export const timeModifiers: Modifier[] = [
  time('g_formatDate', {
    label: 'Format Date',
    description:
      'A date as text by a format such as DD.MM.YYYY HH:mm, in a time zone; [text in brackets] stays as it is.',
    arguments: {
      format: nameOr('Format', 'YYYY-MM-DD HH:mm'),
      timeZone: timeZone(),
      locale: locale(),
    },
    returns: 'string',
    example: [
      '2026-01-31T23:30:00Z',
      'Sunday, 1 February 2026 00:30',
      { format: 'dddd, D MMMM YYYY HH:mm', timeZone: 'Europe/Prague' },
    ],
    apply: (value, args) => formatDate(dateOf(value, args.timeZone), args.format, args.timeZone, args.locale),
  }),
  text('g_parseDate', {
    label: 'Read Date',
    description:
      'The moment that a text tells by a format such as DD.MM.YYYY HH:mm, as ISO 8601 text in UTC.',
    arguments: {
      format: requiredText('Format', { placeholder: 'DD.MM.YYYY HH:mm' }),
      timeZone: timeZone(),
      locale: locale(),
    },
    returns: 'string',
    example: [
      '31.01.2026 09:30',
      '2026-01-31T08:30:00.000Z',
      { format: 'DD.MM.YYYY HH:mm', timeZone: 'Europe/Prague' },
    ],
    apply: (value, args) => parseDate(value, args.format, args.timeZone, args.locale).toISOString(),
  }),
  time('g_addTimeSpan', {
    label: 'Add Time',
    description: 'A date that is so much later; days and longer go by the calendar of the time zone.',
    arguments: span,
    returns: 'string',
    example: ['2026-01-31T09:30:00Z', '2026-02-02T11:30:00.000Z', { days: 2, hours: 2 }],
    apply: (value, { timeZone, ...amounts }) => moved(value, amounts, timeZone, 1),
  }),
  time('g_subtractTimeSpan', {
    label: 'Subtract Time',
    description: 'A date that is so much earlier; days and longer go by the calendar of the time zone.',
    arguments: span,
    returns: 'string',
    example: ['2026-03-31T09:30:00Z', '2026-02-28T09:30:00.000Z', { months: 1 }],
    apply: (value, { timeZone, ...amounts }) => moved(value, amounts, timeZone, -1),
  }),
  time('g_startOf', {
    label: 'Start Of',
    description:
      'The first moment of the day, week (from Monday), month … that a date is in, in a time zone.',
    arguments: { unit: unit(), timeZone: timeZone() },
    returns: 'string',
    example: ['2026-01-31T09:30:00Z', '2026-01-30T23:00:00.000Z', { unit: 'day', timeZone: 'Europe/Prague' }],
    apply: (value, args) => startOf(dateOf(value, args.timeZone), args.unit, args.timeZone).toISOString(),
  }),
  time('g_endOf', {
    label: 'End Of',
    description: 'The last moment of the day, week (to Sunday), month … that a date is in, in a time zone.',
    arguments: { unit: unit(), timeZone: timeZone() },
    returns: 'string',
    example: ['2026-02-10T09:30:00Z', '2026-02-28T23:59:59.999Z', { unit: 'month' }],
    apply: (value, args) => endOf(dateOf(value, args.timeZone), args.unit, args.timeZone).toISOString(),
  }),
  time('g_toTimeZone', {
    label: 'In Time Zone',
    description: 'A date as ISO 8601 text with the offset of a time zone.',
    arguments: { timeZone: { ...timeZone(), isHash: false } },
    returns: 'string',
    example: ['2026-07-01T09:30:00Z', '2026-07-01T11:30:00+02:00', { timeZone: 'Europe/Prague' }],
    apply: (value, args) => isoInZone(dateOf(value, args.timeZone), args.timeZone),
  }),
  time('g_toTimestamp', {
    label: 'To Timestamp',
    description: 'A date as milliseconds since 1970.',
    returns: 'number',
    example: ['2026-01-31T09:30:00Z', 1_769_851_800_000],
    apply: (value) => dateOf(value).getTime(),
  }),
  time('g_toUnixTime', {
    label: 'To Unix Time',
    description: 'A date as whole seconds since 1970.',
    returns: 'number',
    example: ['2026-01-31T09:30:00Z', 1_769_851_800],
    apply: (value) => Math.floor(dateOf(value).getTime() / 1000),
  }),
  number('g_fromTimestamp', {
    label: 'From Timestamp',
    description:
      'The date that a number of seconds or milliseconds since 1970 tells, as ISO 8601 text in UTC.',
    arguments: { unit: choice('Unit', { millisecond: 'Milliseconds', second: 'Seconds' }) },
    returns: 'string',
    example: [1_769_851_800, '2026-01-31T09:30:00.000Z', { unit: 'second' }],
    apply(value, args) {
      const date = new Date(value * lengths[args.unit]);
      if (Number.isNaN(date.getTime())) throw new MessageError(message('reason.dateRange'));
      return date.toISOString();
    },
  }),
];

function unit() {
  const { millisecond: _, ...offered } = units;
  const { day, ...others } = offered;
  return choice('Unit', { day, ...others });
}

function moved(value: unknown, amounts: Amounts, zone: string, sign: 1 | -1): string {
  if (Object.values(amounts).every((one) => isNothing(one))) throw new MessageError(message('reason.noSpan'));
  return addSpan(dateOf(value, zone), spanOf(amounts, sign), zone).toISOString();
}

/** Halves of what the calendar counts become what is left in smaller units: 1.5 days are a day and 12 hours. */
function spanOf(amounts: Amounts, sign: 1 | -1): Span {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = amounts;
  const allMonths = years * 12 + months;
  const allDays = weeks * 7 + days + (allMonths - Math.trunc(allMonths)) * 30;
  const rest = allDays - Math.trunc(allDays);
  const milliseconds =
    rest * 24 * lengths.hour + hours * lengths.hour + minutes * lengths.minute + seconds * lengths.second;
  return {
    months: Math.trunc(allMonths) * sign,
    days: Math.trunc(allDays) * sign,
    milliseconds: Math.round(milliseconds) * sign,
  };
}
