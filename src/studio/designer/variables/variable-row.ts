import { atOnce } from '../../../flow/at-once.ts';
import type { Reference } from '../../../flow/descriptor.ts';
import type { Field } from '../../../flow/fields.ts';
import { formatPath, formatSteps, type VariablePath } from '../../../flow/path.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { fieldLabel } from '../../text/field-label.ts';
import { variablesText } from '../../text/english/variables.ts';
import { type FieldBase, keyAt, referenceTo, stepInto } from './field-base.ts';
import { eachOf, itemOf, lastItemOf } from './list-parts.ts';

/** One line of a variable tree as it is drawn. */
export type VariableRow = {
  /** Unique in its tree; a field's key is its path. */
  key: string;
  kind: 'component' | 'port' | 'field' | 'each' | 'choice' | 'constants' | 'constant';
  label: string;
  /** 1 is the outermost. */
  level: number;
  expandable: boolean;
  expanded: boolean;
  /** Of a component's row. */
  componentType?: string;
  field?: Field;
  /** What picking the row gives; a row without one only opens and closes. */
  reference?: Reference;
  /** Of a choice: what picking the row asks for first. */
  choice?: ItemChoice;
  /** In a list of matches: where the field stands, e.g. `issue.user`. */
  trail?: string;
};

/** Which item of a list, by its place or by a condition, is asked for. */
export type ItemChoice = { by: 'place' | 'condition'; path: VariablePath; list: Field };

/** A variable that no component made: the time, the flow's id … */
export type Constant = { name: string; label: string; description: string };

export const constantsKey = 'constants';

/** Rows laid out between two rests. */
const rowsAtATime = 500;

/** The rows of fields and of the opened ones among them, in order. `items`: how lists offer what is in them. */
export function fieldRows(
  fields: readonly Field[],
  base: FieldBase,
  level: number,
  expanded: ReadonlySet<string>,
  rows: VariableRow[] = [],
  items: 'first' | 'all' = 'first',
): VariableRow[] {
  atOnce(fieldRowsInSteps(fields, base, level, expanded, rows, items));
  return rows;
}

/** `fieldRows` with rests. */
function* fieldRowsInSteps(
  fields: readonly Field[],
  base: FieldBase,
  level: number,
  expanded: ReadonlySet<string>,
  rows: VariableRow[],
  items: 'first' | 'all',
): Generator<void, void> {
  const prefix = keyAt(base);
  for (const field of fields) {
    const row = fieldRow(field, { base, prefix }, level, expanded);
    rows.push(row);
    if (rows.length % rowsAtATime === 0) yield;
    if (!row.expanded || !field.children) continue;
    const inside = stepInto(base, field.step);
    const item = items === 'all' && base.each === undefined ? itemOf(field) : undefined;
    const plain = item ? field.children.filter((child) => child !== item) : field.children;
    yield* fieldRowsInSteps(plain, inside, level + 1, expanded, rows, items);
    if (item) itemRows(field, item, inside, level + 1, expanded, rows);
  }
}

/** First, last, each, by place, where. */
function itemRows(
  list: Field,
  item: Field,
  base: FieldBase,
  level: number,
  expanded: ReadonlySet<string>,
  rows: VariableRow[],
): void {
  const last = lastItemOf(list)!;
  fieldRows([item, { ...last, label: variablesText('list.last') }], base, level, expanded, rows, 'all');
  if (item.children && !item.types.includes('array')) {
    const each = { ...base, each: base.steps.length };
    const key = keyAt(each);
    const open = expanded.has(key);
    rows.push({
      key,
      kind: 'each',
      label: variablesText('list.each'),
      level,
      expandable: true,
      expanded: open,
    });
    if (open) fieldRows(item.children.map(eachOf), each, level + 1, expanded, rows);
  }
  rows.push(...choiceRows(list, base, level));
}

/** What asks for items of a list: one by its place, or those that fit. */
export function choiceRows(list: Field, base: FieldBase, level: number): VariableRow[] {
  return (['place', 'condition'] as const).map((by) => ({
    key: `${keyAt(base)} ${by}`,
    kind: 'choice',
    label: variablesText(`list.${by}`),
    level,
    expandable: false,
    expanded: false,
    choice: { by, path: base, list },
  }));
}

/** `prefix` is the key of the level, which is spelled once for all its fields. */
export function fieldRow(
  field: Field,
  { base, prefix }: { base: FieldBase; prefix: string },
  level: number,
  expanded: ReadonlySet<string>,
): VariableRow {
  const key = prefix + formatSteps([field.step]);
  const expandable = (field.children?.length ?? 0) > 0;
  return {
    key,
    kind: 'field',
    label: fieldLabel(field),
    level,
    expandable,
    expanded: expandable && expanded.has(key),
    field,
    reference: referenceTo(base, field.step, key),
  };
}

/** The rows of the picker: components nearest first, their ports where there are several, then constants. */
export function treeRows(
  groups: readonly VariableGroup[],
  constants: readonly Constant[],
  expanded: ReadonlySet<string>,
): VariableRow[] {
  return atOnce(treeRowsInSteps(groups, constants, expanded));
}

/** `treeRows` with rests: of ten thousand fields they take longer than a key can wait. */
export function* treeRowsInSteps(
  groups: readonly VariableGroup[],
  constants: readonly Constant[],
  expanded: ReadonlySet<string>,
): Generator<void, VariableRow[]> {
  const rows: VariableRow[] = [];
  for (const group of offeredGroups(groups)) {
    const row = componentRow(group, expanded);
    rows.push(row);
    if (!row.expanded) continue;
    for (const port of group.ports) {
      const base = { componentId: group.componentId, port: port.port, steps: [] };
      if (group.ports.length === 1) {
        yield* fieldRowsInSteps(port.fields, base, 2, expanded, rows, 'all');
        continue;
      }
      const key = formatPath(base);
      const open = expanded.has(key);
      rows.push({
        key,
        kind: 'port',
        label: port.port,
        level: 2,
        expandable: port.fields.length > 0,
        expanded: open,
        reference: { variable: key, functions: [] },
      });
      if (open) yield* fieldRowsInSteps(port.fields, base, 3, expanded, rows, 'all');
    }
  }
  if (constants.length > 0) {
    const open = expanded.has(constantsKey);
    rows.push({
      key: constantsKey,
      kind: 'constants',
      label: variablesText('picker.thisRun'),
      level: 1,
      expandable: true,
      expanded: open,
    });
    if (open) rows.push(...constants.map((constant) => constantRow(constant)));
  }
  return rows;
}

/** Without what gives nothing to refer to: ports that emit an empty message, components that have no others. */
export function offeredGroups(groups: readonly VariableGroup[]): VariableGroup[] {
  return groups.flatMap((group) => {
    const ports = group.ports.filter((port) => port.fields.length > 0 || port.open);
    return ports.length > 0 ? [{ ...group, ports }] : [];
  });
}

export function componentRow(group: VariableGroup, expanded: ReadonlySet<string>): VariableRow {
  return {
    key: group.componentId,
    kind: 'component',
    label: group.label,
    level: 1,
    expandable: group.ports.length > 1 || group.ports[0]!.fields.length > 0,
    expanded: expanded.has(group.componentId),
    componentType: group.type,
    // A component whose only port has no known fields still gives a message: that can be picked as a whole.
    ...(group.ports.length === 1 && group.ports[0]!.fields.length === 0
      ? {
          reference: {
            variable: formatPath({ componentId: group.componentId, port: group.ports[0]!.port, steps: [] }),
            functions: [],
          },
        }
      : {}),
  };
}

export function constantRow(constant: Constant): VariableRow {
  return {
    key: constant.name,
    kind: 'constant',
    label: constant.label,
    level: 2,
    expandable: false,
    expanded: false,
    reference: { functions: [{ name: constant.name }] },
    trail: constant.description,
  };
}

/** What stands open at first: the nearest component, and down to where a choice begins. */
export function openAtFirst(groups: readonly VariableGroup[]): Set<string> {
  const open = new Set<string>();
  const nearest = offeredGroups(groups).find((group) => group.ports.some((port) => port.fields.length > 0));
  if (!nearest) return open;
  open.add(nearest.componentId);
  const port = nearest.ports.find((candidate) => candidate.fields.length > 0)!;
  const base: FieldBase = { componentId: nearest.componentId, port: port.port, steps: [] };
  if (nearest.ports.length > 1) open.add(formatPath(base));
  openSingles(port.fields, base, open);
  return open;
}

/** Opens fields for as long as each is the only one of its level. */
export function openSingles(fields: readonly Field[], base: FieldBase, open: Set<string>): Set<string> {
  let { steps } = base;
  let level = fields;
  while (level.length === 1 && level[0]!.children) {
    steps = [...steps, level[0]!.step];
    open.add(formatPath({ ...base, steps }));
    level = level[0]!.children;
  }
  return open;
}
