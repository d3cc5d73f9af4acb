import type { FunctionCall } from '../descriptor.ts';
import type { Field, FieldType } from '../fields.ts';
import { message, type Message } from '../messages/message.ts';
import { findModifier } from './catalogue.ts';
import { type ChainPlace, followChain } from './chain.ts';
import { refuses } from './refusal.ts';

/** A modifier of a chain that would fail on all that is known of what it is given. */
export type Refusal = { call: FunctionCall; given: Field };

/** Would this call make its step fail? One that lets a value pass when it fails does no harm. */
export function refusesGiven(call: FunctionCall, given: Field): boolean {
  const modifier = findModifier(call.name);
  return modifier !== undefined && call.onError !== 'keep' && refuses(modifier, given);
}

/**
 * The first modifier of a chain that cannot work on what it is given: on a place of the variable's value, as far as the
 * chain can be followed, else on what the modifier before it always makes. `fieldAt` is asked what is known of a place.
 */
export function refusalIn(
  functions: readonly FunctionCall[],
  fieldAt: (place: ChainPlace) => Field | undefined,
): Refusal | undefined {
  for (const [index, { call, given: place }] of followChain(functions).stages.entries()) {
    const given = place ? fieldAt(place) : madeBy(functions[index - 1]);
    if (given && refusesGiven(call, given)) return { call, given };
  }
  return undefined;
}

/** What is known of a place in the value `field`: of a list that a chain has made, that it is one. */
export function fieldOfPlace({ lists }: ChainPlace, field: Field | undefined): Field | undefined {
  if (!field || lists === 0) return field;
  return { step: field.step, label: field.label, types: ['array'] };
}

function madeBy(call: FunctionCall | undefined): Field | undefined {
  const modifier = call && findModifier(call.name);
  // What lets a value pass may give that as well.
  if (!modifier || modifier.returns === 'any' || call.onError === 'keep') return undefined;
  return { step: modifier.name, label: modifier.label, types: [modifier.returns] };
}

/** e.g. “Sum” cannot work on a text. */
export function refusalMessage({ call: { name }, given }: Refusal): Message {
  const told = given.types.find((type) => type !== 'null') ?? 'null';
  const called = { name, label: findModifier(name)?.label ?? name };
  return message('modifier.refuses', {
    modifier: message('modifier.called', called),
    kind: message(`kind.${kinds[told]}`),
  });
}

const kinds = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  null: 'null',
  unknown: 'nothing',
} as const satisfies Record<FieldType, string>;
