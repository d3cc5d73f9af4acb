import { expect, test } from 'vitest';
import type { Schedule, Tick } from '../../component.ts';
import { behaviour as scheduler } from './Scheduler/behaviour.ts';
import { behaviour as trigger } from './SchedulerTrigger/behaviour.ts';
import { behaviour as timer } from './Timer/behaviour.ts';

const started = new Date('2026-01-15T10:20:00Z');

function next(schedule: Schedule | undefined, properties: Record<string, unknown>, after = started) {
  return schedule?.next(properties, after, started)?.toISOString();
}

const tick: Tick = {
  planned: new Date('2026-01-31T08:30:00Z'),
  previous: new Date('2026-01-30T08:30:00Z'),
  next: new Date('2026-02-01T08:30:00Z'),
  now: new Date('2026-01-31T08:30:01Z'),
  started,
};

test('a timer keeps to its minutes from the start on, however late a tick comes', () => {
  const { schedule } = timer;
  expect(next(schedule, { interval: 15 })).toBe('2026-01-15T10:35:00.000Z');
  expect(next(schedule, { interval: 15 }, new Date('2026-01-15T10:35:00Z'))).toBe('2026-01-15T10:50:00.000Z');
  expect(next(schedule, { interval: 15 }, new Date('2026-01-15T12:00:00Z'))).toBe('2026-01-15T12:05:00.000Z');
  expect(schedule?.message({}, tick)).toEqual({
    now: '2026-01-31T08:30:01.000Z',
    lastTick: '2026-01-30T08:30:00.000Z',
    elapsed: 86_401_000,
  });
  expect(schedule?.message({}, { ...tick, previous: undefined })).toMatchObject({
    lastTick: null,
    elapsed: null,
  });
  for (const interval of [0, undefined, 'often']) {
    expect(() => next(schedule, { interval })).toThrow('one minute');
  }
});

test.each([
  [{ minute: '30', hour: '9', dayMonth: '*', dayWeek: 'MON-FRI' }, '2026-01-16T09:30:00.000Z'],
  [{ minute: '0,30', hour: '*' }, '2026-01-15T10:30:00.000Z'],
  [{ minute: 0, hour: 0, dayMonth: 'L' }, '2026-01-31T00:00:00.000Z'],
  [{ minute: 0, hour: 0, dayMonth: '20', dayWeek: 'FRI' }, '2026-01-16T00:00:00.000Z'],
  [{ minute: '0', hour: '9', timezone: 'America/New_York' }, '2026-01-15T14:00:00.000Z'],
])('a cron pattern: %j', (properties, expected) => {
  expect(next(scheduler.schedule, properties)).toBe(expected);
});

test.each([
  { minute: '61' },
  { hour: 'noon' },
  { minute: '0', timezone: 'Mars/Olympus' },
  { dayMonth: '1 2 * * *' },
])('a cron pattern that makes no sense: %j', (properties) => {
  expect(() => next(scheduler.schedule, properties)).toThrow(
    expect.objectContaining({ name: 'CancelError' }),
  );
});

test.each([
  [
    { scheduleType: 'daysOfWeek', daysOfWeek: ['sunday', 'tuesday'], time: '07:00' },
    '2026-01-18T07:00:00.000Z',
  ],
  [{ daysOfWeek: ['thursday'], time: '10:20' }, '2026-01-22T10:20:00.000Z'],
  [{ scheduleType: 'daysOfMonth', daysOfMonth: ['last'], time: '23:59' }, '2026-01-31T23:59:00.000Z'],
  [{ scheduleType: 'daysOfMonth', daysOfMonth: ['5', '15'], time: '9:00' }, '2026-02-05T09:00:00.000Z'],
  [
    { scheduleType: 'customInterval', customInterval: 20, customIntervalUnit: 'minutes' },
    '2026-01-15T10:40:00.000Z',
  ],
  [
    {
      scheduleType: 'customInterval',
      customInterval: 2,
      customIntervalUnit: 'hours',
      start: '2026-01-15T12:00:00Z',
    },
    '2026-01-15T12:00:00.000Z',
  ],
  [
    {
      scheduleType: 'customInterval',
      customInterval: 1,
      customIntervalUnit: 'months',
      time: '09:00',
      start: '2026-01-31T10:00:00Z',
    },
    '2026-02-28T09:00:00.000Z',
  ],
  [{ daysOfWeek: ['friday'], time: '10:00', end: '2026-01-16T09:00:00Z' }, undefined],
])('a schedule: %j', (properties, expected) => {
  expect(next(trigger.schedule, properties)).toBe(expected);
});

test('months are counted from the first one, so a short month does not shorten those after it', () => {
  const properties = {
    scheduleType: 'customInterval',
    customIntervalUnit: 'months',
    time: '12:00',
    start: '2026-01-31T00:00:00Z',
  };
  expect(next(trigger.schedule, properties, new Date('2026-02-28T12:00:00Z'))).toBe(
    '2026-03-31T12:00:00.000Z',
  );
});

test.each([
  [{ daysOfWeek: ['monday'], time: '25:00' }, 'time of day'],
  [{ daysOfWeek: ['monday'] }, 'time of day'],
  [{ daysOfWeek: ['someday'], time: '09:00' }, ''],
  [{ daysOfWeek: ['monday'], time: '09:00', timezone: 'Mars/Olympus' }, ''],
  [{ daysOfWeek: ['monday'], time: '09:00', start: 'soon' }, 'no date'],
  [{ scheduleType: 'yearly', time: '09:00' }, 'unknown'],
  [{ scheduleType: 'customInterval', customInterval: 0 }, 'whole number'],
  [{ scheduleType: 'customInterval', customIntervalUnit: 'moons', time: '09:00' }, 'unknown'],
])('a schedule that makes no sense: %j', (properties, told) => {
  expect(() => next(trigger.schedule, properties)).toThrow(expect.objectContaining({ name: 'CancelError' }));
  expect(() => next(trigger.schedule, properties)).toThrow(told);
});

test('what schedules tell', () => {
  expect(scheduler.schedule?.message({}, tick)).toEqual({
    now: '2026-01-31T08:30:01.000Z',
    previousDate: '2026-01-30T08:30:00.000Z',
    nextDate: '2026-02-01T08:30:00.000Z',
  });
  expect(trigger.schedule?.message({ timezone: 'Asia/Kathmandu' }, tick)).toEqual({
    nextDateGMT: '2026-02-01T08:30:00.000Z',
    nextDateLocal: '2026-02-01 14:15:00',
    timezone: 'Asia/Kathmandu',
    previousDate: '2026-01-30T08:30:00.000Z',
  });
});
