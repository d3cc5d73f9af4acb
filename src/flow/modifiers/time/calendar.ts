import { daysInMonth, instantOf, midnight, utcOf, type Wall, wallOf, wallOfUtc, weekdayOf } from './zone.ts';

export const units = {
  year: 'Years',
  quarter: 'Quarters',
  month: 'Months',
  week: 'Weeks',
  day: 'Days',
  hour: 'Hours',
  minute: 'Minutes',
  second: 'Seconds',
  millisecond: 'Milliseconds',
} as const;
export type Unit = keyof typeof units;

/** How long; months and days are those of the calendar, the rest is time that passes. */
export type Span = { months: number; days: number; milliseconds: number };

const dayMs = 86_400_000;
export const lengths = { hour: 3_600_000, minute: 60_000, second: 1_000, millisecond: 1 };

/**
 * Adds months and days by the calendar of a zone: the time of day stays, whether clocks change in between or not, and
 * from 31 January a month leads to the end of February. Hours and less are added as time that passes.
 */
export function addSpan(instant: Date, span: Span, zone: string): Date {
  let moved = instant;
  if (span.months !== 0 || span.days !== 0) {
    const wall = wallOf(instant, zone);
    const { year, month } = monthAfter(wall, span.months);
    const day = span.months === 0 ? wall.day : Math.min(wall.day, daysInMonth(year, month));
    const target = { ...wall, year, month, day: day + span.days };
    moved = instantOf(target, zone);
  }
  const time = moved.getTime() + span.milliseconds;
  return span.milliseconds === 0 ? moved : instantOf(wallOfUtc(time), 'UTC');
}

/** The first moment of the year, month, week (which begins on Monday), day, hour … that a moment is in. */
export function startOf(instant: Date, unit: Unit, zone: string): Date {
  if (unit === 'minute' || unit === 'second' || unit === 'millisecond') {
    return new Date(Math.floor(instant.getTime() / lengths[unit]) * lengths[unit]);
  }
  const wall = wallOf(instant, zone);
  if (unit === 'hour') {
    // By time that passes: on the wall the same hour may show twice.
    const into = (wall.minute * 60 + wall.second) * 1000 + wall.millisecond;
    return new Date(instant.getTime() - into);
  }
  return instantOf({ ...wall, ...firstDay(wall, unit), ...midnight }, zone);
}

/** The last millisecond of it. */
export function endOf(instant: Date, unit: Unit, zone: string): Date {
  const start = startOf(instant, unit, zone);
  return new Date(addUnit(start, unit, 1, zone).getTime() - 1);
}

export function addUnit(instant: Date, unit: Unit, count: number, zone: string): Date {
  switch (unit) {
    case 'year':
    case 'quarter':
    case 'month': {
      const months = count * { year: 12, quarter: 3, month: 1 }[unit];
      return addSpan(instant, { months, days: 0, milliseconds: 0 }, zone);
    }
    case 'week':
    case 'day':
      return addSpan(instant, { months: 0, days: count * (unit === 'week' ? 7 : 1), milliseconds: 0 }, zone);
    default:
      return addSpan(instant, { months: 0, days: 0, milliseconds: count * lengths[unit] }, zone);
  }
}

/** How many whole units lie between two moments; negative when the second is the earlier one. */
export function unitsBetween(from: Date, to: Date, unit: Unit, zone: string): number {
  if (unit in lengths) {
    return Math.trunc((to.getTime() - from.getTime()) / lengths[unit as keyof typeof lengths]);
  }
  const [earlier, later, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = Math.floor(roughUnits(wallOf(earlier, zone), wallOf(later, zone), unit));
  while (count > 0 && addUnit(earlier, unit, count, zone) > later) count -= 1;
  while (addUnit(earlier, unit, count + 1, zone) <= later) count += 1;
  return count === 0 ? 0 : count * sign;
}

/** The week of ISO 8601, and the year it belongs to. */
export function isoWeekOf(wall: Wall): { year: number; week: number } {
  const weekday = (weekdayOf(wall) + 6) % 7;
  const thursday = wallOfUtc(utcOf({ ...wall, ...midnight, day: wall.day - weekday + 3 }));
  return { year: thursday.year, week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** Counted from 1. */
export function dayOfYear(wall: Wall): number {
  const first = utcOf({ ...midnight, year: wall.year, month: 1, day: 1 });
  return Math.round((utcOf({ ...wall, ...midnight }) - first) / dayMs) + 1;
}

function monthAfter(wall: Wall, months: number): { year: number; month: number } {
  const index = wall.year * 12 + (wall.month - 1) + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

function firstDay(wall: Wall, unit: 'year' | 'quarter' | 'month' | 'week' | 'day'): Partial<Wall> {
  switch (unit) {
    case 'year':
      return { month: 1, day: 1 };
    case 'quarter':
      return { month: Math.floor((wall.month - 1) / 3) * 3 + 1, day: 1 };
    case 'month':
      return { day: 1 };
    case 'week':
      return { day: wall.day - ((weekdayOf(wall) + 6) % 7) };
    default:
      return {};
  }
}

/** At most one too many or too few. */
function roughUnits(earlier: Wall, later: Wall, unit: Unit): number {
  const months = (later.year - earlier.year) * 12 + later.month - earlier.month;
  const days = (utcOf(later) - utcOf(earlier)) / dayMs;
  switch (unit) {
    case 'year':
      return months / 12;
    case 'quarter':
      return months / 3;
    case 'month':
      return months;
    case 'week':
      return days / 7;
    default:
      return days;
  }
}
