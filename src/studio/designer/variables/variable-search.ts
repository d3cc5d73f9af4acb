import type { Field, PathStep } from '../../../flow/fields.ts';
import { stepsInWords, type VariableGroup } from '../../../flow/variables.ts';
import { fieldLabel } from '../../text/field-label.ts';
import { variablesText } from '../../text/english/variables.ts';
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
  trail: string;
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
      trail: constant.description,
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
    const found = entries
      .filter((entry) => words.every((word) => entry.text.includes(word)))
      .map((entry) => ({ entry, rank: rankOf(entry, last) }))
      .sort((a, b) => a.rank - b.rank || a.entry.depth - b.entry.depth)
      .map(({ entry }) => ({ ...entry.make(), trail: entry.trail }));
    return found.length > 0 ? [heading, ...found] : [];
  });
}

function collect(
  fields: readonly Field[],
  base: { componentId: string; port: string; steps: PathStep[] },
  entries: Entry[],
): void {
  for (const field of fields) {
    const steps = [...base.steps, field.step];
    const label = fieldLabel(field);
    const path = stepsInWords(steps);
    const sample = field.children ? '' : sampleText(field).toLowerCase();
    entries.push({
      name: label.toLowerCase(),
      sample,
      trail: stepsInWords(base.steps),
      depth: steps.length,
      text: `${label} ${path}`.toLowerCase() + ` ${sample}`,
      make: () => ({ ...fieldRow(field, base, 2, none), expandable: false }),
    });
    if (field.children) collect(field.children, { ...base, steps }, entries);
  }
}

function rankOf({ name, sample }: Entry, word: string): number {
  if (name === word) return 0;
  if (sample === word) return 1;
  if (name.startsWith(word)) return 2;
  return name.includes(word) ? 3 : 4;
}
