import { config } from 'zod';
import { readTexts } from '../../contract/texts.ts';
import { call } from '../api/call.ts';
import { type Language, languages, speak, type Texts } from './language.ts';

const storageKey = 'tributary-language';

/**
 * Chooses the page's language and loads its texts. First comes `?lang=` of the address (a host page's choice, which
 * stays for this tab), then what was chosen here before, then what the browser prefers; at last English. The
 * operator's own texts go before all.
 */
export async function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked !== null) sessionStorage.setItem(storageKey, asked);
  const language = chosenLanguage();
  document.documentElement.lang = language;
  speak(language, await Promise.all([ownTexts(language), translation(language)]));
}

/** Remembers the choice and loads the page in it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  sessionStorage.removeItem(storageKey);
  const url = new URL(location.href);
  url.searchParams.delete('lang');
  location.replace(url);
}

async function translation(language: Language): Promise<Texts> {
  if (language !== 'de') return {};
  const [{ ofScreens }, { default: schemaErrors }] = await Promise.all([
    import('./german/of-screens.ts'),
    import('zod/v4/locales/de.js'),
  ]);
  // What a schema says of a pasted or imported flow is shown, too.
  config(schemaErrors());
  return ofScreens;
}

/** What the Designer alone says: loaded with its code, for `speakAlso`. English comes with the code itself. */
export async function loadDesignerTexts(): Promise<Texts | undefined> {
  if (chosenLanguage() !== 'de') return undefined;
  return (await import('./german/of-designer.ts')).ofDesigner;
}

/** Without an answer the Studio speaks in its own words. */
async function ownTexts(language: Language): Promise<Texts> {
  try {
    const all = await call(readTexts);
    return all[language] ?? {};
  } catch (error) {
    reportError(error);
    return {};
  }
}

function chosenLanguage(): Language {
  const remembered = [sessionStorage, localStorage].map((storage) => storage.getItem(storageKey));
  const wishes = [...remembered, ...navigator.languages];
  for (const wish of wishes) {
    const tag = wish?.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(languages, tag)) return tag as Language;
  }
  return 'en';
}
