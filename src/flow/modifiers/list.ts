import { anything, numberOr, path, requiredNumber, separatorOr } from './arguments.ts';
import { compare, equalLoosely } from './compare.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { textForm } from '../text-form.ts';
import { assertLength, isNothing, listOf, needs } from './values.ts';
import { charactersOf } from './characters.ts';

const list = modifiersOn({ category: 'list', accepts: ['list'], read: listOf });
const textOrList = modifiersOn({ category: 'list', accepts: ['list', 'text'], read: (value) => value });
const sized = modifiersOn({ category: 'list', accepts: ['list', 'text', 'object'], read: (value) => value });

/** Items and parts of lists. */
export const listModifiers: Modifier[] = [
  list('g_first', {
    label: 'First Item',
    description: 'The first item of a list.',
    returns: 'any',
    example: [['red', 'green', 'blue'], 'red'],
    apply: (items) => items[0],
  }),
  list('g_last', {
    label: 'Last Item',
    description: 'The last item of a list.',
    returns: 'any',
    example: [['red', 'green', 'blue'], 'blue'],
    apply: (items) => items.at(-1),
  }),
  list('g_item', {
    label: 'Item',
    description: 'The item at a place of a list, counted from 0; negative places count from the end.',
    arguments: { index: requiredNumber('Place', { whole: true }) },
    returns: 'any',
    example: [['red', 'green', 'blue'], 'green', { index: 1 }],
    apply: (items, { index }) => items.at(index),
  }),
  sized('g_length', {
    label: 'Length',
    description: 'How many characters a text, items a list or keys an object has.',
    returns: 'number',
    example: [['red', 'green', 'blue'], 3],
    apply(value) {
      if (typeof value === 'string' || Array.isArray(value)) return value.length;
      if (typeof value === 'object' && value !== null) return Object.keys(value).length;
      throw needs('reason.needsLength', value);
    },
  }),
  list('g_slice', {
    label: 'Part of List',
    description: 'The items from one place up to another; places count from 0, negative ones from the end.',
    arguments: {
      start: numberOr('From', 0, { whole: true }),
      end: numberOr('Up to', undefined, { whole: true }),
    },
    returns: 'array',
    example: [[1, 2, 3, 4], [2, 3], { start: 1, end: 3 }],
    apply: (items, { start, end }) => items.slice(start, end),
  }),
  list('g_join', {
    label: 'Join',
    description: 'The items of a list as one text with a separator between.',
    arguments: { separator: separatorOr('Separator', ', ') },
    returns: 'string',
    example: [['red', 'green', 'blue'], 'red, green, blue'],
    apply(items, { separator }) {
      const texts = items.map(textForm);
      assertLength(texts.reduce((sum, { length }) => sum + length + separator.length, 0));
      return texts.join(separator);
    },
  }),
  textOrList('g_reverse', {
    label: 'Reverse',
    description: 'A list or a text from its end to its beginning.',
    returns: 'any',
    example: [
      [1, 2, 3],
      [3, 2, 1],
    ],
    apply(value) {
      if (Array.isArray(value)) return value.toReversed();
      if (typeof value === 'string') return charactersOf(value).toReversed().join('');
      throw needs('reason.needsTextOrList', value);
    },
  }),
  list('g_append', {
    label: 'Append',
    description: 'A list with one more item at its end.',
    arguments: { item: anything('Item', { required: true }) },
    returns: 'array',
    example: [['red'], ['red', 'blue'], { item: 'blue' }],
    apply: (items, { item }) => [...items, item],
  }),
  list('g_prepend', {
    label: 'Prepend',
    description: 'A list with one more item at its beginning.',
    arguments: { item: anything('Item', { required: true }) },
    returns: 'array',
    example: [['red'], ['blue', 'red'], { item: 'blue' }],
    apply: (items, { item }) => [item, ...items],
  }),
  list('g_without', {
    label: 'Without',
    description: 'A list without the items that are a value.',
    arguments: { item: anything('Value', { required: true }) },
    returns: 'array',
    example: [['red', 'green', 'red'], ['green'], { item: 'red' }],
    apply: (items, { item }) => items.filter((one) => !equalLoosely(one, item)),
  }),
  list('g_compact', {
    label: 'Remove Empty Items',
    description: 'A list without items that are nothing or an empty text.',
    returns: 'array',
    example: [
      ['red', '', null, 0],
      ['red', 0],
    ],
    apply: (items) => items.filter((item) => !isNothing(item) && item !== ''),
  }),
  list('g_flatten', {
    label: 'Flatten',
    description: 'A list with the items of the lists in it in their place, so many levels deep.',
    arguments: { depth: numberOr('Levels', 1, { whole: true, least: 1, most: 100 }) },
    returns: 'array',
    example: [
      [1, [2, [3]]],
      [1, 2, [3]],
    ],
    apply: (items, { depth }) => items.flat(depth),
  }),
  list('g_chunk', {
    label: 'Chunks',
    description: 'A list of lists of so many items each; the last one may have fewer.',
    arguments: { size: requiredNumber('Size', { whole: true, least: 1 }) },
    returns: 'array',
    example: [[1, 2, 3], [[1, 2], [3]], { size: 2 }],
    apply: (items, { size }) =>
      Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
        items.slice(index * size, (index + 1) * size),
      ),
  }),
  list('g_indexOfItem', {
    label: 'Place of Item',
    description: 'Where a value stands first in a list, counted from 0; -1 if it is not there.',
    arguments: { item: anything('Value', { required: true }) },
    returns: 'number',
    example: [['red', 'green'], 1, { item: 'green' }],
    apply: (items, { item }) => items.findIndex((one) => equalLoosely(one, item)),
  }),
  list('g_randomItem', {
    label: 'Random Item',
    description: 'An item of a list, chosen by chance.',
    returns: 'any',
    example: [['red', 'green', 'blue', 'black'], 'green'],
    apply: (items, _args, environment) => items[Math.floor(environment.random() * items.length)],
  }),
  list('g_shuffle', {
    label: 'Shuffle',
    description: 'A list in an order chosen by chance.',
    returns: 'array',
    example: [
      [1, 2, 3],
      [2, 3, 1],
    ],
    apply(items, _args, environment) {
      const shuffled = [...items];
      for (let at = shuffled.length - 1; at > 0; at -= 1) {
        const other = Math.floor(environment.random() * (at + 1));
        [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
      }
      return shuffled;
    },
  }),
  list('g_minItem', {
    label: 'Item with Least',
    description: 'The item of a list whose field is the least.',
    arguments: { path: path('Field') },
    returns: 'any',
    example: [[{ price: 9 }, { price: 7 }], { price: 7 }, { path: 'price' }],
    apply: (items, { path }) => extreme(items, path, -1),
  }),
  list('g_maxItem', {
    label: 'Item with Greatest',
    description: 'The item of a list whose field is the greatest.',
    arguments: { path: path('Field') },
    returns: 'any',
    example: [[{ price: 9 }, { price: 7 }], { price: 9 }, { path: 'price' }],
    apply: (items, { path }) => extreme(items, path, 1),
  }),
];

function extreme(items: unknown[], field: (item: unknown) => unknown, sign: 1 | -1): unknown {
  return items
    .filter((item) => !isNothing(field(item)))
    .reduce<unknown>((best, item) => {
      if (best === undefined) return item;
      return compare(field(item), field(best)) * sign > 0 ? item : best;
    }, undefined);
}
