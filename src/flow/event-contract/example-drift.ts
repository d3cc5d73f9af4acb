import type { PathStep } from '../fields.ts';
import { type Drift, eventsOf, eventsWith } from './drift.ts';
import type { JsonType, Shape } from './shape.ts';

/** Fewer events tell nothing of what they have instead. */
const fewestEvents = 100;
/**
 * Fewer events tell nothing of a field that all of them lack. An example may have one that is rare: of 1 % of the events,
 * it is in none of a hundred in 37 of 100 cases, and in none of a thousand in 1 of 20,000.
 */
const fewestWithout = 1000;

/**
 * Where traffic is not as the examples that somebody gave: no event has a field that they have, or none has it as they
 * have it. What but one event has is rare, and no drift: an example need not be of the usual ones.
 */
export function driftFromExamples(taught: Shape, traffic: Shape, steps: PathStep[] = []): Drift[] {
  if (taught.seen === 0 || eventsOf(traffic) < fewestEvents) return [];
  const other = otherType(taught, traffic);
  if (other) {
    const now = eventsWith(traffic, other) / eventsOf(traffic);
    return [{ steps, change: { kind: 'type', type: other }, before: 0, now, taught: true }];
  }
  const found: Drift[] = [];
  const objects = taught.types.object ?? 0;
  // Where keys are not told apart, nobody knows which are missing.
  const tellsKeys = !traffic.anyKey && !traffic.cut && eventsWith(traffic, 'object') >= fewestWithout;
  for (const [key, inner] of Object.entries(taught.keys ?? {})) {
    const at = [...steps, key];
    const known = traffic.keys && Object.hasOwn(traffic.keys, key) ? traffic.keys[key] : undefined;
    if (known) found.push(...driftFromExamples(inner, known, at));
    else if (tellsKeys) {
      const before = objects === 0 ? 0 : Math.max(0, 1 - inner.seen / objects);
      found.push({ steps: at, change: { kind: 'missing' }, before, now: 1, taught: true });
    }
  }
  if (taught.items && traffic.items) {
    found.push(...driftFromExamples(taught.items, traffic.items, [...steps, 0]));
  }
  return found;
}

/** The type that traffic has here most often, where it has none of those in the examples; null tells nothing. */
function otherType(taught: Shape, traffic: Shape): JsonType | undefined {
  const [ours, theirs] = [typesOf(taught), typesOf(traffic)];
  if (ours.length === 0 || theirs.some((type) => ours.includes(type))) return undefined;
  return theirs.toSorted((a, b) => eventsWith(traffic, b) - eventsWith(traffic, a))[0];
}

function typesOf({ types }: Shape): JsonType[] {
  return (Object.keys(types) as JsonType[]).filter((type) => type !== 'null' && (types[type] ?? 0) > 0);
}
