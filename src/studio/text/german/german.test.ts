import { expect, test } from 'vitest';
import { cutAtPlaceholders, sentenceAt, type Sentences } from '../../../flow/messages/sentences.ts';
import { german } from './german.ts';
import { textsIn } from './testing/texts-in.ts';

const modules = import.meta.glob<Record<string, unknown>>('../english/*.ts', { eager: true });

/** The English texts of each area, by the name of its file. */
const areas = Object.entries(modules).map(([file, module]) => {
  const name = file.replace(/^.*\/|\.ts$/g, '');
  const english = Object.entries(module).find(([exported]) => exported.endsWith('English'))?.[1];
  return [name, english as Sentences] as const;
});

/** Their English stands with what they tell of: `components.test.ts`. */
const elsewhere = ['components', 'modifiers'];

test('German has every area', () => {
  const all = [...areas.map(([name]) => name), ...elsewhere];
  expect(Object.keys(german).sort()).toEqual(all.sort());
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

function placeholders(text: string): string[] {
  return [...new Set(cutAtPlaceholders(text).filter((_, index) => index % 2 === 1))].sort();
}
