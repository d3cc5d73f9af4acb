import { childrenInSteps, nameOfStep } from '../../../flow/example.ts';
import type { Field, PathStep } from '../../../flow/fields.ts';
import { formatSteps } from '../../../flow/path.ts';
import type { VariableGroup } from '../../../flow/variables.ts';
import { fieldLabel } from '../../text/field-label.ts';
import { say } from '../../text/say.ts';
import { variablesText } from '../../text/english/variables.ts';
import { type FieldBase, keyAt, stepInto } from './field-base.ts';
import { matchRow, type PlaceInList } from './list-offers.ts';
import { itemOf, sampledAt, valueAt } from './list-parts.ts';
import {
  type Constant,
  componentRow,
  constantRow,
  constantsKey,
  offeredGroups,
  type VariableRow,
} from './variable-row.ts';

/** One field or constant with what it is found by, all in lower case. */
export type SearchEntry = {
  name: string;
  /** Name and path; the path of what stands in a list also without its places. */
  text: string;
  /** The value of the example. */
  sample: string;
  depth: number;
  /** In a further item of a list: as its name says no more than the first item's, it is found by value or place. */
  further: boolean;
  /** The innermost list that the field stands in, or is. */
  list?: PlaceInList;
  /** Made once. */
  row: () => VariableRow;
};
export type SearchSection = { heading: VariableRow; label: string; entries: SearchEntry[] };

/** Every field of a tree with the text it is found by. Made once per tree; a search only filters it. */
export type SearchIndex = SearchSection[];

/** Of a list of thousands the first items are enough to find what its items are like. */
const mostItems = 100;
/** Lists in lists multiply: fields in further items, all lists together. */
const mostFurther = 20_000;
/** Characters of one value, and of all values together, that are searched; of what is beyond these, its beginning. */
const longestValue = 10_000;
const mostCharacters = 4_000_000;
const beginning = 80;
/** Fields read between two rests. */
const fieldsAtATime = 250;

const none: ReadonlySet<string> = new Set();

/** The fields of one object or list. `plain` is the trail without places in lists. */
type Level = {
  base: FieldBase;
  prefix: string;
  trail: string;
  plain: string;
  further: boolean;
  list?: Omit<PlaceInList, 'inner'>;
};
/** A field to be read. In a further item it has a value of its own; `step` is that item's. */
type Node = { field: Field; level: Level; value?: unknown; step?: PathStep };
type Left = { characters: number; further: number };

/** Reads all fields, with rests. */
export function* indexInSteps(
  groups: readonly VariableGroup[],
  constants: readonly Constant[],
): Generator<void, SearchIndex> {
  const left: Left = { characters: mostCharacters, further: mostFurther };
  const sections: SearchIndex = [];
  for (const group of offeredGroups(groups)) {
    const entries: SearchEntry[] = [];
    for (const { port, fields } of group.ports) {
      const base = { componentId: group.componentId, port, steps: [] };
      const level = { base, prefix: keyAt(base), trail: '', plain: '', further: false };
      yield* collect(fields, level, entries, left);
    }
    const heading = { ...componentRow(group, none), expandable: false, expanded: true };
    sections.push({ heading, label: group.label.toLowerCase(), entries });
  }
  sections.push(sectionOfConstants(constants));
  return sections;
}

function sectionOfConstants(constants: readonly Constant[]): SearchSection {
  const label = variablesText('picker.thisRun');
  return {
    heading: { key: constantsKey, kind: 'constants', label, level: 1, expandable: false, expanded: true },
    label: label.toLowerCase(),
    entries: constants.map((constant) => ({
      name: constant.label.toLowerCase(),
      sample: '',
      depth: 1,
      further: false,
      text: `${constant.label} ${constant.name} ${constant.description}`.toLowerCase(),
      row: () => constantRow(constant),
    })),
  };
}

/** Outer before inner, in the order of the tree. */
function* collect(
  fields: readonly Field[],
  level: Level,
  entries: SearchEntry[],
  left: Left,
): Generator<void, void> {
  const open: Node[] = [];
  const read = (nodes: Node[]) => {
    for (const node of nodes.toReversed()) open.push(node);
  };
  read(fields.map((field) => ({ field, level })));
  for (let node = open.pop(); node; node = open.pop()) {
    const children = yield* childrenInSteps(node.field);
    const inside = children && levelInside(node);
    entries.push(entryOf(node, inside, left));
    if (inside) read(nodesInside(node, inside, left));
    if (entries.length % fieldsAtATime === 0) yield;
  }
}

function levelInside({ field, level, value, step = field.step }: Node): Level {
  const base = stepInto(level.base, step);
  const text = formatSteps([step]);
  const inside = {
    base,
    prefix: level.prefix + text,
    trail: joined(level.trail, text),
    plain: typeof step === 'number' ? level.plain : joined(level.plain, text),
    further: level.further,
  };
  if (itemOf(field)) {
    let list = level.further ? undefined : field;
    return { ...inside, list: { base, list: () => (list ??= sampledAt(field, value)) } };
  }
  return level.list ? { ...inside, list: level.list } : inside;
}

function nodesInside({ field, level, value }: Node, inside: Level, left: Left): Node[] {
  const children = field.children ?? [];
  const nodes = level.further
    ? children.flatMap((child): Node[] => {
        const found = valueAt(value, child.step);
        return found === undefined ? [] : [{ field: child, level: inside, value: found }];
      })
    : children.map((child): Node => ({ field: child, level: inside }));
  const item = itemOf(field);
  const items = level.further ? value : field.whole;
  if (item && Array.isArray(items)) {
    const further = { ...inside, further: true };
    for (let at = 1; at < Math.min(items.length, mostItems); at += 1) {
      nodes.push({ field: item, step: at, level: further, value: items[at] });
    }
  }
  return nodes.filter((node) => !node.level.further || left.further-- > 0);
}

function entryOf(node: Node, inside: Level | undefined, left: Left): SearchEntry {
  const { field, level, value, step = field.step } = node;
  const label = node.step === undefined ? fieldLabel(field) : say(nameOfStep(step));
  const text = formatSteps([step]);
  const path = joined(level.trail, text);
  const plain = typeof step === 'number' ? level.plain : joined(level.plain, text);
  const list = inside && inside.list !== level.list ? { ...inside.list!, inner: [] } : placeIn(level, step);
  let row: VariableRow | undefined;
  return {
    name: label.toLowerCase(),
    text: `${label} ${path}${plain === path ? '' : ` ${plain}`}`.toLowerCase(),
    sample: searchedPart(level.further ? value : field.sample, left),
    depth: level.base.steps.length + 1,
    further: level.further,
    ...(list ? { list } : {}),
    row: () => {
      if (row) return row;
      const shown = level.further ? { ...sampledAt(field, value), step, label } : field;
      row = matchRow(shown, level.base, level.prefix, level.trail);
      return row;
    },
  };
}

function placeIn({ list, base }: Level, step: PathStep): PlaceInList | undefined {
  if (!list) return undefined;
  const isItem = base.steps.length === list.base.steps.length;
  return { ...list, inner: isItem ? [] : [...base.steps.slice(list.base.steps.length + 1), step] };
}

function searchedPart(value: unknown, left: Left): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const part = text.slice(0, left.characters > 0 ? longestValue : beginning);
  left.characters -= part.length;
  return part.toLowerCase();
}

/** As `stepsInWords` writes it. */
function joined(trail: string, step: string): string {
  return trail === '' && step.startsWith('.') ? step.slice(1) : trail + step;
}
