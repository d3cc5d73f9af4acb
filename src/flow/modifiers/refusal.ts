import type { Field, FieldType } from '../fields.ts';
import type { Modifier } from './modifier.ts';
import { numberInText } from './values.ts';

/**
 * Would a modifier fail on every value that is known of a field? Those that read whatever there is, and those of which it
 * depends on the value, refuse nothing.
 */
export function refuses({ accepts }: Pick<Modifier, 'accepts'>, { types, sample }: Field): boolean {
  const told = types.filter((type) => type !== 'null');
  if (told.length === 0 || accepts.length === 0) return false;
  return told.every((type) => type !== 'unknown' && !worksOn(accepts, type, sample));
}

function worksOn(accepts: Modifier['accepts'], type: FieldType, sample: unknown): boolean {
  const [first] = accepts;
  if (type === 'array' || type === 'object') return accepts.includes(type === 'array' ? 'list' : 'object');
  if (accepts.includes('list') || accepts.includes('object')) {
    // What looks into a list or an object finds nothing in another value; of one kind alone it needs that.
    return accepts.includes('text') ? type === 'string' : accepts.length > 1;
  }
  if (accepts.length > 1 || first !== 'number') return true;
  if (type === 'string') return typeof sample !== 'string' || numberInText(sample) !== undefined;
  return type === 'number';
}
