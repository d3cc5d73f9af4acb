import { deepestField, labelOfStep } from './example.ts';
import type { Field } from './fields.ts';
import type { JsonSchema } from './manifest.ts';
import { containersIn, typeOf, valuesByKey } from './observed.ts';

export { fieldsOfOptions } from './options.ts';

/**
 * The JSON schema that an example stands for, in the shape clients of the interface know: `number` never
 * `integer`, null as `"null"`, `items.required` for keys in all of at least two items, for items of several
 * types a `oneOf` that names the first type twice, `items: {}` for an empty list.
 */
export function schemaOfExample(value: unknown, title: string): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: Array.isArray(value) ? `${title} Set` : title,
    ...schemaOf([value], 0),
  };
}

/** `seen` holds what the items of the lists above have at this place. */
function schemaOf(seen: unknown[], depth: number): JsonSchema {
  if (depth > deepestField) return {};
  const types = [...new Set(seen.map(typeOf))];
  const schema: JsonSchema = { type: types.length === 1 ? types[0] : types };
  const { objects, lists } = containersIn(seen);
  if (objects.length > 0) {
    const properties = [...valuesByKey(objects)].map(
      ([key, values]) => [key, schemaOf(values, depth + 1)] as const,
    );
    schema.properties = Object.fromEntries(properties);
  }
  if (lists.length > 0) schema.items = schemaOfItems(lists.flat(1), depth + 1);
  return schema;
}

function schemaOfItems(items: unknown[], depth: number): JsonSchema {
  if (items.length === 0) return {};
  const types = new Set(items.map(typeOf));
  if (types.size > 1) {
    const byType = [...types].map((type) =>
      schemaOf(
        items.filter((item) => typeOf(item) === type),
        depth,
      ),
    );
    return { oneOf: [{ type: typeOf(items[0]) }, ...byType] };
  }
  const schema = schemaOf(items, depth);
  if (items.length < 2 || !types.has('object')) return schema;
  const required = [...valuesByKey(items as object[])]
    .filter(([, values]) => values.length === items.length)
    .map(([key]) => key);
  return required.length > 0 ? { ...schema, required } : schema;
}

/** The schema of an object that has these fields; `fieldsOfOptions` reads them back from it. */
export function schemaOfFields(fields: Field[]): JsonSchema {
  return { type: 'object', ...schemaOfChildren(fields) };
}

function schemaOfField(field: Field): JsonSchema {
  const types = field.types.filter((type) => type !== 'unknown');
  const schema: JsonSchema = {};
  if (types.length > 0) schema.type = types.length === 1 ? types[0] : types;
  if (field.label !== labelOfStep(field.step)) schema.title = field.label;
  if (field.format) schema.format = field.format === 'url' ? 'uri' : field.format;
  if ('sample' in field) schema.example = field.sample;
  return { ...schema, ...schemaOfChildren(field.children ?? []) };
}

function schemaOfChildren(fields: Field[]): JsonSchema {
  const schema: JsonSchema = {};
  const keyed = fields.filter((field) => typeof field.step === 'string');
  if (keyed.length > 0) {
    schema.properties = Object.fromEntries(keyed.map((field) => [field.step, schemaOfField(field)]));
  }
  // Without any optional key there is nothing to tell apart.
  if (keyed.some((field) => field.optional)) {
    schema.required = keyed.filter((field) => !field.optional).map((field) => String(field.step));
  }
  const item = fields.find((field) => typeof field.step === 'number');
  if (item) schema.items = schemaOfField(item);
  return schema;
}
