import { sameValue } from '../same-value.ts';
import { anything, json, path, requiredText, stepsOf, texts } from './arguments.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { flattened, nested, withValueAt } from './object-paths.ts';
import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { isRecord } from '../record.ts';
import { textForm } from '../text-form.ts';
import { isEmpty, isNothing, isUnsafeKey, listOf, objectOf } from './values.ts';

const object = modifiersOn({ category: 'object', accepts: ['object'], read: objectOf });
const list = modifiersOn({ category: 'object', accepts: ['list'], read: listOf });
const any = modifiersOn({ category: 'object', accepts: ['object', 'list'], read: (value) => value });

/** Objects: what is in them, and others made of them. */
export const objectModifiers: Modifier[] = [
  any('g_get', {
    label: 'Field',
    description: 'What stands at a path of an object or a list; something else if there is nothing.',
    arguments: { path: path('Path', { required: true }), fallback: anything('Otherwise') },
    returns: 'any',
    example: [{ customer: { name: 'Ada' } }, 'Ada', { path: 'customer.name' }],
    apply: (value, args) => args.path(value) ?? (isNothing(args.fallback) ? undefined : args.fallback),
  }),
  any('g_set', {
    label: 'Set Field',
    description: 'An object or a list with a value put at a path; what lacks on the way is made.',
    arguments: {
      path: requiredText('Path', { placeholder: 'customer.name' }),
      value: anything('Value', { required: true }),
    },
    returns: 'any',
    example: [{ id: 1 }, { id: 1, customer: { name: 'Ada' } }, { path: 'customer.name', value: 'Ada' }],
    apply(value, args) {
      const steps = stepsOf(args.path);
      if (!steps) throw new MessageError(message('reason.argumentPath', { argument: 'Path' }));
      return withValueAt(value, steps, args.value);
    },
  }),
  object('g_keys', {
    label: 'Keys',
    description: 'The list of the keys of an object.',
    returns: 'array',
    example: [{ id: 1, name: 'Ada' }, ['id', 'name']],
    apply: (value) => Object.keys(value),
  }),
  object('g_values', {
    label: 'Values',
    description: 'The list of the values of an object.',
    returns: 'array',
    example: [{ id: 1, name: 'Ada' }, [1, 'Ada']],
    apply: (value) => Object.values(value),
  }),
  object('g_entries', {
    label: 'Entries',
    description: 'The list of the keys of an object with their values.',
    returns: 'array',
    example: [{ id: 1 }, [{ key: 'id', value: 1 }]],
    apply: (value) => Object.entries(value).map(([key, one]) => ({ key, value: one })),
  }),
  list('g_fromEntries', {
    label: 'From Entries',
    description:
      'An object made of a list of keys with their values: of objects with key and value, or of pairs.',
    returns: 'object',
    example: [[{ key: 'id', value: 1 }], { id: 1 }],
    apply: (items) => Object.fromEntries(items.map(entryOf).filter(([key]) => !isUnsafeKey(key))),
  }),
  object('g_pick', {
    label: 'Pick Keys',
    description: 'An object with some of its keys only.',
    arguments: { keys: texts('Keys') },
    returns: 'object',
    example: [{ id: 1, name: 'Ada', age: 36 }, { id: 1, name: 'Ada' }, { keys: 'id, name' }],
    apply: (value, { keys }) =>
      Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))),
  }),
  object('g_omit', {
    label: 'Omit Keys',
    description: 'An object without some of its keys.',
    arguments: { keys: texts('Keys') },
    returns: 'object',
    example: [{ id: 1, name: 'Ada' }, { id: 1 }, { keys: 'name' }],
    apply: (value, { keys }) =>
      Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))),
  }),
  object('g_renameKey', {
    label: 'Rename Key',
    description: 'An object with one of its keys called otherwise.',
    arguments: { from: requiredText('Key'), to: requiredText('New key') },
    returns: 'object',
    example: [{ no: 'A1' }, { number: 'A1' }, { from: 'no', to: 'number' }],
    apply: (value, { from, to }) =>
      !Object.hasOwn(value, from) || isUnsafeKey(to)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .filter(([key]) => key === from || key !== to)
              .map(([key, one]) => [key === from ? to : key, one]),
          ),
  }),
  object('g_merge', {
    label: 'Merge',
    description: 'An object with the keys of another one added, which go before its own.',
    arguments: { object: jsonObject() },
    returns: 'object',
    example: [{ id: 1, paid: false }, { id: 1, paid: true }, { object: '{"paid": true}' }],
    apply: (value, args) => ({ ...value, ...args.object }),
  }),
  object('g_removeEmpty', {
    label: 'Remove Empty Keys',
    description: 'An object without keys that hold nothing, an empty text, an empty list or an empty object.',
    returns: 'object',
    example: [{ id: 1, note: '', tags: [] }, { id: 1 }],
    apply: (value) => Object.fromEntries(Object.entries(value).filter(([, one]) => !isEmpty(one))),
  }),
  object('g_hasKey', {
    label: 'Has Key',
    description: 'True if an object has a key.',
    arguments: { key: requiredText('Key') },
    returns: 'boolean',
    example: [{ id: 1 }, true, { key: 'id' }],
    apply: (value, { key }) => Object.hasOwn(value, key),
  }),
  object('g_invert', {
    label: 'Swap Keys and Values',
    description: 'An object with the values of another one as keys.',
    returns: 'object',
    example: [{ cz: 'Czechia' }, { Czechia: 'cz' }],
    apply: (value) =>
      Object.fromEntries(
        Object.entries(value)
          .map(([key, one]) => [textForm(one), key] as const)
          .filter(([key]) => !isUnsafeKey(key)),
      ),
  }),
  any('g_flattenObject', {
    label: 'Flatten Object',
    description: 'An object with one level, whose keys are the paths of the values: customer.name.',
    returns: 'object',
    example: [
      { customer: { name: 'Ada' }, tags: ['new'] },
      { 'customer.name': 'Ada', 'tags[0]': 'new' },
    ],
    apply: (value) => flattened(value),
  }),
  object('g_unflattenObject', {
    label: 'Nest Object',
    description: 'The object that was flattened: keys such as customer.name become objects in each other.',
    returns: 'any',
    example: [
      { 'customer.name': 'Ada', 'tags[0]': 'new' },
      { customer: { name: 'Ada' }, tags: ['new'] },
    ],
    apply: (value) => nested(value),
  }),
  any('g_isSame', {
    label: 'Is Same',
    description: 'True if an object or a list is the same as another one, whatever the order of its keys.',
    arguments: { other: json('Other value', { required: true }) },
    returns: 'boolean',
    example: [{ a: 1, b: [2] }, true, { other: '{"b": [2], "a": 1}' }],
    apply: (value, { other }) => sameValue(value, other),
  }),
];

function jsonObject() {
  const argument = json('Other object', { required: true, placeholder: '{"paid": true}' });
  return {
    ...argument,
    read(given: unknown) {
      const value = argument.read(given);
      return isNothing(value) ? {} : objectOf(value);
    },
  };
}

function entryOf(item: unknown): [key: string, value: unknown] {
  if (Array.isArray(item) && item.length > 0) return [textForm(item[0]), item[1]];
  if (!isRecord(item)) throw new MessageError(message('reason.notEntries'));
  const key = item['key'] ?? item['name'];
  if (isNothing(key)) throw new MessageError(message('reason.notEntries'));
  return [textForm(key), item['value']];
}
