import { describe, expect, test } from 'vitest';
import { findModifier } from '../catalogue.ts';
import { testEnvironment } from '../testing/environment.ts';

const apply = (name: string, value: unknown, args: Record<string, unknown> = {}): unknown =>
  findModifier(name)!.apply(value, args, testEnvironment);

const prague = { timeZone: 'Europe/Prague' };

describe('what counts as a date', () => {
  test.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T09:30', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31 09:30:15', '2026-01-31T09:30:15.000Z'],
    ['2026-01-31T09:30:15.123456+02:00', '2026-01-31T07:30:15.123Z'],
    ['2026-01-31T09:30:15+0530', '2026-01-31T04:00:15.000Z'],
    ['2026-01-31T24:00:00Z', '2026-02-01T00:00:00.000Z'],
    ['Sat, 31 Jan 2026 09:30:00 GMT', '2026-01-31T09:30:00.000Z'],
    [' 2024-02-29 ', '2024-02-29T00:00:00.000Z'],
    [1_769_851_800_000, '2026-01-31T09:30:00.000Z'],
  ])('%j', (value, iso) => {
    expect(new Date(apply('g_toTimestamp', value) as number).toISOString()).toBe(iso);
  });

  test.each(['31.1.2026', '2026-02-29', '2026-13-01', '2026-1-1', 'tomorrow', '', '2026-01-31T25:00', '12'])(
    'not %j',
    (value) => expect(() => apply('g_toTimestamp', value)).toThrow('is not a date such as'),
  );

  test('nor a list', () => {
    expect(() => apply('g_toTimestamp', [])).toThrow('it needs a date, not a list');
  });

  test('without an offset a time is one of the zone', () => {
    expect(apply('g_startOf', '2026-07-01T12:15', { unit: 'hour', ...prague })).toBe(
      '2026-07-01T10:00:00.000Z',
    );
  });
});

describe('clocks that change', () => {
  test.each([
    // On 29 March 2026 clocks go forward at 2:00, on 25 October back at 3:00.
    ['2026-03-28T12:00:00+01:00', { days: 1 }, '2026-03-29T10:00:00.000Z'],
    ['2026-03-28T12:00:00+01:00', { hours: 24 }, '2026-03-29T11:00:00.000Z'],
    ['2026-03-28T02:30:00+01:00', { days: 1 }, '2026-03-29T01:30:00.000Z'],
    ['2026-10-24T02:30:00+02:00', { days: 1 }, '2026-10-25T00:30:00.000Z'],
    ['2026-10-24T12:00:00+02:00', { days: 1 }, '2026-10-25T11:00:00.000Z'],
    ['2026-01-31T12:00:00+01:00', { months: 1 }, '2026-02-28T11:00:00.000Z'],
    ['2024-02-29T12:00:00+01:00', { years: 1 }, '2025-02-28T11:00:00.000Z'],
    ['2026-06-30T12:00:00+02:00', { months: 6, days: 1, hours: -1 }, '2026-12-31T10:00:00.000Z'],
    ['2026-06-30T12:00:00+02:00', { days: '1.5' }, '2026-07-01T22:00:00.000Z'],
  ])('%s plus %j', (value, span, result) => {
    expect(apply('g_addTimeSpan', value, { ...span, ...prague })).toBe(result);
  });

  test('a day of a change has its own length', () => {
    const day = '2026-03-29T12:00:00Z';
    const start = apply('g_startOf', day, { unit: 'day', ...prague });
    const until = apply('g_startOf', apply('g_addTimeSpan', start, { days: 1, ...prague }), {
      unit: 'day',
      ...prague,
    });
    expect(apply('g_dateDiff', start, { until, unit: 'hour', ...prague })).toBe(23);
    expect(apply('g_dateDiff', start, { until, unit: 'day', ...prague })).toBe(1);
  });
});

describe('formats', () => {
  test.each([
    ['YYYY-MM-DD HH:mm:ss.SSS', '2026-02-01 00:30:05.007'],
    ['D. M. YY H:m:s', '1. 2. 26 0:30:5'],
    ['h:mm A, hh a', '12:30 AM, 12 am'],
    ['[Today is] dddd Do MMMM', 'Today is Sunday 1st February'],
    ['ddd MMM', 'Sun Feb'],
    ['Z ZZ X x', '+01:00 +0100 1769902205 1769902205007'],
    ['[Q]Q [W]WW E', 'Q1 W05 7'],
  ])('%s', (format, result) => {
    expect(apply('g_formatDate', '2026-01-31T23:30:05.007Z', { format, ...prague })).toBe(result);
  });

  test('in other languages months stand as in a date', () => {
    const args = { format: 'D. MMMM YYYY, dddd', locale: 'cs' };
    expect(apply('g_formatDate', '2026-01-31', args)).toBe('31. ledna 2026, sobota');
    expect(apply('g_formatDate', '2026-01-31', { ...args, locale: 'de' })).toBe('31. Januar 2026, Samstag');
  });

  test.each([
    ['31. ledna 2026', 'D. MMMM YYYY', { locale: 'cs' }, '2026-01-31T00:00:00.000Z'],
    ['1/2/26 1:05 pm', 'M/D/YY h:mm a', {}, '2026-01-02T13:05:00.000Z'],
    ['20260131T093000+0100', 'YYYYMMDD[T]HHmmssZ', {}, '2026-01-31T08:30:00.000Z'],
    ['31.12.99', 'DD.MM.YY', {}, '1999-12-31T00:00:00.000Z'],
  ])('reads %s by %s', (value, format, args, result) => {
    expect(apply('g_parseDate', value, { format, ...args })).toBe(result);
  });

  test.each([
    ['31.02.2026', 'DD.MM.YYYY', 'is not a date of the format DD.MM.YYYY'],
    ['1.2.2026', 'DD.MM.YYYY', 'is not a date of the format'],
    ['31.01.2026 and more', 'DD.MM.YYYY', 'is not a date of the format'],
    ['09:30', 'HH:mm', 'must name at least the year'],
  ])('does not read %s by %s', (value, format, reason) => {
    expect(() => apply('g_parseDate', value, { format })).toThrow(reason);
  });
});

test.each([
  [
    'g_formatDate',
    { timeZone: 'Europe/Pragu' },
    'there is no time zone "Europe/Pragu"; one is Europe/Prague',
  ],
  ['g_formatDate', { locale: 'not_a_locale' }, 'there is no language "not_a_locale"'],
  ['g_addTimeSpan', {}, 'none of its arguments says how long'],
  ['g_addTimeSpan', { years: 400_000 }, 'the date is out of range'],
  ['g_addTimeSpan', { days: 'two' }, 'its argument "Days" must be a number, not "two"'],
  ['g_startOf', { unit: 'decade' }, 'its argument "Unit" must be one of day, year'],
  ['g_isBefore', { date: 'soon' }, 'its argument "Date" is not a date'],
])('%s with %j', (name, args, reason) => {
  expect(() => apply(name, '2026-01-31', args)).toThrow(reason);
});

test.each([
  ['2026-01-01', 'week', 1],
  ['2027-01-01', 'week', 53],
  ['2026-12-31', 'dayOfYear', 365],
  ['2026-05-01', 'quarter', 2],
  ['2026-02-01', 'weekday', 7],
])('%s: %s %d', (value, part, result) => {
  expect(apply('g_datePart', value, { part })).toBe(result);
});
