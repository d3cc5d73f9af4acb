import type { FieldType } from '../fields.ts';
import type { InspectorInput } from '../manifest.ts';

/** What inputs can work with besides texts, which may hold anything; other inputs show whatever they get. */
const taken: Record<string, readonly FieldType[]> = {
  number: ['number', 'string'],
  toggle: ['boolean', 'string', 'number'],
  'date-time': ['string', 'number'],
};

const untold = new Set<FieldType>(['unknown', 'null']);

/** Can the input do something with a value of one of these types? Where nothing is known of a value, it can. */
export function takes(input: InspectorInput | undefined, types: readonly FieldType[]): boolean {
  const wanted = input?.type === undefined ? undefined : taken[input.type];
  if (!wanted) return true;
  const told = types.filter((type) => !untold.has(type));
  return told.length === 0 || told.some((type) => wanted.includes(type));
}
