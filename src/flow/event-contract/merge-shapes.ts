import { betterExample } from './example-choice.ts';
import { longestText, mostKeys, mostTexts, type Shape } from './shape.ts';

/**
 * What two shapes tell together. The order of merging never matters: it is associative and commutative, an empty shape
 * adds nothing, and a limit once passed stays passed. Neither argument is changed.
 */
export function mergeShapes(a: Shape, b: Shape): Shape {
  const merged: Shape = { seen: a.seen + b.seen, types: sums(a.types, b.types) };
  if (a.formats ?? b.formats) merged.formats = sums(a.formats, b.formats);
  const texts = mergeTexts(a.texts, b.texts);
  if (texts) merged.texts = texts;
  const example = betterExample(a.example, b.example);
  if (example !== undefined) merged.example = example;
  Object.assign(merged, mergeKeys(a, b));
  const items = mergeOptional(a.items, b.items);
  if (items) merged.items = items;
  return merged;
}

function mergeTexts(a: Shape['texts'], b: Shape['texts']): Shape['texts'] {
  if (a === 'many' || b === 'many') return 'many';
  if (!a || !b) return a ?? b;
  const texts = sums(a, b);
  const all = Object.keys(texts);
  return all.length > mostTexts || all.some((text) => text.length > longestText) ? 'many' : texts;
}

function mergeKeys(a: Shape, b: Shape): Pick<Shape, 'keys' | 'anyKey'> {
  if (!a.anyKey && !b.anyKey) {
    if (!a.keys || !b.keys) {
      const keys = a.keys ?? b.keys;
      return keys ? { keys } : {};
    }
    const keys = mergeMaps(a.keys, b.keys, mergeShapes);
    if (Object.keys(keys).length <= mostKeys) return { keys };
    return { anyKey: Object.values(keys).reduce(mergeShapes) };
  }
  const below = [a.anyKey, b.anyKey, ...Object.values(a.keys ?? {}), ...Object.values(b.keys ?? {})];
  return { anyKey: below.filter((shape) => shape !== undefined).reduce(mergeShapes) };
}

function mergeOptional(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  return a && b ? mergeShapes(a, b) : (a ?? b);
}

function sums<Counts extends Record<string, number>>(a: Counts | undefined, b: Counts | undefined): Counts {
  return mergeMaps(a ?? {}, b ?? {}, (one, other) => one + other) as Counts;
}

/** Both maps' entries in order of first sight; what both have goes through `merge`. */
function mergeMaps<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  merge: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : merge(known, value));
  }
  return Object.fromEntries(merged);
}
