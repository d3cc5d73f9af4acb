import { anything, choice, json, path } from './arguments.ts';
import { compare, operators, satisfies } from './compare.ts';
import { add, divide } from './decimal.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { textForm } from '../text-form.ts';
import { isNothing, isUnsafeKey, listOf, numberOf, withItem } from './values.ts';

const list = modifiersOn({ category: 'list', accepts: ['list'], read: listOf });
const test = { path: path('Field'), operator: choice('Condition', operators), operand: anything('Value') };
const field = { path: path('Field') };

/** What looks at a field of each item. */
export const listFieldModifiers: Modifier[] = [
  list('g_map', {
    label: 'Pick Field',
    description: 'The list of what each item has in a field.',
    arguments: { path: path('Field', { required: true }) },
    returns: 'array',
    example: [[{ sku: 'A1' }, { sku: 'B2' }], ['A1', 'B2'], { path: 'sku' }],
    apply: (items, { path }) => items.map(path),
  }),
  list('g_filter', {
    label: 'Filter',
    description: 'The items of a list whose field fulfils a condition.',
    arguments: test,
    returns: 'array',
    example: [[{ price: 9 }, { price: 12 }], [{ price: 12 }], { path: 'price', operator: '>', operand: 10 }],
    apply: (items, { path, operator, operand }) =>
      items.filter((item) => satisfies(path(item), operator, operand)),
  }),
  list('g_find', {
    label: 'Find Item',
    description: 'The first item of a list whose field fulfils a condition.',
    arguments: test,
    returns: 'any',
    example: [
      [{ id: 1 }, { id: 2, name: 'Ada' }],
      { id: 2, name: 'Ada' },
      { path: 'id', operator: '=', operand: 2 },
    ],
    apply: (items, { path, operator, operand }) =>
      items.find((item) => satisfies(path(item), operator, operand)),
  }),
  list('g_count', {
    label: 'Count Items',
    description: 'How many items of a list have a field that fulfils a condition.',
    arguments: test,
    returns: 'number',
    example: [[5, 12, 20], 2, { operator: '>', operand: 10 }],
    apply: (items, { path, operator, operand }) =>
      items.filter((item) => satisfies(path(item), operator, operand)).length,
  }),
  list('g_sort', {
    label: 'Sort',
    description:
      'The items of a list in order, by themselves or by a field; numbers by size, texts as in a dictionary.',
    arguments: {
      ...field,
      direction: choice('Order', { ascending: 'Least first', descending: 'Greatest first' }),
    },
    returns: 'array',
    example: [[{ n: 2 }, { n: 10 }, { n: 1 }], [{ n: 1 }, { n: 2 }, { n: 10 }], { path: 'n' }],
    apply(items, { path, direction }) {
      const sign = direction === 'descending' ? -1 : 1;
      const keyed = items.map((item) => ({ item, key: path(item) }));
      return keyed.sort((a, b) => sortedBy(a.key, b.key, sign)).map(({ item }) => item);
    },
  }),
  list('g_unique', {
    label: 'Unique',
    description: 'The items of a list without those that repeat, by themselves or by a field.',
    arguments: field,
    returns: 'array',
    example: [
      ['red', 'green', 'red'],
      ['red', 'green'],
    ],
    apply: (items, { path }) => [...firstByKey(items, path).values()],
  }),
  list('g_groupBy', {
    label: 'Group By',
    description: 'An object with a list of items for each value of a field.',
    arguments: { path: path('Field', { required: true }) },
    returns: 'object',
    example: [
      [
        { to: 'CZ', n: 1 },
        { to: 'DE', n: 2 },
        { to: 'CZ', n: 3 },
      ],
      {
        CZ: [
          { to: 'CZ', n: 1 },
          { to: 'CZ', n: 3 },
        ],
        DE: [{ to: 'DE', n: 2 }],
      },
      { path: 'to' },
    ],
    apply: (items, { path }) => Object.fromEntries(grouped(items, path)),
  }),
  list('g_countBy', {
    label: 'Count By',
    description: 'An object with the number of items for each value of a field.',
    arguments: field,
    returns: 'object',
    example: [['red', 'green', 'red'], { red: 2, green: 1 }],
    apply: (items, { path }) =>
      Object.fromEntries([...grouped(items, path)].map(([key, group]) => [key, group.length])),
  }),
  list('g_keyBy', {
    label: 'Key By',
    description: 'An object with the last item for each value of a field.',
    arguments: { path: path('Field', { required: true }) },
    returns: 'object',
    example: [
      [
        { sku: 'A1', n: 1 },
        { sku: 'B2', n: 2 },
      ],
      { A1: { sku: 'A1', n: 1 }, B2: { sku: 'B2', n: 2 } },
      { path: 'sku' },
    ],
    apply: (items, { path }) =>
      Object.fromEntries([...grouped(items, path)].map(([key, group]) => [key, group.at(-1)])),
  }),
  list('g_sum', {
    label: 'Sum',
    description: 'The sum of the numbers in a list, or in a field of its items; nothing counts as 0.',
    arguments: field,
    returns: 'number',
    example: [[{ price: 0.1 }, { price: 0.2 }], 0.3, { path: 'price' }],
    apply: (items, { path }) => numbersIn(items, path).reduce(add, 0),
  }),
  list('g_average', {
    label: 'Average',
    description: 'The mean of the numbers in a list, or in a field of its items.',
    arguments: field,
    returns: 'number',
    example: [[1, 2, 6], 3],
    apply(items, { path }) {
      const numbers = numbersIn(items, path);
      return numbers.length === 0 ? undefined : divide(numbers.reduce(add, 0), numbers.length);
    },
  }),
  list('g_min', {
    label: 'Least',
    description: 'The least number in a list, or in a field of its items.',
    arguments: field,
    returns: 'number',
    example: [[3, 1, 2], 1],
    apply: (items, { path }) => numbersIn(items, path).reduce<number | undefined>(pick(Math.min), undefined),
  }),
  list('g_max', {
    label: 'Greatest',
    description: 'The greatest number in a list, or in a field of its items.',
    arguments: field,
    returns: 'number',
    example: [[3, 1, 2], 3],
    apply: (items, { path }) => numbersIn(items, path).reduce<number | undefined>(pick(Math.max), undefined),
  }),
  list('g_concat', {
    label: 'Join Lists',
    description: 'A list followed by the items of another one.',
    arguments: { list: other() },
    returns: 'array',
    example: [[1, 2], [1, 2, 2, 3], { list: '[2, 3]' }],
    apply: (items, args) => [...items, ...args.list],
  }),
  list('g_union', {
    label: 'Union',
    description: 'The items of a list and those of another one, each once.',
    arguments: { list: other() },
    returns: 'array',
    example: [[1, 2], [1, 2, 3], { list: '[2, 3]' }],
    apply: (items, args) => [...firstByKey([...items, ...args.list], same).values()],
  }),
  list('g_intersection', {
    label: 'In Both Lists',
    description: 'The items of a list that are in another one, too.',
    arguments: { list: other() },
    returns: 'array',
    example: [[1, 2], [2], { list: '[2, 3]' }],
    apply(items, args) {
      const others = firstByKey(args.list, same);
      return items.filter((item) => others.has(keyOf(item)));
    },
  }),
  list('g_difference', {
    label: 'Not in Other List',
    description: 'The items of a list that are not in another one.',
    arguments: { list: other() },
    returns: 'array',
    example: [[1, 2], [1], { list: '[2, 3]' }],
    apply(items, args) {
      const others = firstByKey(args.list, same);
      return items.filter((item) => !others.has(keyOf(item)));
    },
  }),
];

const same = (item: unknown) => item;

function other() {
  const argument = json('Other list', { required: true, placeholder: '[2, 3]' });
  return {
    ...argument,
    read(given: unknown) {
      const value = argument.read(given);
      return isNothing(value) ? [] : listOf(value);
    },
  };
}

/** Nothing stands last in both orders. */
function sortedBy(a: unknown, b: unknown, sign: 1 | -1): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
  return compare(a, b) * sign;
}

/** A text that two values share if and only if they are the same JSON, whatever the order of their keys. */
function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${typeof value}:${String(value)}`;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function firstByKey(items: unknown[], field: (item: unknown) => unknown): Map<string, unknown> {
  const first = new Map<string, unknown>();
  for (const item of items) {
    const key = keyOf(field(item));
    if (!first.has(key)) first.set(key, item);
  }
  return first;
}

function grouped(items: unknown[], field: (item: unknown) => unknown): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const item of items) {
    const key = textForm(field(item));
    if (isUnsafeKey(key)) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function numbersIn(items: unknown[], field: (item: unknown) => unknown): number[] {
  return items.flatMap((item, index) => {
    const value = field(item);
    return isNothing(value) || value === '' ? [] : [withItem(index, () => numberOf(value))];
  });
}

function pick(choose: (a: number, b: number) => number) {
  return (best: number | undefined, value: number) => (best === undefined ? value : choose(best, value));
}
