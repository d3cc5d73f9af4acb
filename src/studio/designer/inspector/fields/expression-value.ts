import type { InspectorInput } from '../../../../flow/manifest.ts';
import { isRecord } from '../../../../flow/record.ts';
import { defaultValuesOf } from '../../../../flow/default-values.ts';

export type Row = Record<string, unknown>;

/**
 * An expression as groups of rows. With one level (`ADD`, `AND`) there is one group; with two (`AND`, `OR`) the
 * groups hang together by the outer word and the rows of one by the inner.
 */
export type Expression = { outer: string; inner?: string; groups: Row[][] };

/** Reads a stored value; undefined when it does not fit the levels: it is then edited as text, and nothing of it is lost. */
export function readExpression(
  value: unknown,
  levels: readonly string[] | undefined,
): Expression | undefined {
  const [outer = 'ADD', inner] = levels ?? [];
  const items = isEmpty(value) ? [] : itemsOf(value, outer);
  if (!items) return undefined;
  if (inner === undefined) return items.every(isRecord) ? { outer, groups: [items] } : undefined;
  const groups = items.map((item) => itemsOf(item, inner));
  return groups.every(isGroup) ? { outer, inner, groups } : undefined;
}

/** The stored form; without any row there is none. */
export function writeExpression({ outer, inner, groups }: Expression): unknown {
  const filled = groups.filter((rows) => rows.length > 0);
  if (filled.length === 0) return undefined;
  if (inner === undefined) return { [outer]: filled.flat() };
  return { [outer]: filled.map((rows) => ({ [inner]: rows })) };
}

/** A new row holds the default values of its fields. */
export function newRow(fields: Record<string, InspectorInput> | undefined): Row {
  return defaultValuesOf({ inputs: fields ?? {} });
}

export function addRow(expression: Expression, group: number, row: Row): Expression {
  return withGroup(expression, group, [...(expression.groups[group] ?? []), row]);
}

export function addGroup(expression: Expression, row: Row): Expression {
  return { ...expression, groups: [...expression.groups, [row]] };
}

/** Sets one field of a row; `undefined` removes it. */
export function setCell(
  expression: Expression,
  place: { group: number; row: number; name: string },
  value: unknown,
): Expression {
  const rows = (expression.groups[place.group] ?? []).map((row, index) => {
    if (index !== place.row) return row;
    const { [place.name]: _, ...others } = row;
    return value === undefined ? others : { ...row, [place.name]: value };
  });
  return withGroup(expression, place.group, rows);
}

/** A group goes with its last row. */
export function removeRow(expression: Expression, group: number, row: number): Expression {
  const changed = withGroup(
    expression,
    group,
    (expression.groups[group] ?? []).filter((_, index) => index !== row),
  );
  return { ...changed, groups: changed.groups.filter((rows) => rows.length > 0) };
}

function withGroup(expression: Expression, group: number, rows: Row[]): Expression {
  const groups = expression.groups.length > group ? expression.groups : [...expression.groups, []];
  return { ...expression, groups: groups.map((one, index) => (index === group ? rows : one)) };
}

/** The items of a level; undefined when the value is something else, or says more than that. */
function itemsOf(value: unknown, level: string): unknown[] | undefined {
  if (!isRecord(value) || Object.keys(value).some((key) => key !== level)) return undefined;
  const items = value[level] ?? [];
  return Array.isArray(items) ? items : undefined;
}

function isGroup(items: unknown[] | undefined): items is Row[] {
  return items?.every(isRecord) ?? false;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
