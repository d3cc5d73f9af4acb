import type { Field, FieldType } from '../../../flow/fields.ts';

const longest = 80;

/** One short line that shows a sample beside its name; empty when there is nothing to show. */
export function sampleText(
  field: Pick<Field, 'sample' | 'children'> & Partial<Pick<Field, 'types'>>,
): string {
  const { sample } = field;
  if (sample === undefined && field.types?.includes('array')) return 'list';
  if (sample === undefined) return field.children ? counted(field.children.length, 'field') : '';
  if (sample === null) return 'null';
  if (Array.isArray(sample)) return counted(sample.length, 'item');
  if (typeof sample === 'object') return counted(Object.keys(sample).length, 'field');
  const text = (typeof sample === 'string' ? sample : JSON.stringify(sample)).replaceAll(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const typeWords: Record<FieldType, string> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  array: 'list',
  null: 'null',
  unknown: 'unknown',
};

const formatWords: Record<NonNullable<Field['format']>, string> = {
  'date-time': 'date and time',
  email: 'e-mail address',
  url: 'URL',
};

/** The kinds of value in words, e.g. "text or number, not in every item". */
export function typeText(field: Pick<Field, 'types' | 'format' | 'optional'>): string {
  const words = field.format
    ? formatWords[field.format]
    : field.types.map((type) => typeWords[type]).join(' or ');
  return field.optional ? `${words}, not in every item` : words;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
