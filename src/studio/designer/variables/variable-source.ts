import type { Reference } from '../../../flow/descriptor.ts';
import { atOnce } from '../../../flow/at-once.ts';
import { fieldAt, indexOf } from '../../../flow/field-at.ts';
import type { Field, PathStep } from '../../../flow/fields.ts';
import { afterFunctions, type Given } from '../../../flow/fit.ts';
import { parsePath, resolvePath, type Scope, type VariablePath } from '../../../flow/path.ts';
import { sampleScope } from '../../../flow/sample-scope.ts';
import { fieldOfPlace, type Refusal, refusalIn } from '../../../flow/modifiers/chain-refusal.ts';
import { findModifier } from '../../modifiers.ts';
import { variablesText } from '../../text/english/variables.ts';
import { constants } from './constants.ts';
import type { PillView } from './editor/pill-view.ts';
import { sampledAt } from './list-parts.ts';
import { pickedLabel } from './picked-label.ts';
import { stepsInWords, type VariableGroup } from '../../../flow/variables.ts';
import { sampleText, typeText } from './sample-text.ts';
import { type Constant, openAtFirst, treeRows, treeRowsInSteps, type VariableRow } from './variable-row.ts';
import { indexInSteps, type SearchIndex } from './search-index.ts';

/** What can be picked at one component, and what the references there mean. */
export type VariableSource = {
  groups: VariableGroup[];
  constants: Constant[];
  /** What stands open when a picker begins; found once. */
  openAtFirst: () => ReadonlySet<string>;
  /** The rows a picker begins with, made once: of ten thousand fields that takes a moment. */
  firstRows: () => VariableRow[];
  /** Makes them with rests, for when they are asked for. */
  prepareRows: () => Generator<void, void>;
  /** Made once: at the first search, as far as it was not prepared. */
  searchIndex: () => SearchIndex;
  /** Makes it with rests, for when it is asked for. */
  prepareSearch: () => Generator<void, void>;
  describe: (reference: Reference | undefined) => ReferenceDescription;
  /** What a reference gives with its modifiers, as far as that is known. */
  given: (reference: Reference | undefined) => Given | undefined;
  /** The first of its modifiers that cannot work on what it is given. */
  refusal: (reference: Reference | undefined) => Refusal | undefined;
  /** What the examples upstream hold. */
  scope: () => Scope;
};

export type ReferenceDescription = PillView & {
  /** Where the value stands, for people: `On App Event → data.issue.title`. */
  place: string;
  field?: Field;
};

/** `groups` are the variables upstream of one component, nearest first. */
export function createVariableSource(groups: VariableGroup[]): VariableSource {
  const byComponent = new Map(groups.map((group) => [group.componentId, group]));
  const offered = constants();
  const indexing = indexInSteps(groups, offered);
  let index: SearchIndex | undefined;
  let open: ReadonlySet<string> | undefined;
  let first: VariableRow[] | undefined;
  let scope: Scope | undefined;
  const openOnes = () => (open ??= openAtFirst(groups));
  const scopeOfExamples = () => (scope ??= sampleScope(groups));
  const describe = (reference: Reference | undefined) =>
    describeReference(reference, byComponent, scopeOfExamples);
  return {
    groups,
    constants: offered,
    openAtFirst: openOnes,
    firstRows: () => (first ??= treeRows(groups, offered, openOnes())),
    *prepareRows() {
      const rows = first ?? (yield* treeRowsInSteps(groups, offered, openOnes()));
      first ??= rows;
    },
    searchIndex: () => (index ??= atOnce(indexing)),
    *prepareSearch() {
      while (!index) {
        const step = indexing.next();
        if (step.done) index = step.value;
        else yield;
      }
    },
    describe,
    given: (reference) =>
      reference && afterFunctions(describe(reference).field, reference.functions ?? [], findModifier),
    refusal: (reference) => refusalOf(reference, byComponent),
    scope: scopeOfExamples,
  };
}

function refusalOf(
  reference: Reference | undefined,
  groups: ReadonlyMap<string, VariableGroup>,
): Refusal | undefined {
  const path = reference?.variable === undefined ? undefined : parsePath(reference.variable);
  const port = path && groups.get(path.componentId)?.ports.find(({ port: name }) => name === path.port);
  if (!path || !port) return undefined;
  const tree = { fields: port.fields, open: port.open ?? false };
  return refusalIn(reference?.functions ?? [], (place) => {
    const found = fieldAt(tree, [...path.steps, ...place.steps]);
    return fieldOfPlace(place, found.found ? found.field : undefined);
  });
}

function describeReference(
  reference: Reference | undefined,
  groups: ReadonlyMap<string, VariableGroup>,
  scope: () => Scope,
): ReferenceDescription {
  if (!reference) return broken(variablesText('broken.name'), variablesText('broken.unknown'));
  const calls = reference.functions ?? [];
  const unknownCall = calls.find((call) => !findModifier(call.name));
  const described =
    reference.variable === undefined
      ? describeConstant(calls[0]?.name)
      : describeVariable(reference.variable, groups, scope);
  return {
    ...described,
    label: described.broken === undefined ? pickedLabel(described.label, calls) : described.label,
    modifiers: reference.variable === undefined ? Math.max(0, calls.length - 1) : calls.length,
    ...(described.broken === undefined && unknownCall
      ? { broken: variablesText('broken.modifier', { modifier: unknownCall.name }) }
      : {}),
  };
}

function describeConstant(name: string | undefined): ReferenceDescription {
  const modifier = name === undefined ? undefined : findModifier(name);
  if (!modifier) return broken(name ?? variablesText('broken.name'), variablesText('broken.noReference'));
  return { label: modifier.label, hint: modifier.description, place: modifier.label, modifiers: 0 };
}

function describeVariable(
  text: string,
  groups: ReadonlyMap<string, VariableGroup>,
  scope: () => Scope,
): ReferenceDescription {
  const path = parsePath(text);
  if (!path) return broken(text, variablesText('broken.noPath', { path: text }));
  const group = groups.get(path.componentId);
  const label = labelOfPath(path, group);
  if (!group) return broken(label, variablesText('broken.notBefore'));
  const { label: component } = group;
  const port = group.ports.find((candidate) => candidate.port === path.port);
  const inWords = stepsInWords(path.steps);
  const place = path.steps.length > 0 ? variablesText('pill.place', { component, path: inWords }) : component;
  if (!port) return broken(label, variablesText('broken.noOutput', { component, port: path.port }), place);
  if (path.steps.length === 0)
    return {
      label,
      hint: variablesText('pill.all', { component }),
      place,
      field: { step: path.port, label, types: ['object'] },
      modifiers: 0,
    };
  const found = fieldAt({ fields: port.fields, open: port.open ?? false }, path.steps);
  if (!found.found)
    return broken(label, variablesText('broken.noField', { component, path: inWords }), place);
  const field = path.steps.some(isLaterItem)
    ? sampledAt(found.field, resolvePath(scope(), path))
    : found.field;
  const example = sampleText(field);
  return {
    label,
    hint: example
      ? variablesText('pill.hintWithExample', { place, example })
      : variablesText('pill.hintWithType', { place, type: typeText(field) }),
    place,
    field,
    modifiers: 0,
  };
}

function broken(label: string, reason: string, place = label): ReferenceDescription {
  return { label, hint: reason, broken: reason, place, modifiers: 0 };
}

/** The path without its wrapper: where a port gives one member only (`data`), naming it tells nothing. */
function labelOfPath({ port, steps }: VariablePath, group: VariableGroup | undefined): string {
  if (steps.length === 0) return group?.label ?? port;
  const fields = group?.ports.find((candidate) => candidate.port === port)?.fields ?? [];
  const wrapped = steps.length > 1 && typeof steps[1] === 'string' && fields.length === 1;
  return shorten(stepsInWords(wrapped ? steps.slice(1) : steps));
}

/** The end of a path tells more than its beginning. */
function shorten(path: string): string {
  return path.length > 36 ? `…${path.slice(-35)}` : path;
}

/** The example of a field below a list is its first item's. */
function isLaterItem(step: PathStep): boolean {
  const index = indexOf(step);
  return index !== undefined && index !== 0;
}
