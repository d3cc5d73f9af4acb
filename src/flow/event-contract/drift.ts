import type { PathStep } from '../fields.ts';
import type { JsonType, Shape } from './shape.ts';

/**
 * A field whose share among recent events differs from what it was beyond chance. `missing`: events with an object that
 * lacks the key; `type`: events with a value of this type. Shares are between 0 and 1.
 *
 * Events are counted, not what lists in them hold: the lines of one order have or lack a discount together, and a test
 * that takes them for independent finds drift where there is none.
 */
export type Drift = {
  steps: PathStep[];
  change: { kind: 'missing' } | { kind: 'type'; type: JsonType };
  before: number;
  now: number;
  /** Held against the locked contract, not against earlier events. */
  agreed?: true;
  /** Held against examples that somebody gave: `before` is what is so in them. */
  taught?: true;
};

/**
 * How unlikely chance must be, over all that is compared at once. Traffic that does not shift is looked at millions of
 * times and must not alarm anyone.
 */
const chance = 1e-6;

/** Fewer values tell nothing. */
const fewest = 30;

/** What has changed between two shapes of one event's data; nothing where chance explains it. */
export function driftBetween(before: Shape, now: Shape): Drift[] {
  const countable = isCounted(before) && isCounted(now);
  const places = comparisonsOf(before, now, { steps: [], countable });
  const limit = chance / Math.max(1, places.length);
  return places
    .filter(({ a, b }) => a.of >= fewest && b.of >= fewest && likelihood(a, b) < limit)
    .map(({ steps, change, a, b }) => ({ steps, change, before: a.count / a.of, now: b.count / b.of }));
}

export type Share = { count: number; of: number };
type Comparison = Pick<Drift, 'steps' | 'change'> & { a: Share; b: Share };

/** `countable`: is it known of both how many events had what, so that lists can be compared? */
type Where = { steps: PathStep[]; countable: boolean };

function comparisonsOf(before: Shape, now: Shape, { steps, countable }: Where): Comparison[] {
  const types = new Set([...Object.keys(before.types), ...Object.keys(now.types)] as JsonType[]);
  const found: Comparison[] = [];
  if (types.size > 1) {
    for (const type of types) {
      const a = { count: eventsWith(before, type), of: eventsOf(before) };
      const b = { count: eventsWith(now, type), of: eventsOf(now) };
      found.push({ steps, change: { kind: 'type', type }, a, b });
    }
  }
  for (const key of keysOf(before, now)) {
    const [inner, innerNow] = [ownKey(before, key), ownKey(now, key)];
    const at = [...steps, key];
    const [a, b] = [lacking(before, inner), lacking(now, innerNow)];
    found.push({ steps: at, change: { kind: 'missing' }, a, b });
    if (inner && innerNow) found.push(...comparisonsOf(inner, innerNow, { steps: at, countable }));
  }
  if (before.items && now.items && countable) {
    found.push(...comparisonsOf(before.items, now.items, { steps: [...steps, 0], countable }));
  }
  return found;
}

/** Shapes that were stored before events were counted, or partly so, do not tell. */
function isCounted({ seen, events }: Shape): boolean {
  return events?.seen === seen;
}

export function eventsOf({ seen, events }: Shape): number {
  return events?.seen ?? seen;
}

export function eventsWith({ types, events }: Shape, type: JsonType): number {
  return (events ? events.types[type] : types[type]) ?? 0;
}

/** The events that had an object without the key, of those that had an object. */
export function lacking(holder: Shape, inner: Shape | undefined): Share {
  const of = eventsWith(holder, 'object');
  return { of, count: of - (holder.events ? (inner?.events?.always ?? 0) : (inner?.seen ?? 0)) };
}

function keysOf(before: Shape, now: Shape): Set<string> {
  if (before.anyKey ?? now.anyKey) return new Set();
  return new Set([...Object.keys(before.keys ?? {}), ...Object.keys(now.keys ?? {})]);
}

function ownKey({ keys }: Shape, key: string): Shape | undefined {
  return keys && Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/**
 * The probability that one rate explains both shares: the G-test of independence with one degree of freedom
 * (Sokal & Rohlf), its p-value by the complementary error function.
 */
function likelihood(a: Share, b: Share): number {
  const rate = (a.count + b.count) / (a.of + b.of);
  const g =
    2 *
    [a, b].reduce(
      (sum, { count, of }) => sum + term(count, rate * of) + term(of - count, (1 - rate) * of),
      0,
    );
  return erfc(Math.sqrt(Math.max(0, g) / 2));
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}

/** Complementary error function for x ≥ 0 (Numerical Recipes' Chebyshev fit; relative error below 1.2e-7). */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  return t * Math.exp(-x * x + series.reduceRight((sum, coefficient) => sum * t + coefficient, 0));
}
