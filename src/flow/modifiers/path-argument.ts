import type { FunctionCall } from '../descriptor.ts';
import type { PathStep } from '../fields.ts';
import { formatSteps } from '../path.ts';
import { own } from '../record.ts';
import { stepsOf } from './arguments.ts';
import { findModifier } from './catalogue.ts';

/** The argument by which a modifier looks into its value, e.g. the field that "Pick Field" takes of each item. */
export type PathArgument = {
  /** Below the value; of a modifier on lists, below its first item. */
  steps: PathStep[];
  /** The same call with another path. */
  with: (steps: PathStep[]) => FunctionCall;
};

/** Names of the arguments that hold a path, of the modifiers that read at it. */
const readers = { g_get: 'path', g_jsonPath: 'query' };

/** Undefined for a modifier without such an argument, and for a query that is more than a path. */
export function pathArgumentOf(call: FunctionCall): PathArgument | undefined {
  const modifier = findModifier(call.name);
  if (!modifier) return undefined;
  const ofItem = modifier.accepts.length === 1 && modifier.accepts[0] === 'list';
  const name = own<string>(readers, modifier.name) ?? (ofItem ? 'path' : undefined);
  const index = modifier.arguments.findIndex((argument) => argument.name === name);
  if (name === undefined || index === -1) return undefined;
  const named = own(call.hashParams, name);
  const given = (named ?? call.params?.[index])?.value;
  if (typeof given !== 'string' || given.trim() === '') return undefined;
  // All items of a list have the fields of the first one.
  const all = given.includes('[*]');
  if (all && given.includes('[0]')) return undefined;
  const below = stepsOf(given.trim().replaceAll('[*]', '[0]'));
  if (!below) return undefined;
  const item: PathStep[] = ofItem ? [0] : [];
  return {
    steps: [...item, ...below],
    with(steps) {
      const written = formatSteps(steps.slice(item.length));
      const relative = all ? written.replaceAll('[0]', '[*]') : written;
      const value = given.trim().startsWith('$') ? `$${relative}` : relative.replace(/^\./, '');
      if (named) return { ...call, hashParams: { ...call.hashParams, [name]: { ...named, value } } };
      const params = (call.params ?? []).map((param, at) => (at === index ? { ...param, value } : param));
      return { ...call, params };
    },
  };
}
