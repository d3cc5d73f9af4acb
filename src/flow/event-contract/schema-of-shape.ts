import type { JsonSchema } from '../manifest.ts';
import { type JsonType, type Shape } from './shape.ts';

/**
 * Texts seen at least so often in the mean make an enumeration; fewer are chance. A single one makes none: that it never
 * varied says nothing of what it may be.
 */
const timesPerText = 5;
const fewestTexts = 2;
const fewestTimes = 20;

/**
 * The contract that a shape amounts to, as JSON Schema (draft 2020-12). Every value that made the shape is valid.
 *
 * A key is required when no object lacked it; texts that repeat are an `enum`; a format counts when all texts have it.
 */
export function schemaOfShape(shape: Shape): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(shape) };
}

function schemaOf(shape: Shape): JsonSchema {
  const types = typesOf(shape);
  const schema: JsonSchema = {};
  if (types.length > 0) schema.type = types.length === 1 ? types[0] : types;
  const values = enumerationOf(shape);
  if (values) schema.enum = types.includes('null') ? [...values, null] : values;
  const format = commonFormat(shape);
  if (format) schema.format = format === 'url' ? 'uri' : format;
  if (shape.example !== undefined) schema.examples = [shape.example];
  if (shape.keys) {
    const keys = Object.entries(shape.keys);
    schema.properties = Object.fromEntries(keys.map(([key, inner]) => [key, schemaOf(inner)]));
    const required = keys.filter(([, inner]) => inner.seen === shape.types.object).map(([key]) => key);
    if (required.length > 0) schema.required = required;
  }
  if (shape.anyKey) schema.additionalProperties = schemaOf(shape.anyKey);
  if (shape.items && shape.items.seen > 0) schema.items = schemaOf(shape.items);
  return schema;
}

/** Types by how often they were seen. */
export function typesOf(shape: Shape): JsonType[] {
  return (Object.entries(shape.types) as [JsonType, number][])
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([type]) => type);
}

/** The texts of an enumeration; undefined where there is none, or other types than text and null. */
export function enumerationOf(shape: Shape): string[] | undefined {
  const { texts, types } = shape;
  if (!texts || texts === 'many') return undefined;
  const all = Object.values(texts).reduce((sum, count) => sum + count, 0);
  const values = Object.keys(texts).sort();
  const onlyTexts = (types.string ?? 0) + (types.null ?? 0) === shape.seen;
  if (!onlyTexts || all !== types.string || values.length < fewestTexts) return undefined;
  return all >= Math.max(fewestTimes, values.length * timesPerText) ? values : undefined;
}

/** The format that all texts here have. */
export function commonFormat({ formats = {}, types }: Shape): string | undefined {
  return Object.entries(formats).find(([, count]) => count === types.string)?.[0];
}
