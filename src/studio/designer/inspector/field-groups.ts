import type { Inspector, InspectorInput } from '../../../flow/manifest.ts';
import { inputVisible } from '../../../flow/visibility.ts';

export type NamedInput = { name: string; input: InspectorInput };

/** Fields under one heading; without `label` they stand before all headings. */
export type FieldGroup = { id: string; label?: string; closed: boolean; fields: NamedInput[] };

/**
 * The fields that show with these values, in order. Inputs without a group come first; a group that shows no
 * field is left out.
 */
export function fieldGroups(inspector: Inspector | undefined, values: Record<string, unknown>): FieldGroup[] {
  const fields = visibleFields(inspector?.inputs ?? {}, values);
  const declared = Object.entries(inspector?.groups ?? {}).sort(([, a], [, b]) => byIndex(a.index, b.index));
  const groupIds = new Set([
    ...declared.map(([id]) => id),
    ...fields.flatMap(({ input }) => input.group ?? []),
  ]);
  const groups = [...groupIds].map((id): FieldGroup => {
    const group = inspector?.groups?.[id];
    return {
      id,
      label: group?.label ?? id,
      closed: group?.closed ?? false,
      fields: fields.filter(({ input }) => input.group === id),
    };
  });
  const ungrouped: FieldGroup = { id: '', closed: false, fields: fields.filter(({ input }) => !input.group) };
  return [ungrouped, ...groups].filter((group) => group.fields.length > 0);
}

/** The inputs that show with these values, by index; those without one last, in their own order. */
export function visibleFields(
  inputs: Record<string, InspectorInput>,
  values: Record<string, unknown>,
): NamedInput[] {
  return Object.entries(inputs)
    .map(([name, input]) => ({ name, input }))
    .filter(({ input }) => inputVisible(input.when, values))
    .sort((a, b) => byIndex(a.input.index, b.input.index));
}

function byIndex(a: number | undefined, b: number | undefined): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}
