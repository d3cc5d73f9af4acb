import { withoutKeys } from './merge-shapes.ts';
import type { Shape } from './shape.ts';

/** Places of the contract of one event. More are no fields that anybody looks through. */
export const mostPlacesKept = 5_000;

/**
 * A shape of limited size. Where it has too many places the largest parts give way: their keys are taken for data, and
 * what is still too much is not told at all. The small parts stay as they are, whatever the order of the keys.
 *
 * This is no part of the algebra of shapes: it is done where they are stored. When a part gave way in what is stored, it
 * stays so (an `anyKey` and a `cut` are merged into for ever), so how early it did depends on what came first.
 */
export function limitPlaces(shape: Shape, most = mostPlacesKept): Shape {
  return limit(shape, most, new Map());
}

type Sizes = Map<Shape, number>;

function limit(shape: Shape, most: number, sizes: Sizes): Shape {
  if (sizeOf(shape, sizes) <= most) return shape;
  const parts = partsOf(shape);
  if (parts.length >= most) {
    if (shape.keys && most > 1) return limit(withoutKeys(shape), most, new Map());
    const { keys: _keys, anyKey: _anyKey, items: _items, ...rest } = shape;
    return { ...rest, cut: true };
  }
  const fair = fairShare(
    parts.map((part) => sizeOf(part, sizes)),
    most - 1,
  );
  const within = (part: Shape) => limit(part, fair, sizes);
  const { keys, anyKey, items } = shape;
  const limited = { ...shape };
  if (keys) {
    limited.keys = Object.fromEntries(Object.entries(keys).map(([key, part]) => [key, within(part)]));
  }
  if (anyKey) limited.anyKey = within(anyKey);
  if (items) limited.items = within(items);
  return limited;
}

/** The most that each may have so that all together have no more than `most`, when those below it leave it the rest. */
function fairShare(sizes: number[], most: number): number {
  let left = most;
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return most;
}

function partsOf({ keys, anyKey, items }: Shape): Shape[] {
  return [...Object.values(keys ?? {}), ...[anyKey, items].filter((part) => part !== undefined)];
}

function sizeOf(shape: Shape, sizes: Sizes): number {
  const known = sizes.get(shape);
  if (known !== undefined) return known;
  const size = partsOf(shape).reduce((sum, part) => sum + sizeOf(part, sizes), 1);
  sizes.set(shape, size);
  return size;
}
