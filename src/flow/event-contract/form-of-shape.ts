import { mergeAll } from './merge-shapes.ts';
import { isSurelyData } from './name-or-data.ts';
import type { Shape } from './shape.ts';

/**
 * A shape without anything of the data: no texts, no examples, and no keys where one of them is surely data. Who learns
 * from the events of others gets this. Of a merged shape it is the same as of its parts, merged.
 */
export function formOfShape(shape: Shape): Shape {
  const { texts: _texts, example: _example, own: _own, keys, anyKey, items, ...rest } = shape;
  const form: Shape = rest;
  if (items) form.items = formOfShape(items);
  const inner = Object.entries(keys ?? {}).map(([key, below]) => [key, formOfShape(below)] as const);
  if (anyKey || inner.some(([key]) => isSurelyData(key))) {
    const below = [...(anyKey ? [formOfShape(anyKey)] : []), ...inner.map(([, one]) => one)];
    return { ...form, anyKey: mergeAll(below) };
  }
  return keys ? { ...form, keys: Object.fromEntries(inner) } : form;
}
