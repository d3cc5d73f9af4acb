import type { Agreement } from './agreement.ts';
import { driftFromAgreement } from './agreement-drift.ts';
import { type Drift, driftBetween } from './drift.ts';
import { driftFromExamples } from './example-drift.ts';
import { limitPlaces } from './limit-places.ts';
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
  /** Examples that somebody gave, as long as nobody has accepted that events are different. */
  taught?: Shape;
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

/** What traffic brought since the last time, and the contract that is locked. */
export type Traffic = { shape: Shape; events: number; agreement?: Agreement };

/**
 * Adds what traffic brought since the last time.
 *
 * - **settling**: the first events make the baseline.
 * - **steady**: further ones fill a window, which is held against the baseline as it grows. A full window without drift
 *   ends, and an empty one begins. The baseline stays: a slow change adds up against it.
 * - **drifting**: drift was found, and the time its window began is kept. Further windows renew what has changed, and a
 *   full one without any ends it.
 *
 * A locked contract says from the first event on what is normal: the window is held against it as well. Without one,
 * all that is at hand of traffic is held against the examples that somebody gave.
 */
export function learn(before: Learning, batch: Traffic, now: Date): Learning {
  const { shape, agreement } = batch;
  const events = before.events + batch.events;
  const learnt = limitPlaces(mergeShapes(before.learnt, shape));
  const settling = before.baseline.seen < baselineEvents;
  const baseline = settling ? limitPlaces(mergeShapes(before.baseline, shape)) : before.baseline;
  if (settling && !agreement) {
    const fields = taughtOtherwise(before, baseline);
    const drift = fields.length > 0 ? { since: before.drift?.since ?? now.toISOString(), fields } : null;
    return { ...before, events, learnt, baseline, recent: emptyShape(), recentSince: null, drift };
  }
  const recent = limitPlaces(mergeShapes(before.recent, shape));
  const recentSince = before.recentSince ?? now.toISOString();
  const full = recent.seen >= windowEvents;
  const broken = agreement ? driftFromAgreement(agreement, recent) : [];
  const changed = !settling && recent.seen >= fewestLooked ? driftBetween(baseline, recent) : [];
  // What was agreed on takes the place of examples.
  const untaught = agreement ? [] : taughtOtherwise(before, mergeShapes(baseline, recent));
  const fields = withoutRepeated([...broken, ...changed, ...untaught]);
  const found = fields.length > 0 ? { since: before.drift?.since ?? recentSince, fields } : undefined;
  return {
    ...before,
    events,
    learnt,
    baseline,
    recent: full ? emptyShape() : recent,
    recentSince: full ? null : recentSince,
    drift: found ?? (full ? null : lasting(before.drift)),
  };
}

/** What traffic has had differently from the examples from the beginning on. */
function taughtOtherwise({ taught }: Learning, traffic: Shape): Drift[] {
  return taught ? driftFromExamples(taught, traffic) : [];
}

/** What is held against a contract, or examples, ends with these, or as soon as they are kept to again. */
function lasting(drift: Learning['drift']): Learning['drift'] {
  const fields = drift?.fields.filter(({ agreed, taught }) => !agreed && !taught) ?? [];
  return drift && fields.length > 0 ? { ...drift, fields } : null;
}

/** Of one change told in several ways the first. */
function withoutRepeated(drifts: Drift[]): Drift[] {
  const firsts = new Map<string, Drift>();
  for (const drift of drifts) {
    const key = JSON.stringify([drift.steps, drift.change]);
    if (!firsts.has(key)) firsts.set(key, drift);
  }
  return [...firsts.values()];
}

/**
 * What people have seen and want from now on: the drift is over, the recent events are the new baseline, and examples that
 * were given before tell nothing of events any more.
 */
export function acceptDrift({ taught: _taught, ...before }: Learning): Learning {
  // What only examples have otherwise leaves the baseline as it is.
  if (before.drift?.fields.every(({ taught }) => taught)) return { ...before, drift: null };
  return { ...before, baseline: before.recent, recent: emptyShape(), recentSince: null, drift: null };
}

/** Adds examples that somebody gave: they belong to what is known, and are no traffic, which is held against them. */
export function teach(before: Learning, shape: Shape): Learning {
  return {
    ...before,
    learnt: limitPlaces(mergeShapes(before.learnt, shape)),
    taught: limitPlaces(mergeShapes(before.taught ?? emptyShape(), shape)),
  };
}
