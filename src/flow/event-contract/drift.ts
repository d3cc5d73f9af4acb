import type { PathStep } from '../fields.ts';
import type { JsonType, Shape } from './shape.ts';

/**
 * A field whose share among recent events differs from what it was beyond chance. `missing`: objects that lack the key;
 * `type`: values of this type. Shares are between 0 and 1.
 */
export type Drift = {
  steps: PathStep[];
  change: { kind: 'missing' } | { kind: 'type'; type: JsonType };
  before: number;
  now: number;
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
  const places = comparisonsOf(before, now, []);
  const limit = chance / Math.max(1, places.length);
  return places
    .filter(({ a, b }) => a.of >= fewest && b.of >= fewest && likelihood(a, b) < limit)
    .map(({ steps, change, a, b }) => ({ steps, change, before: a.count / a.of, now: b.count / b.of }));
}

type Share = { count: number; of: number };
type Comparison = Pick<Drift, 'steps' | 'change'> & { a: Share; b: Share };

function comparisonsOf(before: Shape, now: Shape, steps: PathStep[]): Comparison[] {
  const types = new Set([...Object.keys(before.types), ...Object.keys(now.types)] as JsonType[]);
  const found: Comparison[] = [];
  if (types.size > 1) {
    for (const type of types) {
      const a = { count: before.types[type] ?? 0, of: before.seen };
      const b = { count: now.types[type] ?? 0, of: now.seen };
      found.push({ steps, change: { kind: 'type', type }, a, b });
    }
  }
  for (const key of keysOf(before, now)) {
    const [inner, innerNow] = [ownKey(before, key), ownKey(now, key)];
    const at = [...steps, key];
    const a = { count: (before.types.object ?? 0) - (inner?.seen ?? 0), of: before.types.object ?? 0 };
    const b = { count: (now.types.object ?? 0) - (innerNow?.seen ?? 0), of: now.types.object ?? 0 };
    found.push({ steps: at, change: { kind: 'missing' }, a, b });
    if (inner && innerNow) found.push(...comparisonsOf(inner, innerNow, at));
  }
  if (before.items && now.items) found.push(...comparisonsOf(before.items, now.items, [...steps, 0]));
  return found;
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
