import { daysInMonth, midnight, type Wall, wallOf } from '../../../../flow/modifiers/time/zone.ts';
import { said } from '../../said.ts';
import { nextByPattern } from '../cron.ts';
import { timeZoneOf } from '../time-zones.ts';
import { momentOf } from '../wall-clock.ts';

type Properties = Record<string, unknown>;

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const exactUnits: Record<string, number> = { minutes: minuteMs, hours: 60 * minuteMs };
const dayUnits: Record<string, number> = { days: 1, weeks: 7 };

/** @throws an Error when the settings make no sense */
export function nextTime(properties: Properties, after: Date, started: Date): Date | undefined {
  const start = momentIn(properties, 'start');
  const end = momentIn(properties, 'end');
  // The very start counts, too.
  const from = start && start > after ? new Date(start.getTime() - 1) : after;
  const next = nextOf(properties, from, start ?? started);
  return next && end && next > end ? undefined : next;
}

function nextOf(properties: Properties, after: Date, anchor: Date): Date | undefined {
  const zone = timeZoneOf(properties);
  const type = properties['scheduleType'] ?? 'daysOfWeek';
  if (type === 'customInterval') return nextByInterval(properties, after, anchor, zone);
  const { hour, minute } = timeOf(properties);
  if (type === 'daysOfWeek') {
    const days = chosen(properties['daysOfWeek']).map((day) => day.slice(0, 3).toUpperCase());
    return nextByPattern(`${minute} ${hour} * * ${days.join(',') || '*'}`, zone, after);
  }
  if (type === 'daysOfMonth') {
    const days = chosen(properties['daysOfMonth']).map((day) => (day === 'last' ? 'L' : day));
    return nextByPattern(`${minute} ${hour} ${days.join(',') || '*'} * *`, zone, after);
  }
  throw new Error(`The kind of schedule ${said(type)} is unknown.`);
}

/** Minutes and hours are counted from the anchor; days, weeks and months from its date, at the time of day. */
function nextByInterval(properties: Properties, after: Date, anchor: Date, zone: string): Date {
  const every = Number(properties['customInterval'] ?? 1);
  if (!Number.isInteger(every) || every < 1) throw new Error('The interval is no whole number from 1 on.');
  const unit = said(properties['customIntervalUnit']) || 'days';
  const exactMs = exactUnits[unit];
  if (exactMs !== undefined) {
    const passed = Math.floor((after.getTime() - anchor.getTime()) / (every * exactMs));
    return new Date(anchor.getTime() + Math.max(0, passed + 1) * every * exactMs);
  }
  const days = dayUnits[unit];
  if (days === undefined && unit !== 'months') throw new Error(`The unit ${unit} is unknown.`);
  const time = timeOf(properties);
  const first = wallOf(anchor, zone);
  const nth = (n: number): Date => {
    const wall =
      days === undefined ? monthsLater(first, n * every) : { ...first, day: first.day + n * days * every };
    return momentOf({ ...wall, ...midnight, ...time }, zone);
  };
  const earliest = new Date(Math.max(after.getTime() + 1, anchor.getTime()));
  // A little before where it must be, as months are of different lengths.
  const passed = (earliest.getTime() - anchor.getTime()) / ((days ?? 31) * every * dayMs);
  for (let n = Math.max(0, Math.floor(passed) - 1); ; n++) {
    const moment = nth(n);
    if (moment >= earliest) return moment;
  }
}

/** The same day some months later, or the last one of a month that is too short. */
function monthsLater(wall: Wall, months: number): Wall {
  const count = wall.month - 1 + months;
  const year = wall.year + Math.floor(count / 12);
  const month = (count % 12) + 1;
  return { ...wall, year, month, day: Math.min(wall.day, daysInMonth(year, month)) };
}

function timeOf({ time }: Properties): { hour: number; minute: number } {
  const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(said(time)) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
    throw new Error(`“${said(time)}” is no time of day: say it like 09:30.`);
  }
  return { hour: Number(hour), minute: Number(minute) };
}

function momentIn(properties: Properties, name: string): Date | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === '') return undefined;
  const moment = new Date(typeof value === 'number' ? value : said(value));
  if (Number.isNaN(moment.getTime())) throw new Error(`“${said(value)}” is no date and time.`);
  return moment;
}

function chosen(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
