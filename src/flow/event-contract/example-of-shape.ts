import { typesOf } from './schema-of-shape.ts';
import { deepestShape, type Shape } from './shape.ts';

/** Values to stand for what was seen without any being kept. */
const stand: Record<string, unknown> = { string: '', number: 0, boolean: false, null: null };

const anyKeyName = 'key';

/** One piece of data that has every field of the shape, with the examples that were kept. */
export function exampleOfShape(shape: Shape, depth = 0): unknown {
  const [most, next] = typesOf(shape);
  // A field that is mostly null is worth showing with what else it holds.
  const type = most === 'null' && next ? next : most;
  if (depth > deepestShape) return null;
  if (type === 'object') {
    const keys = Object.entries(shape.keys ?? {});
    // Where keys are data, one stands for them.
    if (shape.anyKey && shape.anyKey.seen > 0) keys.push([anyKeyName, shape.anyKey]);
    return Object.fromEntries(keys.map(([key, inner]) => [key, exampleOfShape(inner, depth + 1)]));
  }
  if (type === 'array')
    return shape.items && shape.items.seen > 0 ? [exampleOfShape(shape.items, depth + 1)] : [];
  if (shape.example !== undefined && typeof shape.example === type) return shape.example;
  return type === undefined ? null : stand[type];
}
