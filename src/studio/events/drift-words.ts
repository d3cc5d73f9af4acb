import type { EventDrift } from '../../contract/event-contracts.ts';
import { eventsText as text } from '../text/english/events.ts';
import { absoluteTime } from '../ui/time.ts';

export type DriftField = EventDrift['fields'][number];

/** Is the locked contract all that the events differ from? */
export function onlyAgreed({ fields }: EventDrift): boolean {
  return fields.every(({ agreed }) => agreed === true);
}

/** Since when the events differ, and from what. */
export function sinceWhen(drift: EventDrift): string {
  const time = absoluteTime(drift.since);
  if (onlyAgreed(drift)) return text('drift.sinceAgreed', { time });
  return text(drift.fields.every(({ taught }) => taught) ? 'drift.sinceTaught' : 'drift.since', { time });
}

/** Of a field that changed its type, the type it has more often tells enough. */
export function isNews({ path, change, before, now }: DriftField, _: number, all: DriftField[]): boolean {
  if (change.kind === 'missing' || now > before) return true;
  return !all.some(
    (other) => other.path === path && other.change.kind === 'type' && other.now > other.before,
  );
}
