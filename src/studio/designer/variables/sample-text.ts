import type { Field, FieldType } from '../../../flow/fields.ts';
import { variablesText } from '../../text/english/variables.ts';
import { currentLanguage } from '../../text/language.ts';

const longest = 80;

/** One short line that shows a sample beside its name; empty when there is nothing to show. */
export function sampleText(
  field: Pick<Field, 'sample' | 'whole' | 'items' | 'children'> & Partial<Pick<Field, 'types'>>,
): string {
  const { sample, whole, items = Array.isArray(whole) ? whole.length : undefined } = field;
  if (sample === undefined && items !== undefined) return counted('items', items);
  if (sample === undefined && field.types?.includes('array')) return variablesText('sample.list');
  if (sample === undefined) return field.children ? counted('fields', field.children.length) : '';
  if (sample === null) return 'null';
  if (Array.isArray(sample)) return counted('items', sample.length);
  if (typeof sample === 'object') return counted('fields', Object.keys(sample).length);
  const text = (typeof sample === 'string' ? sample : JSON.stringify(sample)).replaceAll(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The kinds of value in words, e.g. "text or number, not in every item". */
export function typeText(field: Pick<Field, 'types' | 'format' | 'optional'>): string {
  const type = field.format ? variablesText(`type.${field.format}`) : anyOf(field.types);
  return field.optional ? variablesText('type.optional', { type }) : type;
}

function anyOf(types: readonly FieldType[]): string {
  const names = types.map((one) => variablesText(`type.${one}`));
  // Ten thousand fields are of one type each.
  if (names.length === 1) return names[0]!;
  return new Intl.ListFormat(currentLanguage(), { type: 'disjunction' }).format(names);
}

function counted(what: 'fields' | 'items', count: number): string {
  return variablesText(`sample.${what}`, { count, number: count.toLocaleString(currentLanguage()) });
}
