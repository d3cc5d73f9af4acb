import { betterExample } from './example-choice.ts';
import { type JsonType, longestText, mostKeys, mostTexts, type Shape } from './shape.ts';

/**
 * What two shapes tell together. The order of merging never matters: it is associative and commutative, an empty shape
 * adds nothing, and a limit once passed stays passed. Neither argument is changed.
 */
export function mergeShapes(a: Shape, b: Shape): Shape {
  return mergeAll([a, b]);
}

/** The same of many at once, which visits each place once. Of none it is an empty shape. */
export function mergeAll(shapes: readonly Shape[], limit = mostKeys): Shape {
  if (shapes.length === 1) return shapes[0]!;
  const merged: Shape = { seen: 0, types: {} };
  for (const { seen, types } of shapes) {
    merged.seen += seen;
    addCounts(merged.types, types);
  }
  const formats = given(shapes.map((shape) => shape.formats));
  if (formats.length > 0) merged.formats = sums(formats);
  const texts = mergeTexts(given(shapes.map((shape) => shape.texts)));
  if (texts) merged.texts = texts;
  const example = shapes.reduce<Shape['example']>(
    (best, shape) => betterExample(best, shape.example),
    undefined,
  );
  if (example !== undefined) merged.example = example;
  if (shapes.some(({ own }) => own)) merged.own = true;
  const events = given(shapes.map((shape) => shape.events));
  if (events.length > 0) merged.events = mergeEvents(events);
  // What is inside one of them is not told, so of all together neither.
  if (shapes.some(({ cut }) => cut)) return { ...merged, cut: true };
  Object.assign(merged, mergeKeys(shapes, limit));
  const items = given(shapes.map((shape) => shape.items));
  if (items.length > 0) merged.items = mergeAll(items, limit);
  return merged;
}

/** Takes the keys of a shape for data: what is below them is told together. */
export function withoutKeys(shape: Shape): Shape {
  const { keys, ...rest } = shape;
  return keys ? { ...rest, anyKey: mergeAll([...given([rest.anyKey]), ...Object.values(keys)]) } : shape;
}

function mergeTexts(all: NonNullable<Shape['texts']>[]): Shape['texts'] {
  const counted = all.filter((texts) => texts !== 'many');
  if (all.length === 0 || counted.length < all.length) return all.length === 0 ? undefined : 'many';
  const texts = sums(counted);
  const names = Object.keys(texts);
  return names.length > mostTexts || names.some((text) => text.length > longestText) ? 'many' : texts;
}

function mergeKeys(shapes: readonly Shape[], limit: number): Pick<Shape, 'keys' | 'anyKey'> {
  const keyed = given(shapes.map((shape) => shape.keys));
  const anyKeys = given(shapes.map((shape) => shape.anyKey));
  if (keyed.length === 0 && anyKeys.length === 0) return {};
  if (anyKeys.length > 0) {
    return { anyKey: mergeAll([...anyKeys, ...keyed.flatMap((keys) => Object.values(keys))], limit) };
  }
  // In order of first sight.
  const byKey = new Map<string, Shape[]>();
  for (const keys of keyed) {
    for (const [key, shape] of Object.entries(keys)) {
      const known = byKey.get(key);
      if (known) known.push(shape);
      else byKey.set(key, [shape]);
    }
  }
  if (byKey.size > limit) return { anyKey: mergeAll([...byKey.values()].flat(), limit) };
  const entries = [...byKey].map(([key, below]) => [key, mergeAll(below, limit)] as const);
  return { keys: Object.fromEntries(entries) };
}

function mergeEvents(all: NonNullable<Shape['events']>[]): Shape['events'] {
  const types: Partial<Record<JsonType, number>> = {};
  for (const events of all) addCounts(types, events.types);
  const seen = all.reduce((sum, events) => sum + events.seen, 0);
  const always = given(all.map((events) => events.always));
  return {
    seen,
    types,
    ...(always.length > 0 ? { always: always.reduce((sum, count) => sum + count, 0) } : {}),
  };
}

function given<Value>(values: (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}

function addCounts(counts: Partial<Record<string, number>>, more: Partial<Record<string, number>>): void {
  for (const [name, count = 0] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
}

function sums(all: Partial<Record<string, number>>[]): Record<string, number> {
  const merged = new Map<string, number>();
  for (const counts of all) {
    for (const [name, count = 0] of Object.entries(counts)) merged.set(name, (merged.get(name) ?? 0) + count);
  }
  return Object.fromEntries(merged);
}
