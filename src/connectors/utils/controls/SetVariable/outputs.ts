import type { ComponentConfig } from '../../../../flow/definition.ts';
import type { Field, FieldFormat, FieldType } from '../../../../flow/fields.ts';
import { splitTemplate } from '../../../../flow/template.ts';
import { rowsOf, typeOfRow } from '../../rows.ts';

const kinds: Record<string, { type: FieldType; format?: FieldFormat }> = {
  text: { type: 'string' },
  textarea: { type: 'string' },
  number: { type: 'number' },
  'date-time': { type: 'string', format: 'date-time' },
  toggle: { type: 'boolean' },
  filepicker: { type: 'string' },
};

/** The variables an expression makes, one field a name; of two rows with one name the later counts. */
export function variableFields(expression: unknown): Field[] {
  const fields = new Map<string, Field>();
  for (const row of rowsOf(expression)) {
    if (typeof row.name !== 'string' || row.name === '') continue;
    const kind = kinds[typeOfRow(row)];
    fields.set(row.name, {
      step: row.name,
      label: row.name,
      types: [kind?.type ?? 'unknown'],
      ...(kind?.format && { format: kind.format }),
      // A variable alone keeps its value, whatever that is.
      ...(isPlaceholder(row[typeOfRow(row)]) && { open: true }),
    });
  }
  return [...fields.values()];
}

function isPlaceholder(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [first, ...rest] = splitTemplate(value);
  return first !== undefined && 'placeholder' in first && rest.length === 0;
}

export function outputs(config: ComponentConfig): Record<string, Field[]> {
  return { out: variableFields(config.inputs['in']?.['variables']) };
}
