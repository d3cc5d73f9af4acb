import type { Field } from '../../../flow/fields.ts';

/** Nobody scrolls further; a search finds all of them. */
export const mostShown = 10_000;

/** Characters of an example text that are enough to show it. */
const longestSample = 200;

/** Fields as a tree shows them, outer ones first when there are too many: without the values that they stand for. */
export function shownFields(fields: readonly Field[], most = mostShown): Field[] {
  const shown: Field[] = [];
  const levels = [{ from: fields, to: shown }];
  let left = most;
  // The iteration of a list also visits what is added meanwhile.
  for (const { from, to } of levels) {
    for (const field of from.slice(0, left)) {
      const below: Field[] = [];
      if (field.children) levels.push({ from: field.children, to: below });
      to.push({ ...plain(field), ...(field.children ? { children: below } : {}) });
    }
    left -= to.length;
  }
  return shown;
}

export function countFields(fields: readonly Field[]): number {
  return fields.reduce((count, field) => count + 1 + countFields(field.children ?? []), 0);
}

function plain({ step, label, types, format, sample, whole, optional }: Field): Field {
  return {
    step,
    label,
    types,
    ...(format ? { format } : {}),
    ...(sample === undefined
      ? {}
      : { sample: typeof sample === 'string' ? sample.slice(0, longestSample) : sample }),
    ...(Array.isArray(whole) ? { items: whole.length } : {}),
    ...(optional ? { optional } : {}),
  };
}
