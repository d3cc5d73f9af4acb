import { formatOf } from '../formats.ts';
import { typeOf } from '../observed.ts';
import { betterExample } from './example-choice.ts';
import { withoutKeys } from './merge-shapes.ts';
import { isSurelyData } from './name-or-data.ts';
import {
  deepestShape,
  emptyShape,
  type JsonType,
  longestKey,
  longestText,
  mostKeys,
  mostTexts,
  type Shape,
} from './shape.ts';

/** What may be kept of an event: its form alone (`form-of-shape.ts`), or also texts and examples. */
export type Observation = {
  keepValues: boolean;
  /** Take no keys for data, however many there are. */
  everyKey?: true;
};

/** The shape of one value. */
export function shapeOf(value: unknown, observation: Observation): Shape {
  const shape = emptyShape();
  observe(shape, value, observation);
  return shape;
}

/** The shape of the data of one event, which counts as one wherever it holds anything. */
export function shapeOfEvent(data: unknown, observation: Observation): Shape {
  const shape = shapeOf(data, observation);
  countAsOne(shape);
  return shape;
}

function countAsOne(shape: Shape, objects?: number): void {
  if (shape.seen === 0) return;
  const types = Object.fromEntries(Object.keys(shape.types).map((type) => [type, 1]));
  shape.events = { seen: 1, types };
  if (objects !== undefined && shape.seen === objects) shape.events.always = 1;
  for (const below of Object.values(shape.keys ?? {})) countAsOne(below, shape.types.object);
  if (shape.anyKey) countAsOne(shape.anyKey);
  if (shape.items) countAsOne(shape.items);
}

/**
 * Adds a value to a shape in place, which costs one visit of each value inside. It comes to the same as merging the
 * value's own shape into it.
 */
export function observe(shape: Shape, value: unknown, observation: Observation, depth = 0): void {
  const type = typeOf(value) as JsonType;
  shape.seen += 1;
  shape.types[type] = (shape.types[type] ?? 0) + 1;
  if (observation.keepValues) shape.own = true;
  if (typeof value === 'string') observeText(shape, value, observation);
  else if (observation.keepValues && (typeof value === 'number' || typeof value === 'boolean')) {
    keepExample(shape, value);
  }
  if (depth >= deepestShape || shape.cut) return;
  if (Array.isArray(value)) {
    shape.items ??= emptyShape();
    for (const item of value) observe(shape.items, item, observation, depth + 1);
  } else if (type === 'object') {
    observeObject(shape, value as Record<string, unknown>, observation, depth);
  }
}

function observeText(shape: Shape, text: string, { keepValues }: Observation): void {
  const format = formatOf(text);
  if (format) {
    shape.formats ??= {};
    shape.formats[format] = (shape.formats[format] ?? 0) + 1;
  }
  if (!keepValues) return;
  keepExample(shape, text);
  if (shape.texts === 'many') return;
  const texts = shape.texts ?? {};
  shape.texts = texts;
  const known = Object.hasOwn(texts, text);
  if (text.length > longestText || (!known && Object.keys(texts).length >= mostTexts)) shape.texts = 'many';
  else setOwn(texts, text, (known ? texts[text]! : 0) + 1);
}

function keepExample(shape: Shape, value: string | number | boolean): void {
  const example = betterExample(shape.example, value);
  if (example !== undefined) shape.example = example;
}

function observeObject(
  shape: Shape,
  object: Record<string, unknown>,
  observation: Observation,
  depth: number,
): void {
  if (!shape.anyKey) shape.keys ??= {};
  for (const [key, value] of Object.entries(object)) {
    observe(placeOf(shape, key, observation), value, observation, depth + 1);
  }
}

/** How many keys a map has that grows here. Counting them for each new one would take the square of the time. */
const keyCounts = new WeakMap<object, number>();

/** Where the values below a key are counted. */
function placeOf(shape: Shape, key: string, { keepValues, everyKey }: Observation): Shape {
  if (shape.anyKey) return shape.anyKey;
  const keys = (shape.keys ??= {});
  if (Object.hasOwn(keys, key)) return keys[key]!;
  const count = (keyCounts.get(keys) ?? Object.keys(keys).length) + 1;
  const isData = count > mostKeys || key.length > longestKey || (!keepValues && isSurelyData(key));
  if (isData && !everyKey) {
    const { anyKey = emptyShape() } = withoutKeys(shape);
    delete shape.keys;
    shape.anyKey = anyKey;
    return anyKey;
  }
  const place = emptyShape();
  setOwn(keys, key, place);
  keyCounts.set(keys, count);
  return place;
}

/** Sets a key that may be called `__proto__`, too. */
function setOwn<Value>(map: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
