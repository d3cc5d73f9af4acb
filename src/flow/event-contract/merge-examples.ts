import { exampleOfShape } from './example-of-shape.ts';
import { mergeShapes } from './merge-shapes.ts';
import { shapeOf } from './observe.ts';

/** One example that has every field of several pieces of data; of a single one, that one as it is. */
export function mergeExamples(values: readonly unknown[]): unknown {
  if (values.length < 2) return values[0];
  return exampleOfShape(values.map((value) => shapeOf(value, { keepValues: true })).reduce(mergeShapes));
}
