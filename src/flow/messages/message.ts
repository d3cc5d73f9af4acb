import { english } from './english.ts';
import {
  fillIn,
  sentenceAt,
  type SentenceAt,
  type SentenceKey,
  type Sentences,
  type ValuesFor,
} from './sentences.ts';

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

/** The message in the language of these sentences (a BCP 47 tag); English where a sentence is missing. */
export function inWords({ id, values }: Message, sentences: Sentences, language: string): string {
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? inWords(value, sentences, language) : value,
    ]),
  );
  const own = sentenceAt(sentences, id);
  return own === undefined
    ? fillIn(sentenceAt(english, id) ?? id, words, 'en')
    : fillIn(own, words, language);
}

/** The message in English. */
export function inEnglish(message: Message): string {
  return inWords(message, english, 'en');
}
