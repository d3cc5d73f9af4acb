import type { Field, PathStep } from '../../../flow/fields.ts';
import { formatSteps } from '../../../flow/path.ts';
import { stepsInWords } from '../../../flow/variables.ts';
import { variablesText } from '../../text/english/variables.ts';
import { type FieldBase, keyAt } from './field-base.ts';
import { eachOf, itemOf, lastItemOf } from './list-parts.ts';
import { choiceRows, fieldRow, type VariableRow } from './variable-row.ts';

/** A list, and a field of its items; without steps the item itself. */
export type PlaceInList = { base: FieldBase; list: () => Field; inner: PathStep[] };

const none: ReadonlySet<string> = new Set();

/** A row among the matches of a search: it stands for itself, and says where it is. */
export function matchRow(field: Field, base: FieldBase, prefix: string, trail: string): VariableRow {
  const row = fieldRow(field, { base, prefix }, 2, none);
  row.expandable = false;
  row.trail = trail;
  return row;
}

/** What a list offers of a field, as its tree does: that of the first item, of the last and of each. */
export function rowsOfItems({ base, list, inner }: PlaceInList): VariableRow[] {
  const whole = list();
  const item = itemOf(whole);
  const last = lastItemOf(whole);
  if (!item || !last) return [];
  const words = stepsInWords(base.steps);
  const named = { ...last, label: variablesText('list.last') };
  if (inner.length === 0) return [item, named].map((one) => matchRow(one, base, keyAt(base), words));

  const outer = inner.slice(0, -1);
  const rowIn = (from: Field, steps: PathStep[], name: string, each?: number) => {
    const field = fieldBelow(from, inner);
    if (!field) return [];
    const at = {
      ...base,
      steps: [...base.steps, ...steps, ...outer],
      ...(each === undefined ? {} : { each }),
    };
    const trail = `${words}[${name}]${formatSteps(outer)}`;
    return [matchRow(each === undefined ? field : eachOf(field), at, keyAt(at), trail)];
  };
  return [
    ...rowIn(item, [0], '0'),
    ...rowIn(last, [-1], named.label),
    ...(item.types.includes('array') ? [] : rowIn(item, [], variablesText('list.each'), base.steps.length)),
  ];
}

/** What asks for one item of the list, or for those that fit. */
export function rowsThatAsk({ base, list }: PlaceInList): VariableRow[] {
  const trail = stepsInWords(base.steps);
  return choiceRows(list(), base, 2).map((row) => ({ ...row, trail }));
}

function fieldBelow(field: Field, steps: readonly PathStep[]): Field | undefined {
  let found: Field | undefined = field;
  for (const step of steps) found = found?.children?.find((child) => child.step === step);
  return found;
}
