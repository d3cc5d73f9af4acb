import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { textOf } from './values.ts';

const text = modifiersOn({ category: 'text', accepts: ['text', 'number', 'boolean'], read: textOf });

/** Capital and small letters, and the ways names are written. */
export const textCaseModifiers: Modifier[] = [
  text('g_uppercase', {
    label: 'Upper Case',
    description: 'A text in capital letters.',
    returns: 'string',
    example: ['Prague', 'PRAGUE'],
    apply: (value) => value.toUpperCase(),
  }),
  text('g_lowercase', {
    label: 'Lower Case',
    description: 'A text in small letters.',
    returns: 'string',
    example: ['David@Example.COM', 'david@example.com'],
    apply: (value) => value.toLowerCase(),
  }),
  text('g_capitalize', {
    label: 'Capitalize',
    description: 'A text whose first letter is a capital one.',
    returns: 'string',
    example: ['new order', 'New order'],
    apply: (value) => capitalized(value),
  }),
  text('g_titleCase', {
    label: 'Title Case',
    description: 'A text in which every word begins with a capital letter.',
    returns: 'string',
    example: ['ada LOVELACE', 'Ada Lovelace'],
    apply: (value) => value.toLowerCase().replaceAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu, capitalized),
  }),
  text('g_camelCase', {
    label: 'Camel Case',
    description: 'The words of a text as one name: firstName.',
    returns: 'string',
    example: ['First name', 'firstName'],
    apply: (value) =>
      wordsOf(value)
        .map((word, index) => (index === 0 ? word : capitalized(word)))
        .join(''),
  }),
  text('g_snakeCase', {
    label: 'Snake Case',
    description: 'The words of a text with underscores between: first_name.',
    returns: 'string',
    example: ['firstName', 'first_name'],
    apply: (value) => wordsOf(value).join('_'),
  }),
  text('g_kebabCase', {
    label: 'Kebab Case',
    description: 'The words of a text with hyphens between: first-name.',
    returns: 'string',
    example: ['First name', 'first-name'],
    apply: (value) => wordsOf(value).join('-'),
  }),
  text('g_slug', {
    label: 'Slug',
    description: 'A text as part of a URL: plain small letters, digits and hyphens.',
    returns: 'string',
    example: ['Café & Bar, Přerov', 'cafe-bar-prerov'],
    apply: (value) =>
      value
        .replaceAll('ß', 'ss')
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
  }),
];

function capitalized(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** The words of a text in small letters; a capital letter inside a name begins one. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
