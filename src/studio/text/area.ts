import type { ReactNode } from 'react';
import type { Wording } from '../../flow/messages/message.ts';
import {
  cutAtPlaceholders,
  fillIn,
  pluralForm,
  sentenceAt,
  type SentenceAt,
  type SentenceKey,
  type Sentences,
  type ValuesFor,
} from '../../flow/messages/sentences.ts';
import { currentLanguage, spokenTexts, textsOf } from './language.ts';

/** What a part of the Studio says, in the language of the page. Call it while rendering, never as a module loads. */
export type Text<All extends Sentences> = {
  <Key extends SentenceKey<All>>(
    key: Key,
    ...values: ValuesFor<SentenceAt<All, Key>, string | number>
  ): string;
  /** The same with elements in the places of the values, as children of an element. */
  nodes<Key extends SentenceKey<All>>(
    key: Key,
    ...values: ValuesFor<SentenceAt<All, Key>, ReactNode>
  ): ReactNode[];
};

/**
 * The texts of one part of the Studio. The English ones come with the code that says them; a translation or a host's own
 * texts (`language.ts`) are looked up by the area's name first, key by key.
 */
export function createArea<const All extends Sentences>(name: string, english: All): Text<All> {
  // Kept, for a large flow says the same thing of thousands of cards.
  const known = new Map<string, Wording>();
  let spoken: unknown;
  const find = (key: string) => {
    if (spoken !== spokenTexts()) known.clear();
    spoken = spokenTexts();
    const wording = known.get(key) ?? wordingOf(name, english, key);
    known.set(key, wording);
    return wording;
  };
  const say = (key: string, values: Record<string, string | number> = {}) => {
    const { text, language } = find(key);
    return fillIn(text, values, language);
  };
  const nodes = (key: string, values: Record<string, ReactNode> = {}): ReactNode[] => {
    const { text, language } = find(key);
    return cutAtPlaceholders(pluralForm(text, values, language)).map((part, index) =>
      index % 2 === 0 ? part : values[part],
    );
  };
  return Object.assign(say, { nodes });
}

/** The wording of a text in the page's language: the host's own, else the translation, else the English one. */
export function wordingOf(area: string, english: Sentences, key: string): Wording {
  const text = ownText(area, key);
  return text === undefined
    ? { text: sentenceAt(english, key) ?? key, language: 'en' }
    : { text, language: currentLanguage() };
}

/** What the page says at a key in place of the English text; undefined where it has nothing of its own. */
export function ownText(area: string, key: string): string | undefined {
  for (const texts of textsOf(area)) {
    const text = sentenceAt(texts, key);
    if (text !== undefined) return text;
  }
  return undefined;
}
