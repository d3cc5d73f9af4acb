import { indexOf } from '../field-at.ts';
import type { Field, PathStep } from '../fields.ts';
import { fieldEntries, type FieldEntry, hasField, walkFields } from './field-entries.ts';
import { areOpposite } from './opposites.ts';
import { type Likeness, likenessOf, plainName, weights } from './likeness.ts';

/** A field that may be what a lost one has become, and what speaks for it most. */
export type FieldCandidate = {
  steps: PathStep[];
  field: Field;
  why: Likeness;
  score: number;
  /** Something tells that it is the one: place alone, with a value that many fields have, does not. */
  sure: boolean;
};

/** Fields looked through for one that is lost. */
const mostFields = 5000;

/** Two trees of fields, to ask what has become of a path of the first one. */
export type FieldComparison = {
  /** Best first. Steps into a list are those of the path asked for. */
  candidatesFor: (steps: readonly PathStep[]) => FieldCandidate[];
};

/** Is the first of these, best first, good enough to be taken unasked? */
export function clearCandidate<Candidate extends { score: number; sure: boolean }>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  const [best, second] = candidates;
  if (!best || !best.sure || best.score < weights.clear) return undefined;
  return second && best.score - second.score < weights.lead ? undefined : best;
}

export function compareFields(before: readonly Field[], after: readonly Field[]): FieldComparison {
  const known = new Map<string, FieldCandidate[]>();
  const aligned = new Map<string, Map<PathStep, PathStep>>();
  let offered: Offered[] | undefined;
  let isSingle: ((value: unknown) => boolean) | undefined;

  /** Where the value at a place of the first tree stands in the second one, if that is clear. */
  const counterpart = (steps: PathStep[]): PathStep[] | undefined => {
    const last = steps.at(-1);
    if (last === undefined) return [];
    const parent = counterpart(steps.slice(0, -1));
    const stayed = parent && [...parent, last];
    return stayed && hasField(after, stayed) ? stayed : clearCandidate(ranked(steps))?.steps;
  };

  /** Of the fields that a parent has lost and of those it has got: which stands in whose place. */
  const places = (parent: PathStep[], newParent: PathStep[]): Map<PathStep, PathStep> => {
    const key = keyOf(parent);
    let found = aligned.get(key);
    if (!found) {
      const ours = childrenAt(before, parent);
      const theirs = childrenAt(after, newParent);
      const [names, newNames] = [new Set(ours), new Set(theirs)];
      const gone = ours.filter((step) => !newNames.has(step));
      const come = theirs.filter((step) => !names.has(step));
      found = new Map(gone.length === come.length ? gone.map((step, at) => [step, come[at]!]) : []);
      aligned.set(key, found);
    }
    return found;
  };

  /** `steps` are those of the tree. */
  const ranked = (steps: PathStep[]): FieldCandidate[] => {
    const key = keyOf(steps);
    const made = known.get(key);
    if (made) return made;
    // Whoever asks for this very place meanwhile finds nothing instead of asking for ever.
    known.set(key, []);
    const field = walkFields(before, steps).fields.at(-1);
    const candidates = field ? rankAgainst(steps, field) : [];
    known.set(key, candidates);
    return candidates;
  };

  const rankAgainst = (steps: PathStep[], field: Field): FieldCandidate[] => {
    const parent = steps.slice(0, -1);
    const newParent = counterpart(parent);
    const last = steps.at(-1)!;
    const heir = newParent && places(parent, newParent).get(last);
    const stays = newParent && keyOf(newParent) === keyOf(parent);
    const placeOf = (to: PathStep[]): number => {
      if (!newParent || to.length !== newParent.length + 1 || !startsWith(to, newParent)) return 0;
      // The items of a list have no name that could tell.
      const isHeir = heir === undefined ? typeof last === 'number' && to.at(-1) === last : to.at(-1) === heir;
      return (stays ? weights.parent : weights.movedParent) + (isHeir ? weights.position : 0);
    };
    const own = { field, plain: plainName(last), key: keyOf(steps), lists: listsIn(steps) };
    offered ??= offeredFields(before, after);
    const single = (isSingle ??= singleValues(before, after));
    return offered
      .flatMap((other): FieldCandidate[] => {
        const { type, ...alike } = likenessOf(own, other, single);
        const parts = { ...alike, place: placeOf(other.steps) };
        const told = parts.value + parts.name + parts.shape + parts.place;
        if (told === 0) return [];
        const lists = Math.abs(other.lists - own.lists) * weights.list;
        const standing = other.key === own.key ? weights.samePath : other.kept ? weights.kept : 0;
        const isOpposite = areOpposite(last, other.steps.at(-1)!);
        const score = told + type + lists + standing + (isOpposite ? weights.opposite : 0);
        if (score < weights.least) return [];
        const isContainer = (field.children ?? []).length > 0;
        const sure = !isOpposite && (isContainer || parts.value >= weights.value || parts.name > 0);
        return [{ steps: other.steps, field: other.field, score, why: most(parts), sure }];
      })
      .sort((a, b) => b.score - a.score);
  };

  return {
    candidatesFor(steps) {
      const walked = walkFields(before, steps);
      if (walked.steps.length === 0) return [];
      // Below what is known of a value every path is good: it goes along with the value.
      const whole = ranked(walked.steps);
      // What is known of a list is known of its first item: outside of a list that tells nothing of the others.
      const isOther = steps.some((step) => (indexOf(step) ?? 0) !== 0);
      const lists = listsIn(walked.steps);
      return whole.map((candidate) => ({
        ...candidate,
        sure: candidate.sure && !(isOther && listsIn(candidate.steps) !== lists),
        steps: [...withItemsOf(candidate.steps, steps), ...walked.rest],
      }));
    },
  };
}

type Offered = FieldEntry & { plain: string; key: string; lists: number; kept: boolean };

/** The fields there are now; `kept` are those that were there before. */
function offeredFields(before: readonly Field[], after: readonly Field[]): Offered[] {
  const keys = new Set(fieldEntries(before, mostFields).map(({ steps }) => keyOf(steps)));
  return fieldEntries(after, mostFields).map((entry) => {
    const key = keyOf(entry.steps);
    const plain = plainName(entry.steps.at(-1)!);
    return { ...entry, plain, key, lists: listsIn(entry.steps), kept: keys.has(key) };
  });
}

/** Is a value held by one field alone, in the one tree and in the other? */
function singleValues(...trees: (readonly Field[])[]): (value: unknown) => boolean {
  const counts = trees.map((fields) => {
    const byValue = new Map<unknown, number>();
    for (const { field } of fieldEntries(fields, mostFields)) {
      if (field.sample !== undefined) byValue.set(field.sample, (byValue.get(field.sample) ?? 0) + 1);
    }
    return byValue;
  });
  return (value) => counts.every((byValue) => (byValue.get(value) ?? 0) <= 1);
}

function most(parts: Record<Likeness, number>): Likeness {
  const kinds = ['value', 'name', 'shape', 'place'] as const;
  return kinds.reduce((best, kind) => (parts[kind] > parts[best] ? kind : best));
}

function keyOf(steps: PathStep[]): string {
  return JSON.stringify(steps);
}

function childrenAt(fields: readonly Field[], steps: PathStep[]): PathStep[] {
  const children = steps.length === 0 ? fields : walkFields(fields, steps).fields.at(-1)?.children;
  return (children ?? []).map(({ step }) => step);
}

function startsWith(steps: PathStep[], start: PathStep[]): boolean {
  return start.every((step, at) => steps[at] === step);
}

function listsIn(steps: readonly PathStep[]): number {
  return steps.filter((step) => typeof step === 'number').length;
}

/** `lines[0].sku` for what was asked for as `items[2].code`: `lines[2].sku`. */
function withItemsOf(steps: PathStep[], asked: readonly PathStep[]): PathStep[] {
  const items = asked.filter((step) => typeof step === 'number');
  if (items.length !== listsIn(steps)) return steps;
  let at = 0;
  return steps.map((step) => (typeof step === 'number' ? items[at++]! : step));
}
