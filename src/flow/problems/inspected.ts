import { valuesInForce } from '../default-values.ts';
import { type Inspector, type InspectorInput, inputLabel, type JsonSchema } from '../manifest.ts';
import { message, type Words } from '../messages/message.ts';
import { isRecord, own } from '../record.ts';
import { inputVisible } from '../visibility.ts';
import type { ProblemCell } from './problem.ts';

const levelNames = new Set(['ADD', 'AND', 'OR']);
const deepestLevel = 8;

/** A form of a manifest (its properties, or the inputs of an in port) with the values a document gives it. */
export type Inspected = {
  inputs: Record<string, InspectorInput>;
  required: Set<string>;
  values: Record<string, unknown>;
};

export function inspect(
  declared: { schema?: JsonSchema; inspector?: Inspector } | undefined,
  values: Record<string, unknown>,
): Inspected {
  const inputs = declared?.inspector?.inputs ?? {};
  const required = new Set(declared?.schema?.required);
  for (const [name, input] of Object.entries(inputs)) if (input.required) required.add(name);
  return { inputs, required, values: valuesInForce(declared?.inspector, values) };
}

/** Does the field show? One without an inspector input always counts. */
export function shows({ inputs, values }: Inspected, field: string): boolean {
  return inputVisible(own(inputs, field)?.when, values);
}

/** What people read for the field. */
export function fieldLabel({ inputs }: Inspected, field: string): string {
  return inputLabel(field, own(inputs, field));
}

/** A required field, or a cell of one, that holds nothing. */
export type MissingField = { field: string; label: Words; cell?: ProblemCell };

/** The required fields that show and hold nothing, each with its label. */
export function missingFields(inspected: Inspected): MissingField[] {
  const missing = [...inspected.required]
    .filter((field) => isEmpty(own(inspected.values, field)) && shows(inspected, field))
    .map((field) => ({ field, label: fieldLabel(inspected, field) }));
  return [...missing, ...missingInRows(inspected)];
}

function missingInRows(inspected: Inspected): MissingField[] {
  return Object.entries(inspected.inputs).flatMap(([field, input]) => {
    const columns = input.fields;
    if (!columns || !shows(inspected, field)) return [];
    return rowsOf(own(inspected.values, field)).flatMap((row, index) =>
      missingInRow(inspected, field, { index, cells: inspect({ inspector: { inputs: columns } }, row) }),
    );
  });
}

function missingInRow(
  inspected: Inspected,
  field: string,
  { index, cells }: { index: number; cells: Inspected },
): MissingField[] {
  return missingFields(cells).map(({ field: column }) => {
    const cell = { row: index, column };
    return { field, cell, label: cellLabel(inspected, { field, cell, cells }) };
  });
}

/** What people read for a cell in the rows of a field; `cells` are those of its row. */
export function cellLabel(
  inspected: Inspected,
  { field, cell, cells }: { field: string; cell: ProblemCell; cells: Inspected },
): Words {
  return message('problem.cell', {
    column: fieldLabel(cells, cell.column),
    row: cell.row + 1,
    field: fieldLabel(inspected, field),
  });
}

/** The rows of an expression, whose levels are objects of one list: `{ AND: [{ OR: [row, row] }] }`. */
export function rowsOf(value: unknown, depth = 0): Record<string, unknown>[] {
  if (!isRecord(value) || depth > deepestLevel) return [];
  const levels = Object.entries(value).filter(([name]) => levelNames.has(name));
  if (levels.length === 0) return [value];
  return levels.flatMap(([, items]) => [items].flat().flatMap((item) => rowsOf(item, depth + 1)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
