import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { textForm } from '../text-form.ts';
import { kindOf, type Modifier } from './modifier.ts';

/** Numbers and booleans have one text form; that of an object or list is a choice only the author can make. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !(value instanceof Date)) {
    throw new MessageError(message('modifier.needsText', { kind: kindOf(value) }));
  }
  return textForm(value);
}

const uppercase: Modifier = {
  name: 'g_uppercase',
  label: 'Upper Case',
  category: 'text',
  description: 'A text in capital letters.',
  arguments: [],
  returns: 'string',
  takesValue: true,
  example: { value: 'Prague', result: 'PRAGUE' },
  apply: (value) => textOf(value)?.toUpperCase(),
};

const lowercase: Modifier = {
  name: 'g_lowercase',
  label: 'Lower Case',
  category: 'text',
  description: 'A text in small letters.',
  arguments: [],
  returns: 'string',
  takesValue: true,
  example: { value: 'David@Example.COM', result: 'david@example.com' },
  apply: (value) => textOf(value)?.toLowerCase(),
};

const trim: Modifier = {
  name: 'g_trim',
  label: 'Trim',
  category: 'text',
  description: 'A text without the white space around it.',
  arguments: [],
  returns: 'string',
  takesValue: true,
  example: { value: '  order A1 ', result: 'order A1' },
  apply: (value) => textOf(value)?.trim(),
};

export const textModifiers: Modifier[] = [uppercase, lowercase, trim];
