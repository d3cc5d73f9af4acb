import { type Drift, driftBetween } from './drift.ts';
import { mergeShapes } from './merge-shapes.ts';
import { emptyShape, type Shape } from './shape.ts';

/**
 * What is known of an event by its traffic. `learnt` is all that was ever seen; `baseline` what drift is told against;
 * `recent` the events since `recentSince` (ISO time).
 */
export type Learning = {
  /** Events that came, counted even when there were too many to look into each. */
  events: number;
  learnt: Shape;
  baseline: Shape;
  recent: Shape;
  recentSince: string | null;
  drift: { since: string; fields: Drift[] } | null;
};

export const nothingLearnt: Learning = {
  events: 0,
  learnt: emptyShape(),
  baseline: emptyShape(),
  recent: emptyShape(),
  recentSince: null,
  drift: null,
};

/** So many events make the baseline. */
export const baselineEvents = 1000;

/** A window of recent events is full then, and a new one begins. */
export const windowEvents = 1000;

/** A window of fewer is not looked at yet: each look is a chance to be wrong. */
const fewestLooked = 100;

/**
 * Adds what traffic brought since the last time.
 *
 * - **settling**: the first events make the baseline.
 * - **steady**: further ones fill a window, which is held against the baseline as it grows. A full window without drift
 *   ends, and an empty one begins. The baseline stays: a slow change adds up against it.
 * - **drifting**: drift was found, and the time its window began is kept. Further windows renew what has changed, and a
 *   full one without any ends it.
 */
export function learn(before: Learning, batch: { shape: Shape; events: number }, now: Date): Learning {
  const events = before.events + batch.events;
  const learnt = mergeShapes(before.learnt, batch.shape);
  if (before.baseline.seen < baselineEvents) {
    return { ...before, events, learnt, baseline: mergeShapes(before.baseline, batch.shape) };
  }
  const recent = mergeShapes(before.recent, batch.shape);
  const recentSince = before.recentSince ?? now.toISOString();
  const full = recent.seen >= windowEvents;
  const fields = recent.seen >= fewestLooked ? driftBetween(before.baseline, recent) : [];
  const found = fields.length > 0 ? { since: before.drift?.since ?? recentSince, fields } : undefined;
  return {
    events,
    learnt,
    baseline: before.baseline,
    recent: full ? emptyShape() : recent,
    recentSince: full ? null : recentSince,
    drift: found ?? (full ? null : before.drift),
  };
}

/** What people have seen and want from now on: the drift is over, and the recent events are the new baseline. */
export function acceptDrift(before: Learning): Learning {
  return { ...before, baseline: before.recent, recent: emptyShape(), recentSince: null, drift: null };
}

/** Adds examples that somebody gave: they belong to what is known, and are no traffic. */
export function teach(before: Learning, shape: Shape): Learning {
  return { ...before, learnt: mergeShapes(before.learnt, shape) };
}
