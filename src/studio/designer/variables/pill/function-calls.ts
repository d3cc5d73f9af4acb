import type { FunctionCall, Reference } from '../../../../flow/descriptor.ts';
import { without } from '../../../../flow/record.ts';
import { findModifier } from '../../../modifiers.ts';

/**
 * The modifiers applied to a variable. Of a reference without one the first function makes the value: it is no
 * modifier here.
 */
export function modifiersOf(reference: Reference): FunctionCall[] {
  const calls = reference.functions ?? [];
  return reference.variable === undefined ? calls.slice(1) : calls;
}

export function withModifiers(reference: Reference, calls: FunctionCall[]): Reference {
  const maker = reference.variable === undefined ? (reference.functions ?? []).slice(0, 1) : [];
  return { ...reference, functions: [...maker, ...calls] };
}

/** The value of an argument, however the document spells it. */
export function argumentOf(call: FunctionCall, name: string): unknown {
  const named = call.hashParams;
  if (named && Object.hasOwn(named, name)) return named[name]?.value;
  const index = findModifier(call.name)?.arguments.findIndex((argument) => argument.name === name) ?? -1;
  return index < 0 ? undefined : call.params?.[index]?.value;
}

/**
 * Sets an argument in the spelling that the call uses already; a new one by position, or by name where the modifier
 * says so.
 */
export function withArgument(call: FunctionCall, name: string, value: unknown): FunctionCall {
  const all = findModifier(call.name)?.arguments ?? [];
  const index = all.findIndex((argument) => argument.name === name);
  const { hashParams = {}, params = [] } = call;
  if (Object.hasOwn(hashParams, name) || (all[index]?.isHash && params.length <= index)) {
    const changed =
      value === undefined
        ? without(hashParams, name)
        : { ...hashParams, [name]: { ...hashParams[name], value } };
    return { ...call, hashParams: changed };
  }
  if (index < 0) return call;
  const next = all.map((_, position) => params[position] ?? { value: undefined });
  next[index] = { ...next[index], value };
  return { ...call, params: next.slice(0, Math.max(index + 1, params.length)) };
}

/** Lets the value pass when the modifier fails, or not. */
export function withKeeping(call: FunctionCall, keeps: boolean): FunctionCall {
  const { onError: _, ...strict } = call;
  return keeps ? { ...strict, onError: 'keep' } : strict;
}

/** The list with one item moved. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
