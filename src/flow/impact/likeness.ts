import type { Field, PathStep } from '../fields.ts';
import { sameValue } from '../same-value.ts';

/** Why a field may be what another one has become. */
export type Likeness = 'value' | 'name' | 'shape' | 'place';

/** How much each likeness counts. A field is proposed by itself from `clear` on, when it leads by `lead`. */
export const weights = {
  value: 45,
  commonValue: 8,
  name: 30,
  commonName: 18,
  alikeName: 22,
  alikeCommonName: 14,
  shape: 30,
  form: 10,
  movedParent: 20,
  parent: 8,
  position: 15,
  samePath: 10,
  type: 5,
  otherType: -30,
  opposite: -40,
  kept: -20,
  list: -15,
  least: 15,
  clear: 35,
  lead: 10,
} as const;

/** Names that stand in many objects tell little. */
const commonNames = new Set([
  'id',
  'name',
  'type',
  'value',
  'key',
  'status',
  'title',
  'date',
  'data',
  'code',
]);
const shortestTelling = 3;
const leastTelling = 100;

/** How alike two fields are by themselves, wherever they stand. `plain` are their names by `plainName`. */
export function likenessOf(
  before: { field: Field; plain: string },
  after: { field: Field; plain: string },
  /** Is a value in each of the trees but once? */
  isSingle: (value: unknown) => boolean,
): Record<'value' | 'name' | 'shape' | 'type', number> {
  return {
    value: valueLikeness(before.field, after.field, isSingle),
    name: nameLikeness(before, after),
    shape: shapeLikeness(before.field, after.field),
    type: typeLikeness(before.field, after.field),
  };
}

function valueLikeness(before: Field, after: Field, isSingle: (value: unknown) => boolean): number {
  if (!('sample' in before) || !('sample' in after) || !sameValue(before.sample, after.sample)) return 0;
  return isTelling(before.sample) && isSingle(before.sample) ? weights.value : weights.commonValue;
}

/** Would two fields hold it by chance? */
function isTelling(value: unknown): boolean {
  if (typeof value === 'string')
    return value.length >= shortestTelling && !/^(true|false|null)$/i.test(value);
  return typeof value === 'number' && (!Number.isInteger(value) || Math.abs(value) >= leastTelling);
}

function nameLikeness(
  before: { field: Field; plain: string },
  after: { field: Field; plain: string },
): number {
  if (before.plain !== after.plain || isItem(before.field) || isItem(after.field)) return 0;
  const common = commonNames.has(before.plain);
  if (before.field.step === after.field.step) return common ? weights.commonName : weights.name;
  return common ? weights.alikeCommonName : weights.alikeName;
}

const isItem = ({ step }: Field) => typeof step === 'number';

/** `firstName`, `first_name` and `First Name` are one; the items of a list have no name. */
export function plainName(step: PathStep): string {
  if (typeof step === 'number') return '';
  // A name of signs alone is told by them.
  return step.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase() || step;
}

/** Children by the same names, or as many of the same types; a list is as alike as its items. */
function shapeLikeness(before: Field, after: Field): number {
  const [ours, theirs] = [before.children ?? [], after.children ?? []];
  if (ours.length === 0 || theirs.length === 0) return 0;
  const names = new Set(theirs.map(({ step }) => step));
  const shared = ours.filter(({ step }) => typeof step === 'string' && names.has(step)).length;
  const [item, otherItem] = [ours, theirs].map((all) => all.find(({ step }) => typeof step === 'number'));
  const alike = ours.length === theirs.length && ours.every((one, at) => typeLikeness(one, theirs[at]!) > 0);
  return Math.max(
    (weights.shape * shared) / (ours.length + theirs.length - shared),
    item && otherItem ? shapeLikeness(item, otherItem) : 0,
    alike ? weights.form : 0,
  );
}

function typeLikeness(before: Field, after: Field): number {
  if (before.types.some((type) => after.types.includes(type))) return weights.type;
  const told = [before, after].every(({ types }) =>
    types.some((type) => type !== 'unknown' && type !== 'null'),
  );
  return told ? weights.otherType : 0;
}
