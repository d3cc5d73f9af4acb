import { expect, test } from 'vitest';
import { cutAtPlaceholders, sentenceAt, type Sentences } from '../../../flow/messages/sentences.ts';
import { german } from './german.ts';

const modules = import.meta.glob<Record<string, unknown>>('../english/*.ts', { eager: true });

/** The English texts of each area, by the name of its file. */
const areas = Object.entries(modules).map(([file, module]) => {
  const name = file.replace(/^.*\/|\.ts$/g, '');
  const english = Object.entries(module).find(([exported]) => exported.endsWith('English'))?.[1];
  return [name, english as Sentences] as const;
});

test('German has every area', () => {
  expect(Object.keys(german).sort()).toEqual(areas.map(([name]) => name).sort());
});

test.each(areas)('%s is complete in German, with the same values in every text', (name, english) => {
  const translated = (german as Record<string, Sentences>)[name];
  for (const [key, text] of textsIn(english)) {
    const own = sentenceAt(translated, key);
    expect(own, key).toBeTypeOf('string');
    expect(placeholders(own!), key).toEqual(placeholders(text));
    expect(own!.split('|').length, key).toBe(text.split('|').length);
  }
  expect(textsIn(translated!).length).toBe(textsIn(english).length);
});

function textsIn(all: Sentences, before = ''): [key: string, text: string][] {
  return Object.entries(all).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : textsIn(value, `${before}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...new Set(cutAtPlaceholders(text).filter((_, index) => index % 2 === 1))].sort();
}
