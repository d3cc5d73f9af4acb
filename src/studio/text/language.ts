import type { Sentences } from '../../flow/messages/sentences.ts';

/** The languages the Studio is complete in, by BCP 47 tag, as their speakers call them. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** Texts that take the place of the catalogue's: by area, then by key. */
export type Texts = { readonly [area: string]: Sentences | undefined };

let language: Language = 'en';
/** What `speak` was given, and behind it what `speakAlso` was; each may come first. */
let chosen: Texts[] = [];
let further: Texts[] = [];
let spoken: readonly Texts[] = [];

/** The language of this page, which stays the same until the page is loaded anew: `start-language.ts` sets it. */
export function currentLanguage(): Language {
  return language;
}

/** The texts of an area other than its English ones, the first to look in first. */
export function textsOf(area: string): (Sentences | undefined)[] {
  return spoken.map((texts) => texts[area]);
}

/** All texts other than the English ones; another list when the page speaks anew. */
export function spokenTexts(): readonly Texts[] {
  return spoken;
}

/** Lets the page speak a language; of its `texts` the earlier ones go before the later. */
export function speak(next: Language, texts: Texts[]): void {
  language = next;
  chosen = texts;
  spoken = [...chosen, ...further];
}

/** Lets the page speak further texts, after all others it has or gets; those it speaks already change nothing. */
export function speakAlso(texts: Texts): void {
  if (further.includes(texts)) return;
  further = [...further, texts];
  spoken = [...chosen, ...further];
}
