import type { InspectorInput } from '../../../../flow/manifest.ts';
import { choicesOf, keyOf } from './options.ts';

/** `exclusiveFields`: what one row has chosen in them is no option in the other rows. */
export function withoutTaken(
  fields: Record<string, InspectorInput>,
  exclusive: readonly string[] | undefined,
  rows: readonly Record<string, unknown>[],
  row: Record<string, unknown>,
): Record<string, InspectorInput> {
  if (!exclusive || exclusive.length === 0) return fields;
  const changed = exclusive.flatMap((name) => {
    const input = fields[name];
    if (!input?.options) return [];
    const taken = new Set(rows.filter((other) => other !== row).map((other) => keyOf(other[name])));
    const options = choicesOf(input.options)
      .choices.filter((choice) => !taken.has(choice.key))
      .map(({ label, value }) => ({ label, value }));
    return [[name, { ...input, options }] as const];
  });
  return { ...fields, ...Object.fromEntries(changed) };
}
