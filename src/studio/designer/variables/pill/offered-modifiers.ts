import type { Modifier, ValueKind } from '../../../../flow/modifiers/modifier.ts';
import { readDate } from '../../../../flow/modifiers/time/read-date.ts';
import { allModifiers, modifierCategory } from '../../../modifiers.ts';

/** A run of modifiers under one heading. */
export type OfferedGroup = { key: string; category: string; modifiers: Modifier[] };

export type Offer = {
  /** Made for the kind of value at hand. */
  fitting: OfferedGroup[];
  others: OfferedGroup[];
};

/** What a value is for modifiers; a text that tells a date is both. */
export function kindsOf(value: unknown): ValueKind[] {
  if (Array.isArray(value)) return ['list'];
  switch (typeof value) {
    case 'string':
      return readDate(value, 'UTC') ? ['date', 'text'] : ['text'];
    case 'number':
      return ['number'];
    case 'boolean':
      return ['boolean'];
    case 'object':
      return value === null ? [] : ['object'];
    default:
      return [];
  }
}

/**
 * The modifiers that fit the search, those made for the value first. Every word of the search must be found in name,
 * label, description or group; labels that begin with it come first.
 */
export function offeredModifiers(value: unknown, search: string): Offer {
  const kinds = kindsOf(value);
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = allModifiers()
    .filter((modifier) => modifier.takesValue && matches(modifier, words))
    .map((modifier, index) => ({ modifier, index, rank: rankOf(modifier, words) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        modifierCategory(a.modifier.category).index - modifierCategory(b.modifier.category).index ||
        a.index - b.index,
    )
    .map(({ modifier }) => modifier);
  const fits = (modifier: Modifier) => modifier.accepts.some((kind) => kinds.includes(kind));
  return {
    fitting: grouped(found.filter(fits)),
    others: grouped(found.filter((modifier) => !fits(modifier))),
  };
}

function matches(modifier: Modifier, words: string[]): boolean {
  const { label, name, description, category } = modifier;
  const all = `${label} ${name} ${description} ${modifierCategory(category).label}`.toLowerCase();
  return words.every((word) => all.includes(word));
}

/** 0: its label or name begins so; 1: they contain it; 2: it is found elsewhere. */
function rankOf({ label, name }: Modifier, words: string[]): number {
  if (words.length === 0) return 0;
  const search = words.join(' ');
  const names = [label.toLowerCase(), name.toLowerCase(), name.toLowerCase().replace(/^g_/, '')];
  if (names.some((one) => one.startsWith(search))) return 0;
  return names.some((one) => one.includes(search)) ? 1 : 2;
}

function grouped(modifiers: Modifier[]): OfferedGroup[] {
  const groups: OfferedGroup[] = [];
  for (const modifier of modifiers) {
    const last = groups.at(-1);
    if (last?.category === modifier.category) last.modifiers.push(modifier);
    else groups.push({ key: `${groups.length}`, category: modifier.category, modifiers: [modifier] });
  }
  return groups;
}
