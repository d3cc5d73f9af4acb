import { flag, numberOr, requiredText, separatorOr } from './arguments.ts';
import { charactersOf } from './characters.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { textOf } from './values.ts';

const text = modifiersOn({ category: 'text', accepts: ['text', 'number', 'boolean'], read: textOf });

/** What looks into a text or takes it apart. */
export const textFindModifiers: Modifier[] = [
  text('g_split', {
    label: 'Split',
    description: 'The list of the parts of a text between separators.',
    arguments: {
      separator: separatorOr('Separator', ','),
      limit: numberOr('At most', undefined, { whole: true, least: 0 }),
    },
    returns: 'array',
    example: ['red,green,blue', ['red', 'green', 'blue'], { separator: ',' }],
    apply: (value, { separator, limit }) =>
      (separator === '' ? charactersOf(value) : value.split(separator)).slice(0, limit),
  }),
  text('g_lines', {
    label: 'Lines',
    description: 'The list of the lines of a text that are not blank.',
    returns: 'array',
    example: ['one\n\ntwo\n', ['one', 'two']],
    apply: (value) =>
      value
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
  }),
  text('g_words', {
    label: 'Words',
    description: 'The list of the words of a text.',
    returns: 'array',
    example: ['Parcel no. 7, please!', ['Parcel', 'no', '7', 'please']],
    apply: (value) => value.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu) ?? [],
  }),
  text('g_textBefore', {
    label: 'Text Before',
    description: 'What stands before the first place of another text; the whole text if it is not there.',
    arguments: { search: requiredText('Text') },
    returns: 'string',
    example: ['ada@example.com', 'ada', { search: '@' }],
    apply(value, { search }) {
      const at = value.indexOf(search);
      return at < 0 ? value : value.slice(0, at);
    },
  }),
  text('g_textAfter', {
    label: 'Text After',
    description: 'What stands after the first place of another text; an empty text if it is not there.',
    arguments: { search: requiredText('Text') },
    returns: 'string',
    example: ['ada@example.com', 'example.com', { search: '@' }],
    apply(value, { search }) {
      const at = value.indexOf(search);
      return at < 0 ? '' : value.slice(at + search.length);
    },
  }),
  text('g_textBetween', {
    label: 'Text Between',
    description: 'What stands between two texts; nothing if they are not there.',
    arguments: { start: requiredText('After'), end: requiredText('Before') },
    returns: 'string',
    example: ['Order [A1] shipped', 'A1', { start: '[', end: ']' }],
    apply(value, { start, end }) {
      const from = value.indexOf(start);
      if (from < 0) return undefined;
      const to = value.indexOf(end, from + start.length);
      return to < 0 ? undefined : value.slice(from + start.length, to);
    },
  }),
  text('g_indexOf', {
    label: 'Place of Text',
    description: 'Where another text stands first, counted from 0; -1 if it is not there.',
    arguments: { search: requiredText('Text') },
    returns: 'number',
    example: ['ada@example.com', 3, { search: '@' }],
    apply: (value, { search }) => value.indexOf(search),
  }),
  text('g_countText', {
    label: 'Count Text',
    description: 'How often another text stands in a text.',
    arguments: { search: requiredText('Text') },
    returns: 'number',
    example: ['a-b-c', 2, { search: '-' }],
    apply: (value, { search }) => (search === '' ? 0 : value.split(search).length - 1),
  }),
  text('g_startsWith', {
    label: 'Starts With',
    description: 'True if a text begins with another one.',
    arguments: { search: requiredText('Text'), ignoreCase: flag('Ignore upper and lower case') },
    returns: 'boolean',
    example: ['INV-001', true, { search: 'INV' }],
    apply: (value, { search, ignoreCase }) => cased(value, ignoreCase).startsWith(cased(search, ignoreCase)),
  }),
  text('g_endsWith', {
    label: 'Ends With',
    description: 'True if a text ends with another one.',
    arguments: { search: requiredText('Text'), ignoreCase: flag('Ignore upper and lower case') },
    returns: 'boolean',
    example: ['Report.PDF', true, { search: '.pdf', ignoreCase: true }],
    apply: (value, { search, ignoreCase }) => cased(value, ignoreCase).endsWith(cased(search, ignoreCase)),
  }),
];

function cased(text: string, ignore: boolean): string {
  return ignore ? text.toLowerCase() : text;
}
