import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utcOf, wallOf } from '../../../flow/modifiers/time/zone.ts';
import { behaviour as scheduler } from './Scheduler/behaviour.ts';
import { behaviour as trigger } from './SchedulerTrigger/behaviour.ts';
import type { Schedule } from '../../component.ts';

const zones = ['Europe/Prague', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const anyMoment = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((time) => new Date(time));
const anyZone = fc.constantFrom(...zones);
const anyTime = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const started = new Date('2025-01-01T00:00:00Z');

const two = (number: number) => String(number).padStart(2, '0');

/** The moments of a schedule from one on. */
function ticksFrom(
  schedule: Schedule,
  properties: Record<string, unknown>,
  from: Date,
  count: number,
): Date[] {
  const ticks: Date[] = [];
  for (let at: Date | undefined = from; ticks.length < count;) {
    at = schedule.next(properties, at, started);
    if (!at) break;
    ticks.push(at);
  }
  return ticks;
}

const dateOf = (moment: Date, zone: string) => {
  const { year, month, day } = wallOf(moment, zone);
  return `${year}-${two(month)}-${two(day)}`;
};

type Time = { hour: number; minute: number };
const minutes = (one: Time) => one.hour * 60 + one.minute;
const daily: [string, Schedule, (zone: string, time: Time) => Record<string, unknown>][] = [
  [
    'a cron pattern',
    scheduler.schedule!,
    (timezone, { hour, minute }) => ({ minute, hour, dayMonth: '*', dayWeek: '*', timezone }),
  ],
  [
    'all days of the week',
    trigger.schedule!,
    (timezone, { hour, minute }) => ({
      timezone,
      scheduleType: 'daysOfWeek',
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      time: `${two(hour)}:${two(minute)}`,
    }),
  ],
  [
    'an interval of one day',
    trigger.schedule!,
    (timezone, { hour, minute }) => ({
      timezone,
      scheduleType: 'customInterval',
      customInterval: 1,
      customIntervalUnit: 'days',
      time: `${two(hour)}:${two(minute)}`,
    }),
  ],
];

test.each(daily)(
  '%s comes once on every day, at its time or when the clocks jump over it',
  (_, schedule, of) => {
    let jumpedOver = 0;
    fc.assert(
      fc.property(anyMoment, anyZone, anyTime, (from, zone, time) => {
        const ticks = ticksFrom(schedule, of(zone, time), from, 5);
        expect(ticks).toHaveLength(5);
        const dates = ticks.map((tick) => dateOf(tick, zone));
        expect(new Set(dates).size).toBe(5);
        ticks.forEach((tick, index) => {
          expect(tick.getTime()).toBeGreaterThan((ticks[index - 1] ?? from).getTime());
          expect(tick.getTime() - (ticks[index - 1] ?? tick).getTime()).toBeLessThanOrEqual(dayMs + hourMs);
          const wall = wallOf(tick, zone);
          if (wall.hour === time.hour && wall.minute === time.minute) return;
          jumpedOver++;
          // The moment before the clocks jump, they have not come to the time; now they are past it.
          const before = wallOf(new Date(tick.getTime() - 60_000), zone);
          expect(minutes(before)).toBeLessThan(minutes(time));
          expect(minutes(wall)).toBeGreaterThan(minutes(time));
        });
      }),
      // Every change of the clocks within these years is met by some.
      {
        numRuns: 600,
        examples: zones.flatMap((zone): [Date, string, Time][] =>
          [2, 3, 9, 10].map((month) => [
            new Date(
              Date.UTC(
                2026,
                month,
                month === 9 && zone.startsWith('Aus') ? 2 : month === 2 && zone.startsWith('Am') ? 6 : 26,
              ),
            ),
            zone,
            { hour: 2, minute: 15 },
          ]),
        ),
      },
    );
    expect(jumpedOver).toBeGreaterThan(0);
  },
);

test.each([
  ['Europe/Prague', 2, 30, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
  ['Europe/Prague', 2, 30, '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', 2, 30, '2026-03-07T12:00:00Z', '2026-03-08T07:00:00.000Z'],
  ['America/New_York', 1, 30, '2026-10-31T12:00:00Z', '2026-11-01T05:30:00.000Z'],
  ['Australia/Lord_Howe', 2, 15, '2026-10-03T00:00:00Z', '2026-10-03T15:30:00.000Z'],
  ['Australia/Lord_Howe', 1, 45, '2026-04-04T00:00:00Z', '2026-04-04T14:45:00.000Z'],
  ['Asia/Kathmandu', 2, 30, '2026-03-28T12:00:00Z', '2026-03-28T20:45:00.000Z'],
])('%s, %i:%i after %s', (zone, hour, minute, after, expected) => {
  for (const [, schedule, of] of daily) {
    const properties = of(zone, { hour, minute });
    const [tick, next] = ticksFrom(schedule, properties, new Date(after), 2);
    expect(tick!.toISOString()).toBe(expected);
    expect(next!.getTime() - tick!.getTime()).toBeGreaterThan(22 * hourMs);
  }
});

/** One part of a pattern as people write it, and what it says. */
type Part = { text: string; values: number[] };
const rangeOf = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

function anyPart(max: number): fc.Arbitrary<Part> {
  const number = fc.integer({ min: 0, max });
  const list = fc
    .uniqueArray(number, { minLength: 1, maxLength: 4 })
    .map((values) => ({ text: values.join(','), values }));
  const range = fc
    .tuple(number, number, fc.integer({ min: max > 23 ? 5 : 1, max: 20 }))
    .map(([one, other, step]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      return { text: `${from}-${to}/${step}`, values: rangeOf(from, to, step) };
    });
  return fc.oneof(list, range);
}
/** Around the changes of the clocks mostly. */
const someHours = fc
  .oneof(
    anyPart(4),
    anyPart(23),
    fc.constant<Part>({ text: '22-23,0-3', values: [22, 23, 0, 1, 2, 3] }),
    fc.constant<Part>({ text: '*', values: rangeOf(0, 23) }),
    fc.integer({ min: 1, max: 6 }).map((step): Part => ({
      text: `*/${step}`,
      values: rangeOf(0, 23, step),
    })),
  )
  .filter(({ text }) => !text.startsWith('0-23'));

/**
 * Goes through the minutes of two days as a person would who looks at the clock: what it shows for the first time, or has
 * jumped over since the last look, is due. With an hour that is not chosen all it shows is, however often.
 */
function ticksSeen(minute: Part, hour: Part, zone: string, from: Date): string[] {
  const everyHour = hour.text.startsWith('*');
  const isDue = (shown: number) => {
    const at = new Date(shown);
    return minute.values.includes(at.getUTCMinutes()) && hour.values.includes(at.getUTCHours());
  };
  const seen: string[] = [];
  const start = from.getTime() - 4 * hourMs;
  let latest = 0;
  let aheadMs = 0;
  for (let time = start; time <= from.getTime() + 2 * dayMs; time += minuteMs) {
    // Clocks are changed at quarters of an hour.
    if (time % (15 * minuteMs) === 0) aheadMs = utcOf(wallOf(new Date(time), zone)) - time;
    const shown = time + aheadMs;
    if (latest === 0) latest = shown;
    const news = rangeOf(latest + minuteMs, shown, minuteMs);
    latest = Math.max(latest, shown);
    const due = everyHour ? isDue(shown) : news.some(isDue);
    if (due && time > from.getTime()) seen.push(new Date(time).toISOString());
  }
  return seen;
}

const changes = [
  '2026-03-28T12:00:00Z',
  '2026-10-24T12:00:00Z',
  '2026-10-25T00:45:00Z',
  '2026-03-07T12:00:00Z',
  '2026-10-31T12:00:00Z',
  '2026-11-01T06:15:00Z',
  '2026-10-03T00:00:00Z',
  '2026-04-04T00:00:00Z',
  '2026-04-04T15:15:00Z',
  '2026-06-30T00:00:00Z',
].map((text) => new Date(text));

test('lists and ranges of minutes and hours come when somebody who looks at the clock expects them', () => {
  const schedule = scheduler.schedule!;
  const anyChange = fc.constantFrom(...changes);
  const zone = fc.constantFrom(...zones, 'Asia/Beirut');
  fc.assert(
    fc.property(anyPart(59), someHours, zone, anyChange, (minute, hour, timezone, from) => {
      const expected = ticksSeen(minute, hour, timezone, from);
      const properties = { minute: minute.text, hour: hour.text, timezone };
      const ticks = ticksFrom(schedule, properties, from, expected.length).map((tick) => tick.toISOString());
      expect(ticks).toEqual(expected);
    }),
    {
      numRuns: 80,
      examples: changes.map((from) => [
        { text: '15,45', values: [15, 45] },
        { text: '2', values: [2] },
        'Europe/Prague',
        from,
      ]),
    },
  );
});

test.each([
  ['15,45', '2', '2026-03-28T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T00:15:00.000Z']],
  ['30', '2,3', '2026-03-28T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-29T01:30:00.000Z']],
  [
    '15,45',
    '2',
    '2026-10-24T12:00:00Z',
    ['2026-10-25T00:15:00.000Z', '2026-10-25T00:45:00.000Z', '2026-10-26T01:15:00.000Z'],
  ],
])('%s %s in Prague after %s', (minute, hour, after, expected) => {
  const properties = { minute, hour, timezone: 'Europe/Prague' };
  const ticks = ticksFrom(scheduler.schedule!, properties, new Date(after), expected.length);
  expect(ticks.map((tick) => tick.toISOString())).toEqual(expected);
});

test('every quarter of an hour goes on through an hour that comes twice', () => {
  const properties = { minute: '*/15', hour: '*', dayMonth: '*', dayWeek: '*', timezone: 'Europe/Prague' };
  const ticks = ticksFrom(scheduler.schedule!, properties, new Date('2026-10-24T22:00:00Z'), 24);
  ticks.slice(1).forEach((tick, index) => expect(tick.getTime() - ticks[index]!.getTime()).toBe(900_000));
});

test('an interval keeps its distance and its time of day', () => {
  fc.assert(
    fc.property(anyMoment, anyZone, anyTime, fc.integer({ min: 1, max: 10 }), (start, zone, time, every) => {
      const properties = {
        timezone: zone,
        scheduleType: 'customInterval',
        customInterval: every,
        customIntervalUnit: 'weeks',
        time: `${two(time.hour)}:${two(time.minute)}`,
        start: start.toISOString(),
      };
      const ticks = ticksFrom(trigger.schedule!, properties, started, 4);
      const days = ticks.map((tick) => Date.parse(dateOf(tick, zone)) / dayMs);
      expect(ticks[0]!.getTime()).toBeGreaterThanOrEqual(start.getTime());
      days.slice(1).forEach((day, index) => expect(day - days[index]!).toBe(7 * every));
    }),
    { numRuns: 200 },
  );
});
