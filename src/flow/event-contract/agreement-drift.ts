import type { PathStep } from '../fields.ts';
import { agreedOn, agreedTypes, allAgreed } from './agreed.ts';
import type { Agreement } from './agreement.ts';
import { type Drift, eventsOf, eventsWith, lacking, type Share } from './drift.ts';
import { type JsonType, type Shape } from './shape.ts';

/** Fewer events tell nothing of what is usual, and a smaller share of them is a mishap. */
const fewestEvents = 10;
const smallestShare = 0.01;

/** Where recent events do not keep to what was agreed on: a required field is missing, or a type is not allowed. */
export function driftFromAgreement(agreement: Agreement, recent: Shape): Drift[] {
  if (recent.seen < fewestEvents) return [];
  return brokenIn(recent, [agreement], []).filter(({ now }) => now >= smallestShare);
}

function brokenIn(shape: Shape, agreements: readonly Agreement[], steps: PathStep[]): Drift[] {
  if (agreements.length === 0) return [];
  const all = allAgreed(agreements);
  const broken: Drift[] = [];
  const tell = (at: PathStep[], change: Drift['change'], { count, of }: Share) => {
    if (of >= fewestEvents && count > 0) {
      broken.push({ steps: at, change, before: 0, now: count / of, agreed: true });
    }
  };
  const types = agreedTypes(all);
  for (const type of types ? (Object.keys(shape.types) as JsonType[]) : []) {
    const allowed = types?.includes(type) || (type === 'number' && types?.includes('integer'));
    const share = { count: eventsWith(shape, type), of: eventsOf(shape) };
    if (!allowed) tell(steps, { kind: 'type', type }, share);
  }
  // Where keys are not told apart, nobody knows which are missing.
  if (!shape.anyKey && !shape.cut) {
    for (const key of new Set(all.flatMap(({ required = [] }) => required))) {
      const inner = shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
      tell([...steps, key], { kind: 'missing' }, lacking(shape, inner));
    }
  }
  for (const [key, inner] of Object.entries(shape.keys ?? {})) {
    broken.push(...brokenIn(inner, agreedOn(all, key), [...steps, key]));
  }
  if (shape.items) {
    const items = all.flatMap(({ items: below, prefix }) => (below && !prefix ? [below] : []));
    broken.push(...brokenIn(shape.items, items, [...steps, 0]));
  }
  return broken;
}
