import type { FunctionCall, Reference } from '../../../../flow/descriptor.ts';
import { findModifier } from '../../../../flow/modifiers/catalogue.ts';

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

/** Sets an argument in the spelling that the call uses already: by name, else by position. */
export function withArgument(call: FunctionCall, name: string, value: unknown): FunctionCall {
  if (call.hashParams && Object.hasOwn(call.hashParams, name)) {
    return { ...call, hashParams: { ...call.hashParams, [name]: { ...call.hashParams[name], value } } };
  }
  const names = findModifier(call.name)?.arguments.map((argument) => argument.name) ?? [];
  const index = names.indexOf(name);
  if (index < 0) return call;
  const params = names.map((_, position) => call.params?.[position] ?? { value: undefined });
  params[index] = { ...params[index], value };
  return { ...call, params: params.slice(0, Math.max(index + 1, call.params?.length ?? 0)) };
}

/** The list with one item moved. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
