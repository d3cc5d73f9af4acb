import { MessageError } from '../messages/message-error.ts';
import { message, type Message, type MessageId } from '../messages/message.ts';
import { isRecord } from '../record.ts';
import { textForm } from '../text-form.ts';

/** What a value is, in a message. */
export function kindOf(value: unknown): Message {
  if (value === null) return message('kind.null');
  if (Array.isArray(value)) return message('kind.list');
  switch (typeof value) {
    case 'string':
      return message('kind.text');
    case 'number':
    case 'bigint':
      return message('kind.number');
    case 'boolean':
      return message('kind.boolean');
    case 'undefined':
      return message('kind.nothing');
    default:
      return message('kind.object');
  }
}

type Needs = Extract<MessageId, `reason.needs${string}`>;

/** That a modifier cannot work on this value. */
export function needs(id: Needs, value: unknown): MessageError {
  return new MessageError({ id, values: { kind: kindOf(value) } });
}

export function isNothing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Nothing, an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (isNothing(value) || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Numbers and booleans have one text form; that of an object or list is a choice only the author can make. */
export function textOf(value: unknown): string {
  if (typeof value === 'object' && !(value instanceof Date)) throw needs('reason.needsText', value);
  return textForm(value);
}

const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** The number a text spells as JSON and people do (`12`, `-0.5`, `1e3`); undefined for every other text. */
export function numberInText(text: string): number | undefined {
  const trimmed = text.trim();
  const value = numeric.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

export function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string') throw needs('reason.needsNumber', value);
  const number = numberInText(value);
  if (number === undefined)
    throw new MessageError(message('reason.textNotNumber', { text: shortened(value) }));
  return number;
}

export function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw needs('reason.needsList', value);
  return value;
}

export function objectOf(value: unknown): Record<string, unknown> {
  if (!isRecord(value) || value instanceof Date) throw needs('reason.needsObject', value);
  return value;
}

/** A text for a message: long ones are cut. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Does something with an item of a list; that it failed tells which one. */
export function withItem<Result>(index: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    const said = message('reason.itemFails', { number: index + 1, reason: error.said });
    throw new MessageError(said, { cause: error });
  }
}

/** Copies are made of own members one by one: a member of this name would become a prototype. */
export function isUnsafeKey(key: string): boolean {
  return key === '__proto__';
}

/** Reads JSON, leaving out members that would become prototypes. Throws what `JSON.parse` throws. */
export function parseJson(text: string): unknown {
  // A member's name may be spelled with escapes, so they are looked for, too.
  if (!/__proto__|\\u/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (key: string, value: unknown) => (isUnsafeKey(key) ? undefined : value));
}

/** Beyond these nobody means it. */
export const mostCharacters = 10_000_000;
export const mostItems = 1_000_000;

/** @throws MessageError for a text that would be too long */
export function assertLength(length: number): void {
  if (length > mostCharacters)
    throw new MessageError(message('reason.resultTooLong', { most: mostCharacters }));
}

/** @throws MessageError for a list that would be too long */
export function assertItems(count: number): void {
  if (count > mostItems) throw new MessageError(message('reason.listTooLong', { most: mostItems }));
}
