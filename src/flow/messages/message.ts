import { isRecord } from '../record.ts';
import { english } from './english.ts';
import { fillIn, sentenceAt, type SentenceAt, type SentenceKey, type ValuesFor } from './sentences.ts';

export type MessageId = SentenceKey<typeof english>;

/**
 * Something to tell a person, as data: which sentence, and the values in it. A value may itself be a message. Who shows
 * it chooses the language; `inEnglish` is for those who have none, such as the API.
 */
export type Message = { id: MessageId; values: Readonly<Record<string, MessageValue>> };

export type MessageValue = string | number | Message;

/** Something to read: a name that somebody gave, or a message. */
export type Words = string | Message;

/** Makes a message; the compiler knows which values its sentence needs. */
export function message<Id extends MessageId>(
  id: Id,
  ...[values]: ValuesFor<SentenceAt<typeof english, Id>, MessageValue>
): Message {
  return { id, values: values ?? {} };
}

/** Is this a message that this version knows? For data that came from elsewhere. */
export function isMessage(value: unknown): value is Message {
  if (!isRecord(value) || !isRecord(value['values'])) return false;
  const { id, values } = value;
  if (typeof id !== 'string' || sentenceAt(english, id) === undefined) return false;
  return Object.values(values).every(
    (one) => typeof one === 'string' || typeof one === 'number' || isMessage(one),
  );
}

/** A sentence, and the language it is in (a BCP 47 tag), which says how its plural forms are chosen. */
export type Wording = { text: string; language: string };

/** The message as text, its sentences worded by `find`; a text is said as it is. */
export function inWords(said: Words, find: (id: MessageId) => Wording): string {
  if (typeof said === 'string') return said;
  const { id, values } = said;
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? inWords(value, find) : value,
    ]),
  );
  const { text, language } = find(id);
  return fillIn(text, words, language);
}

/** The message in English. */
export function inEnglish(said: Words): string {
  return inWords(said, (id) => ({ text: sentenceAt(english, id) ?? id, language: 'en' }));
}
