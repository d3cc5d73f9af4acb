import { flag, nameOr, numberOr, requiredNumber, requiredText, textOr } from './arguments.ts';
import { charactersOf } from './characters.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { assertLength, textOf } from './values.ts';

const text = modifiersOn({ category: 'text', accepts: ['text', 'number', 'boolean', 'date'], read: textOf });

/** What changes a text as a whole or at its ends. */
export const textModifiers: Modifier[] = [
  text('g_trim', {
    label: 'Trim',
    description: 'A text without the white space around it.',
    returns: 'string',
    example: ['  order A1 ', 'order A1'],
    apply: (value) => value.trim(),
  }),
  text('g_collapseSpaces', {
    label: 'Collapse Spaces',
    description: 'A text with single spaces in place of line breaks, tabs and runs of spaces.',
    returns: 'string',
    example: ['  New\n  order ', 'New order'],
    apply: (value) => value.trim().replaceAll(/\s+/g, ' '),
  }),
  text('g_replace', {
    label: 'Replace',
    description: 'A text with every place of one text replaced by another, or only the first one.',
    arguments: {
      search: requiredText('Search for'),
      replacement: textOr('Replace by', ''),
      firstOnly: flag('Only the first place'),
      ignoreCase: flag('Ignore upper and lower case'),
    },
    returns: 'string',
    example: ['+420 123 456', '+420123456', { search: ' ', replacement: '' }],
    apply: (value, args) => replaced(value, args),
  }),
  text('g_substring', {
    label: 'Part of Text',
    description:
      'The characters from one place up to another; places count from 0, negative ones from the end.',
    arguments: {
      start: numberOr('From', 0, { whole: true }),
      end: numberOr('Up to', undefined, { whole: true }),
    },
    returns: 'string',
    example: ['INV-2026-001', '2026', { start: 4, end: 8 }],
    apply: (value, { start, end }) => charactersOf(value).slice(start, end).join(''),
  }),
  text('g_truncate', {
    label: 'Truncate',
    description: 'A text cut to a number of characters, its ending included.',
    arguments: {
      length: requiredNumber('Characters', { whole: true, least: 0 }),
      ending: textOr('Ending', '…', { placeholder: '…' }),
    },
    returns: 'string',
    example: ['The parcel is on its way', 'The parcel…', { length: 11 }],
    apply: (value, args) => truncated(value, args),
  }),
  text('g_padStart', {
    label: 'Pad at Start',
    description: 'A text filled up at its start to a number of characters.',
    arguments: { length: paddedLength(), fill: nameOr('Fill with', ' ') },
    returns: 'string',
    example: [42, '00042', { length: 5, fill: '0' }],
    apply: (value, { length, fill }) => value.padStart(length, fill),
  }),
  text('g_padEnd', {
    label: 'Pad at End',
    description: 'A text filled up at its end to a number of characters.',
    arguments: { length: paddedLength(), fill: nameOr('Fill with', ' ') },
    returns: 'string',
    example: ['A1', 'A1..', { length: 4, fill: '.' }],
    apply: (value, { length, fill }) => value.padEnd(length, fill),
  }),
  text('g_prefix', {
    label: 'Put Before',
    description: 'A text with another one put before it.',
    arguments: { prefix: requiredText('Text') },
    returns: 'string',
    example: ['A1', 'Order A1', { prefix: 'Order ' }],
    apply: (value, { prefix }) => prefix + value,
  }),
  text('g_suffix', {
    label: 'Put After',
    description: 'A text with another one put after it.',
    arguments: { suffix: requiredText('Text') },
    returns: 'string',
    example: [12, '12 kg', { suffix: ' kg' }],
    apply: (value, { suffix }) => value + suffix,
  }),
  text('g_removePrefix', {
    label: 'Remove From Start',
    description: 'A text without another one that it begins with.',
    arguments: { prefix: requiredText('Text') },
    returns: 'string',
    example: ['#4711', '4711', { prefix: '#' }],
    apply: (value, { prefix }) => (value.startsWith(prefix) ? value.slice(prefix.length) : value),
  }),
  text('g_removeSuffix', {
    label: 'Remove From End',
    description: 'A text without another one that it ends with.',
    arguments: { suffix: requiredText('Text') },
    returns: 'string',
    example: ['report.pdf', 'report', { suffix: '.pdf' }],
    apply: (value, { suffix }) =>
      suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  }),
  text('g_repeat', {
    label: 'Repeat',
    description: 'A text several times in a row.',
    arguments: { count: requiredNumber('Times', { whole: true, least: 0 }) },
    returns: 'string',
    example: ['ab', 'ababab', { count: 3 }],
    apply(value, { count }) {
      assertLength(value.length * count);
      return value.repeat(count);
    },
  }),
  text('g_stripHtml', {
    label: 'Remove HTML',
    description: 'The text of an HTML fragment without its tags.',
    returns: 'string',
    example: ['<p>Hello <b>Ada</b></p>', 'Hello Ada'],
    apply: (value) => withoutTags(value),
  }),
  text('g_removeAccents', {
    label: 'Remove Accents',
    description: 'A text with plain letters in place of accented ones.',
    returns: 'string',
    example: ['Žluťoučký kůň', 'Zlutoucky kun'],
    apply: (value) =>
      value
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .normalize('NFC'),
  }),
];

function paddedLength() {
  return requiredNumber('Characters', { whole: true, least: 0, most: 100_000 });
}

function replaced(
  value: string,
  args: { search: string; replacement: string; firstOnly: boolean; ignoreCase: boolean },
): string {
  const { search, replacement, firstOnly, ignoreCase } = args;
  if (search === '') return value;
  if (!ignoreCase && firstOnly) return value.replace(search, () => replacement);
  if (!ignoreCase) {
    const parts = value.split(search);
    assertLength(value.length + (parts.length - 1) * replacement.length);
    return parts.join(replacement);
  }
  // The text to look for is escaped, so this matches nothing but that text.
  const pattern = new RegExp(search.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), firstOnly ? 'iu' : 'giu');
  return value.replace(pattern, () => replacement);
}

function truncated(value: string, { length, ending }: { length: number; ending: string }): string {
  const characters = charactersOf(value);
  if (characters.length <= length) return value;
  const end = charactersOf(ending).slice(0, length);
  return [...characters.slice(0, length - end.length), ...end].join('').trimEnd();
}

/** Takes tags and comments out in one pass over the text; a `<` that begins none stays. */
function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || !/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      const end = open < 0 ? html.length : open + 1;
      text += html.slice(at, end);
      at = end;
      continue;
    }
    text += html.slice(at, open);
    const closing = html.startsWith('<!--', open) ? '-->' : '>';
    const close = html.indexOf(closing, open);
    at = close < 0 ? html.length : close + closing.length;
  }
  return text.replaceAll(/[ \t]+/g, ' ').trim();
}
