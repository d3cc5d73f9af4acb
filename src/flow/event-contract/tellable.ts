import { mergeAll } from './merge-shapes.ts';
import type { Shape } from './shape.ts';

/** A key that so many events had is a name of a field rather than data. */
const eventsOfName = 3;

/**
 * What may be told of a shape to its owner: a key that only others' events had, and fewer than three of them, may be
 * data of theirs (`{ "Ann": { … } }`), so what is below it counts as below any key.
 */
export function tellableShape(shape: Shape): Shape {
  const { keys, items, anyKey, ...rest } = shape;
  const told: Shape = rest;
  if (items) told.items = tellableShape(items);
  const inner = Object.entries(keys ?? {});
  const names = inner
    .filter(([, below]) => isName(below))
    .map(([key, below]) => [key, tellableShape(below)] as const);
  const others = inner.filter(([, below]) => !isName(below)).map(([, below]) => below);
  if (keys) told.keys = Object.fromEntries(names);
  const any = [...(anyKey ? [anyKey] : []), ...others];
  if (any.length > 0) told.anyKey = tellableShape(mergeAll(any));
  return told;
}

function isName({ own, events, seen }: Shape): boolean {
  return own ?? (events?.seen ?? seen) >= eventsOfName;
}
