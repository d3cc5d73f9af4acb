import type { Field } from '../../../flow/fields.ts';
import { formatSteps } from '../../../flow/path.ts';
import { stepsInWords, type VariableGroup } from '../../../flow/variables.ts';
import { fieldLabel } from '../../text/field-label.ts';
import { variablesText } from '../../text/english/variables.ts';
import { type FieldBase, keyAt, stepInto } from './field-base.ts';
import { sampleText } from './sample-text.ts';
import {
  type Constant,
  componentRow,
  constantRow,
  constantsKey,
  fieldRow,
  offeredGroups,
  type VariableRow,
} from './variable-row.ts';

type Entry = {
  name: string;
  sample: string;
  text: string;
  depth: number;
  make(): VariableRow;
};
type Section = { heading: VariableRow; entries: Entry[] };

/** Every field of a tree with the text it is found by. Made once per tree; a search only filters it. */
export type SearchIndex = Section[];

const none: ReadonlySet<string> = new Set();

export function indexVariables(
  groups: readonly VariableGroup[],
  constants: readonly Constant[],
): SearchIndex {
  const sections = offeredGroups(groups).map((group): Section => {
    const entries: Entry[] = [];
    for (const { port, fields } of group.ports) {
      collect(fields, { componentId: group.componentId, port, steps: [] }, entries);
    }
    return { heading: { ...componentRow(group, none), expandable: false, expanded: true }, entries };
  });
  sections.push({
    heading: {
      key: constantsKey,
      kind: 'constants',
      label: variablesText('picker.thisRun'),
      level: 1,
      expandable: false,
      expanded: true,
    },
    entries: constants.map((constant) => ({
      name: constant.label.toLowerCase(),
      sample: '',
      depth: 1,
      text: `${constant.label} ${constant.name} ${constant.description}`.toLowerCase(),
      make: () => constantRow(constant),
    })),
  });
  return sections;
}

/**
 * The fields in whose path or sample every word of the query occurs, under their components. In a component
 * those whose own name or sample is the word come first, then those whose name has it; shallow before deep.
 */
export function searchVariables(index: SearchIndex, query: string): VariableRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const last = words.at(-1)?.split('.').at(-1) ?? '';
  return index.flatMap(({ heading, entries }) => {
    const byRank: Entry[][] = [[], [], [], [], []];
    for (const entry of entries) {
      if (words.every((word) => entry.text.includes(word))) byRank[rankOf(entry, last)]!.push(entry);
    }
    const found = byRank.flatMap((ranked) => ranked.sort((a, b) => a.depth - b.depth));
    return found.length > 0 ? [heading, ...found.map((entry) => entry.make())] : [];
  });
}

function collect(fields: readonly Field[], base: FieldBase, entries: Entry[]): void {
  const prefix = keyAt(base);
  const trail = stepsInWords(base.steps);
  for (const field of fields) {
    const label = fieldLabel(field);
    const path = `${trail}${formatSteps([field.step])}`;
    const sample = field.children ? '' : sampleText(field).toLowerCase();
    entries.push({
      name: label.toLowerCase(),
      sample,
      depth: base.steps.length + 1,
      text: `${label} ${path}`.toLowerCase() + ` ${sample}`,
      make: () => {
        const row = fieldRow(field, { base, prefix }, 2, none);
        row.expandable = false;
        row.trail = trail;
        return row;
      },
    });
    if (field.children) collect(field.children, stepInto(base, field.step), entries);
  }
}

function rankOf({ name, sample }: Entry, word: string): number {
  if (name === word) return 0;
  if (sample === word) return 1;
  if (name.startsWith(word)) return 2;
  return name.includes(word) ? 3 : 4;
}
