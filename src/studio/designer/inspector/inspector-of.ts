import type { Inspector, InspectorInput, JsonSchema } from '../../../flow/manifest.ts';

/** What a manifest says of a form: its inspector, or for one with a schema only a field per member. */
export function inspectorOf(declared: { schema?: JsonSchema; inspector?: Inspector } | undefined): Inspector {
  if (declared?.inspector) return declared.inspector;
  const inputs = Object.entries(declared?.schema?.properties ?? {}).map(
    ([name, schema], index) => [name, inputOf(name, schema, index)] as const,
  );
  return { inputs: Object.fromEntries(inputs) };
}

/** The names of fields that must be filled. */
export function requiredFields(
  declared: { schema?: JsonSchema; inspector?: Inspector } | undefined,
): Set<string> {
  const required = new Set(declared?.schema?.required);
  for (const [name, input] of Object.entries(declared?.inspector?.inputs ?? {})) {
    if (input.required) required.add(name);
  }
  return required;
}

function inputOf(name: string, schema: JsonSchema, index: number): InspectorInput {
  return {
    type: typeOf(schema),
    label: schema.title ?? name,
    index,
    ...(schema.description ? { tooltip: schema.description } : {}),
  };
}

function typeOf({ type, format }: JsonSchema): string {
  if (type === 'boolean') return 'toggle';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'object' || type === 'array') return 'textarea';
  return format === 'date-time' || format === 'date' ? 'date-time' : 'text';
}
