import type { InspectorInput } from '../../flow/manifest.ts';

/** One row of an ADD expression whose value stands in the field that `type` names. */
export type ValueRow = { name?: unknown; type?: unknown; [type: string]: unknown };

/** The rows of an ADD expression value; anything malformed counts as no rows. */
export function rowsOf(expression: unknown): ValueRow[] {
  const rows = (expression as { ADD?: unknown } | null | undefined)?.ADD;
  if (!Array.isArray(rows)) return [];
  return rows.filter(
    (row): row is ValueRow => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
}

/** `text` is what a row without a type means. */
export function typeOfRow(row: ValueRow): string {
  return typeof row.type === 'string' && row.type !== '' ? row.type : 'text';
}

const valueTypes = [
  { value: 'text', label: 'Text' },
  { value: 'textarea', label: 'Long text' },
  { value: 'number', label: 'Number' },
  { value: 'date-time', label: 'Date and time' },
  { value: 'toggle', label: 'True or false' },
  { value: 'filepicker', label: 'File' },
];

/** The fields of a row `{ name, type, <type>: value }`, offering the given types. */
export function valueRowFields(nameLabel: string, types: string[]): Record<string, InspectorInput> {
  const offered = valueTypes.filter((option) => types.includes(option.value));
  return {
    name: { type: 'text', label: nameLabel, index: 1, required: true },
    type: {
      type: 'select',
      label: 'Type',
      index: 2,
      defaultValue: 'text',
      variables: false,
      options: offered,
    },
    ...Object.fromEntries(
      offered.map(({ value }, position) => [
        value,
        { type: value, label: 'Value', index: 3 + position, when: { eq: { './type': value } } },
      ]),
    ),
  };
}
