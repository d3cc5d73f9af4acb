import { exampleOfContract } from './example-of-contract.ts';
import { mergeAll } from './merge-shapes.ts';
import { observe } from './observe.ts';
import { emptyShape, type Shape } from './shape.ts';

/** One example that has every field of several pieces of data; of a single one, that one as it is. */
export function mergeExamples(values: readonly unknown[]): unknown {
  if (values.length < 2) return values[0];
  return exampleOfContract(mergeAll(values.map(wholeShapeOf), Infinity));
}

/** However many keys an object has: each is to be seen. */
function wholeShapeOf(value: unknown): Shape {
  const shape = emptyShape();
  observe(shape, value, { keepValues: true, everyKey: true });
  return shape;
}
