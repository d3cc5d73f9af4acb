import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { kindOf, type Modifier } from './modifier.ts';

function listOf(value: unknown): unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new MessageError(message('modifier.needsList', { kind: kindOf(value) }));
  return value;
}

const first: Modifier = {
  name: 'g_first',
  label: 'First Item',
  category: 'list',
  description: 'The first item of a list.',
  arguments: [],
  returns: 'any',
  takesValue: true,
  example: { value: ['red', 'green', 'blue'], result: 'red' },
  apply: (value) => listOf(value)?.[0],
};

const last: Modifier = {
  name: 'g_last',
  label: 'Last Item',
  category: 'list',
  description: 'The last item of a list.',
  arguments: [],
  returns: 'any',
  takesValue: true,
  example: { value: ['red', 'green', 'blue'], result: 'blue' },
  apply: (value) => listOf(value)?.at(-1),
};

const length: Modifier = {
  name: 'g_length',
  label: 'Length',
  category: 'list',
  description: 'How many characters a text, items a list or keys an object has.',
  arguments: [],
  returns: 'number',
  takesValue: true,
  example: { value: ['red', 'green', 'blue'], result: 3 },
  apply(value) {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || Array.isArray(value)) return value.length;
    if (typeof value === 'object') return Object.keys(value).length;
    throw new MessageError(message('modifier.needsLength', { kind: kindOf(value) }));
  },
};

export const listModifiers: Modifier[] = [first, last, length];
