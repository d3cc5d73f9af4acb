import type { FunctionCall } from '../descriptor.ts';
import { indexOf } from '../field-at.ts';
import type { PathStep } from '../fields.ts';
import { type PathArgument, pathArgumentOf } from './path-argument.ts';

/**
 * Where a value that a chain of modifiers has made stands in the variable's own: at `steps`; with `lists`, it is a list
 * (of lists …) of what stands there. One item of a list stands for all.
 */
export type ChainPlace = { steps: PathStep[]; lists: number };

/** One modifier of a chain. */
export type ChainStage = {
  call: FunctionCall;
  /** What it works on; undefined where nobody can tell. */
  given: ChainPlace | undefined;
  /** What it looks at by a path. */
  argument?: { path: PathArgument; place: ChainPlace };
};

/** A chain of modifiers, followed as far as what each of them gives stands in the variable's value. */
export type Chain = { stages: ChainStage[]; result: ChainPlace | undefined };

/** They give some of the items or keys they are given, or all of them in another order. */
const keep = new Set([
  'g_filter',
  'g_sort',
  'g_unique',
  'g_slice',
  'g_reverse',
  'g_shuffle',
  'g_compact',
  'g_without',
  'g_intersection',
  'g_difference',
  'g_removeEmpty',
]);

const pickItem = new Set(['g_first', 'g_last', 'g_item', 'g_find', 'g_randomItem', 'g_minItem', 'g_maxItem']);

export function followChain(functions: readonly FunctionCall[]): Chain {
  let place: ChainPlace | undefined = { steps: [], lists: 0 };
  const stages = functions.map((call): ChainStage => {
    const given = place;
    const path = given && pathArgumentOf(call);
    const at = path && placeBelow(given, path.steps);
    place = given && resultOf(call, given, at);
    return { call, given, ...(path && at ? { argument: { path, place: at } } : {}) };
  });
  return { stages, result: place };
}

/**
 * What a variable with these modifiers takes of its value: whatever they look at, and what they give in the end. Without a
 * modifier the value itself.
 */
export function placesTaken(functions: readonly FunctionCall[]): PathStep[][] {
  const { stages, result } = followChain(functions);
  const looked = stages.flatMap(({ argument }) => (argument ? [argument.place.steps] : []));
  // What goes into a modifier that nobody can follow is used as it is.
  const last = result ?? stages.findLast(({ given }) => given)?.given;
  const taken = last ? [...looked, last.steps] : looked;
  return [...new Map(taken.map((steps) => [JSON.stringify(steps), steps])).values()];
}

/** Below a list that was made, the first steps choose among its items. */
export function placeBelow(place: ChainPlace, below: readonly PathStep[]): ChainPlace | undefined {
  const items = below.slice(0, place.lists);
  if (items.some((step) => indexOf(step) === undefined)) return undefined;
  return {
    steps: [...place.steps, ...below.slice(place.lists)],
    lists: place.lists - items.length,
  };
}

function resultOf(
  { name, params = [] }: FunctionCall,
  given: ChainPlace,
  looked: ChainPlace | undefined,
): ChainPlace | undefined {
  if (keep.has(name)) return given;
  if (pickItem.has(name)) return placeBelow(given, [0]);
  if (!looked) return undefined;
  if (name === 'g_map') return { ...looked, lists: looked.lists + 1 };
  if (name === 'g_get') return looked;
  if (name !== 'g_jsonPath') return undefined;
  // Matches of all items stand in one list, however deep they were found.
  const query = params[0]?.value;
  const isList = typeof query !== 'string' || query.includes('[*]');
  return isList ? { ...looked, lists: looked.lists + 1 } : looked;
}
