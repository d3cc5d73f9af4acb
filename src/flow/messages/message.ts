import { english } from './english.ts';
import { fillIn, sentenceAt, type SentenceAt, type SentenceKey, type ValuesFor } from './sentences.ts';

export type MessageId = SentenceKey<typeof english>;

/**
 * Something to tell a person, as data: which sentence, and the values in it. A value may itself be a message. Who shows
 * it chooses the language; `inEnglish` is for those who have none, such as the API.
 */
export type Message = { id: MessageId; values: Readonly<Record<string, MessageValue>> };

export type MessageValue = string | number | Message;

/** Makes a message; the compiler knows which values its sentence needs. */
export function message<Id extends MessageId>(
  id: Id,
  ...[values]: ValuesFor<SentenceAt<typeof english, Id>, MessageValue>
): Message {
  return { id, values: values ?? {} };
}

/** A sentence, and the language it is in (a BCP 47 tag), which says how its plural forms are chosen. */
export type Wording = { text: string; language: string };

/** The message as text, its sentences worded by `find`. */
export function inWords({ id, values }: Message, find: (id: MessageId) => Wording): string {
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
export function inEnglish(message: Message): string {
  return inWords(message, (id) => ({ text: sentenceAt(english, id) ?? id, language: 'en' }));
}
