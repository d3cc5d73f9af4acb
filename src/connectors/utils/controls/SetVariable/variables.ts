import { rowsOf, typeOfRow } from '../../rows.ts';

/** A value that says nothing of its type stays as it is: an author's object in a text variable is an object. */
const conversions: Record<string, (value: unknown) => unknown> = {
  number: (value) =>
    typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value,
  toggle: (value) => (value === 'true' ? true : value === 'false' ? false : (value ?? false)),
};

/** The message that SetVariable emits: one member per row; of two rows with one name the later counts. */
export function variablesOf(expression: unknown): Record<string, unknown> {
  const entries = rowsOf(expression)
    .filter((row) => typeof row.name === 'string' && row.name !== '')
    .map((row) => {
      const type = typeOfRow(row);
      const convert = Object.hasOwn(conversions, type) ? conversions[type] : undefined;
      return [row.name as string, convert ? convert(row[type]) : row[type]] as const;
    });
  return Object.fromEntries(entries);
}
