import { anything, json, numberOr } from './arguments.ts';
import { compareInOrder, contains, equalLoosely, isTruthy } from './compare.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { isRecord } from '../record.ts';
import { textForm } from '../text-form.ts';
import { isEmpty, isNothing, needs } from './values.ts';

const asItIs = (value: unknown) => value;
const any = modifiersOn({ category: 'logic', accepts: [], read: asItIs });
const orNothing = modifiersOn({ category: 'logic', accepts: [], read: asItIs, fromNothing: true });
const ordered = modifiersOn({ category: 'logic', accepts: ['number', 'date', 'text'], read: orderable });

const other = { other: anything('Value', { required: true }) };

/** Questions with the answer true or false, and choices by it. */
export const logicModifiers: Modifier[] = [
  orNothing('g_default', {
    label: 'Default',
    description: 'Another value in place of nothing or an empty text.',
    arguments: { fallback: anything('Otherwise', { required: true }) },
    returns: 'any',
    example: ['', 'unknown', { fallback: 'unknown' }],
    apply: (value, { fallback }) => (isNothing(value) || value === '' ? fallback : value),
  }),
  orNothing('g_condition', {
    label: 'If Then Else',
    description:
      'One value if there is something true, else another: nothing, empty, 0 and false are not true.',
    arguments: { whenTrue: anything('Then'), whenFalse: anything('Else') },
    returns: 'any',
    example: [true, 'paid', { whenTrue: 'paid', whenFalse: 'open' }],
    apply: (value, args) => (isTruthy(value) ? args.whenTrue : args.whenFalse) ?? undefined,
  }),
  any('g_lookup', {
    label: 'Look Up',
    description: 'What an object holds for a value as its key; something else if it holds nothing.',
    arguments: {
      table: json('Table', { required: true, placeholder: '{"CZ": "Czechia", "DE": "Germany"}' }),
      fallback: anything('Otherwise'),
    },
    returns: 'any',
    example: ['CZ', 'Czechia', { table: '{"CZ": "Czechia", "DE": "Germany"}' }],
    apply(value, { table, fallback }) {
      if (!isRecord(table)) throw needs('reason.needsObject', table);
      const key = textForm(value);
      return Object.hasOwn(table, key) ? table[key] : (fallback ?? undefined);
    },
  }),
  any('g_equals', {
    label: 'Is',
    description: 'True if a value is another one; 5 and the text 5 are the same.',
    arguments: other,
    returns: 'boolean',
    example: ['paid', true, { other: 'paid' }],
    apply: (value, args) => equalLoosely(value, args.other),
  }),
  any('g_notEquals', {
    label: 'Is Not',
    description: 'True if a value is not another one.',
    arguments: other,
    returns: 'boolean',
    example: ['paid', false, { other: 'paid' }],
    apply: (value, args) => !equalLoosely(value, args.other),
  }),
  ordered('g_greaterThan', {
    label: 'Greater Than',
    description:
      'True if a number is greater, a date later or a text further in the dictionary than another one.',
    arguments: other,
    returns: 'boolean',
    example: [12, true, { other: 10 }],
    apply: (value, args) => compareInOrder(value, args.other) > 0,
  }),
  ordered('g_greaterOrEqual', {
    label: 'At Least',
    description: 'True if a number, date or text is not less than another one.',
    arguments: other,
    returns: 'boolean',
    example: [10, true, { other: 10 }],
    apply: (value, args) => compareInOrder(value, args.other) >= 0,
  }),
  ordered('g_lessThan', {
    label: 'Less Than',
    description: 'True if a number is less, a date earlier or a text before another one in the dictionary.',
    arguments: other,
    returns: 'boolean',
    example: [12, false, { other: 10 }],
    apply: (value, args) => compareInOrder(value, args.other) < 0,
  }),
  ordered('g_lessOrEqual', {
    label: 'At Most',
    description: 'True if a number, date or text is not greater than another one.',
    arguments: other,
    returns: 'boolean',
    example: [10, true, { other: 10 }],
    apply: (value, args) => compareInOrder(value, args.other) <= 0,
  }),
  ordered('g_between', {
    label: 'Between',
    description: 'True if a number is not below a least and not above a greatest one.',
    arguments: { least: numberOr('At least', undefined), most: numberOr('At most', undefined) },
    returns: 'boolean',
    example: [7, true, { least: 1, most: 10 }],
    apply: (value, { least, most }) =>
      (least === undefined || compareInOrder(value, least) >= 0) &&
      (most === undefined || compareInOrder(value, most) <= 0),
  }),
  any('g_contains', {
    label: 'Contains',
    description: 'True if a text contains a text, a list an item or an object a key.',
    arguments: other,
    returns: 'boolean',
    example: [['red', 'green'], true, { other: 'green' }],
    apply: (value, args) => contains(value, args.other),
  }),
  orNothing('g_isEmpty', {
    label: 'Is Empty',
    description: 'True for nothing, an empty text, an empty list and an empty object.',
    returns: 'boolean',
    example: ['', true],
    apply: (value) => isEmpty(value),
  }),
  orNothing('g_isNotEmpty', {
    label: 'Is Not Empty',
    description: 'True for everything but nothing, an empty text, an empty list and an empty object.',
    returns: 'boolean',
    example: ['A1', true],
    apply: (value) => !isEmpty(value),
  }),
  orNothing('g_not', {
    label: 'Not',
    description: 'False if there is something true, else true.',
    returns: 'boolean',
    example: [true, false],
    apply: (value) => !isTruthy(value),
  }),
  orNothing('g_typeOf', {
    label: 'Type',
    description: 'What a value is: string, number, boolean, array, object or null.',
    returns: 'string',
    example: [['red'], 'array'],
    apply(value) {
      if (isNothing(value)) return 'null';
      return Array.isArray(value) ? 'array' : typeof value;
    },
  }),
];

function orderable(value: unknown): unknown {
  if (typeof value === 'object' && !(value instanceof Date)) throw needs('reason.needsNumber', value);
  return value;
}
