import type { Locator } from '@playwright/test';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const english = path.join(import.meta.dirname, '../../src/studio/text/english');

type Texts = { [key: string]: string | Texts };

/** A file for `STUDIO_TEXTS` in which every text of the Studio stands in ⟦ ⟧, the values in it outside of them. */
export async function writeMarkedTexts(): Promise<{ file: string; remove: () => Promise<void> }> {
  const areas: Texts = {};
  for (const file of await readdir(english)) {
    const module = (await import(path.join(english, file))) as Record<string, Texts>;
    const [, texts] = Object.entries(module).find(([name]) => name.endsWith('English')) ?? [];
    if (!texts) throw new Error(`${file} has no English texts.`);
    areas[path.basename(file, '.ts')] = marked(texts);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'tributary-texts-'));
  const file = path.join(folder, 'texts.json');
  await writeFile(file, JSON.stringify({ en: areas }));
  return { file, remove: () => rm(folder, { recursive: true }) };
}

function marked(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? mark(text) : marked(text)]),
  );
}

/** Of each plural form the parts between the values. */
function mark(text: string): string {
  return text
    .split('|')
    .map((form) =>
      form.replaceAll(
        /(\{\{\w+\}\})|((?:(?!\{\{).)+)/g,
        (_, value?: string, part?: string) => value ?? `⟦${part}⟧`,
      ),
    )
    .join('|');
}

/**
 * What people can read or hear below some elements that is no text of the catalogue, with where it stands. `data` are
 * the words that the reader, or their flow, has brought along. Keys, and what is marked `translate="no"`, are data.
 */
export async function unmarkedTexts(
  elements: Locator,
  data: readonly (string | RegExp)[],
): Promise<string[]> {
  const found = (await elements.evaluateAll(readTexts)).flat();
  const words = data.filter((each) => typeof each === 'string').toSorted((a, b) => b.length - a.length);
  const patterns = data.filter((each) => each instanceof RegExp);
  const rest = (text: string) => {
    const unmarked = words.reduce(
      (left, word) => left.replaceAll(word, ''),
      text.replaceAll(/⟦[^⟦⟧]*⟧/g, ''),
    );
    return patterns.reduce((left, pattern) => left.replaceAll(pattern, ''), unmarked);
  };
  return [
    ...new Set(
      found.filter(({ text }) => /\p{L}/u.test(rest(text))).map(({ where, text }) => `${where}: ${text}`),
    ),
  ];
}

/** In the page. */
function readTexts(roots: Element[]): { where: string; text: string }[] {
  const attributes = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'title',
    'placeholder',
    'alt',
  ];
  const data = 'script, style, noscript, kbd, [translate="no"]';
  return roots.flatMap((root) => {
    const found: { where: string; text: string }[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { parentElement: parent, nodeValue } = nodes.currentNode;
      if (parent && nodeValue?.trim() && !parent.closest(data))
        found.push({ where: parent.tagName.toLowerCase(), text: nodeValue });
    }
    for (const element of [root, ...root.querySelectorAll('*')]) {
      if (element.closest(data)) continue;
      for (const name of attributes) {
        const text = element.getAttribute(name);
        if (text) found.push({ where: name, text });
      }
      // A chosen option.
      if (element instanceof HTMLInputElement && element.getAttribute('aria-haspopup') === 'listbox')
        found.push({ where: 'option', text: element.value });
    }
    return found;
  });
}
