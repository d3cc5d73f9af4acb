import { deepestField, labelOfStep } from './example.ts';
import type { Field, FieldFormat, FieldType, PathStep } from './fields.ts';
import type { JsonSchema, OutputOption } from './manifest.ts';
import { parsePath } from './path.ts';

/**
 * The fields of an out port from its options: a dotted `value` (`data.id`) becomes nested steps under shared
 * parents, a `schema` gives children. Where two options tell of one place, the later one names it.
 */
export function fieldsOfOptions(options: OutputOption[]): Field[] {
  const fields: Field[] = [];
  for (const option of options) {
    const steps = stepsOf(option.value);
    const last = steps.pop();
    if (last === undefined) continue;
    let siblings = fields;
    for (const [index, step] of steps.entries()) {
      const parent = childAt(siblings, step);
      const container = typeof (steps[index + 1] ?? last) === 'number' ? 'array' : 'object';
      parent.types = joined(parent.types, [container]);
      siblings = parent.children ??= [];
    }
    const label = option.label ?? option.content ?? labelOfStep(last);
    merge(childAt(siblings, last), fieldOfSchema(last, label, option.schema ?? {}, 0));
  }
  return fields;
}

/** Options name keys freely (`First Name`): what is no path is taken apart at its dots. */
function stepsOf(value: string): PathStep[] {
  if (value === '') return [];
  return parsePath(`$.component.port${value.startsWith('[') ? '' : '.'}${value}`)?.steps ?? value.split('.');
}

function childAt(siblings: Field[], step: PathStep): Field {
  const known = siblings.find((field) => field.step === step);
  if (known) return known;
  const added: Field = { step, label: labelOfStep(step), types: ['unknown'] };
  siblings.push(added);
  return added;
}

/** Children of both stay: an option may come before or after those of its parts. */
function merge(field: Field, told: Field): void {
  const { children = [], ...facts } = told;
  const types = told.types[0] === 'unknown' ? field.types : told.types;
  Object.assign(field, facts, { types });
  for (const child of children) {
    field.children ??= [];
    const known = field.children.find(({ step }) => step === child.step);
    if (known) merge(known, child);
    else field.children.push(child);
  }
}

function fieldOfSchema(step: PathStep, label: string, schema: JsonSchema, depth: number): Field {
  const shapes = [schema, ...alternativesOf(schema)];
  const field: Field = { step, label, types: typesOf(shapes) };
  const format = formatOfSchema(schema.format);
  if (format) field.format = format;
  const sample = 'example' in schema ? schema.example : firstOf(schema['examples']);
  if (sample !== undefined) field.sample = sample;
  const children = depth < deepestField ? childrenOf(shapes, depth + 1) : [];
  if (children.length > 0) field.children = children;
  // An object of which nothing more is declared: an example would know it to be empty.
  else if (field.types.includes('object')) field.open = true;
  return field;
}

function childrenOf(shapes: JsonSchema[], depth: number): Field[] {
  const fields = new Map<PathStep, Field>();
  const add = (step: PathStep, schema: JsonSchema, optional: boolean): void => {
    const told = fieldOfSchema(step, schema.title ?? labelOfStep(step), schema, depth);
    if (optional) told.optional = true;
    const known = fields.get(step);
    if (known) merge(known, { ...told, types: joined(known.types, told.types) });
    else fields.set(step, told);
  };
  for (const { properties = {}, required, items } of shapes) {
    for (const [key, schema] of Object.entries(properties)) {
      add(key, schema, required !== undefined && !required.includes(key));
    }
    if (items) add(0, items, false);
  }
  return [...fields.values()];
}

function alternativesOf(schema: JsonSchema): JsonSchema[] {
  return [schema['oneOf'], schema['anyOf'], schema['allOf']].flatMap((list) =>
    Array.isArray(list) ? (list as JsonSchema[]) : [],
  );
}

function typesOf(shapes: JsonSchema[]): FieldType[] {
  const types = joined([], shapes.flatMap(typesOfShape));
  return types.length === 1 && types[0] === 'null' ? ['unknown'] : types;
}

function typesOfShape({ type, properties, items }: JsonSchema): FieldType[] {
  const names = type === undefined ? [] : [type].flat();
  if (names.length === 0 && properties) names.push('object');
  if (names.length === 0 && items) names.push('array');
  return names.map(typeOfName);
}

function typeOfName(name: string): FieldType {
  switch (name) {
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'object':
    case 'array':
    case 'null':
      return name;
    default:
      return 'unknown';
  }
}

/** `unknown` stands only where nothing else is known. */
function joined(one: FieldType[], other: FieldType[]): FieldType[] {
  const known = [...new Set([...one, ...other])].filter((type) => type !== 'unknown');
  return known.length > 0 ? known : ['unknown'];
}

function formatOfSchema(format: string | undefined): FieldFormat | undefined {
  if (format === 'uri' || format === 'url') return 'url';
  return format === 'date-time' || format === 'email' ? format : undefined;
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}
