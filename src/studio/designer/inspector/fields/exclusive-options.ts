import type { InspectorInput } from '../../../../flow/manifest.ts';
import { choicesOf, keyOf } from './options.ts';

/** `exclusiveFields`: what the other rows have chosen in this field, by the keys of their choices. */
export function takenIn(
  field: string,
  exclusive: readonly string[] | undefined,
  rows: readonly Record<string, unknown>[],
  row: Record<string, unknown>,
): ReadonlySet<string> | undefined {
  if (!exclusive?.includes(field)) return undefined;
  return new Set(rows.filter((other) => other !== row).map((other) => keyOf(other[field])));
}

/** What is taken is no option; of options that a call answers, too. */
export function withoutTaken(input: InspectorInput, taken: ReadonlySet<string> | undefined): InspectorInput {
  if (!input.options || !taken || taken.size === 0) return input;
  const { options } = input;
  const free = new Set(choicesOf(options).choices.flatMap(({ key }) => (taken.has(key) ? [] : [key])));
  return {
    ...input,
    options: options.filter((option) =>
      typeof option === 'string'
        ? free.has(keyOf(option))
        : option.clearItem === true || free.has(keyOf(option.value)),
    ),
  };
}
