import { expect, test } from 'vitest';
import { catalogue } from '../../../connectors/catalogue.ts';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { modifierCategories, modifiers } from '../../../flow/modifiers/catalogue.ts';
import { wordManifest, wordOutputs } from '../manifest-texts.ts';
import { components as germanComponents } from './components.ts';
import { modifiers as germanModifiers } from './modifiers.ts';
import { textsIn } from './testing/texts-in.ts';

/** The paths of all that people read of a component. */
function textsOf({ manifest, outputs, outputsFrom }: ComponentDefinition): string[] {
  const paths: string[] = [];
  const collect = (path: string, text: string | undefined) => {
    if (text !== undefined) paths.push(`${manifest.name}: ${path}`);
    return text;
  };
  wordManifest(manifest, collect);
  const config = { properties: {}, inputs: {} };
  const upstream = { messageOf: () => undefined, valueOf: () => undefined };
  wordOutputs(outputs?.(config) ?? outputsFrom?.(config, upstream) ?? {}, collect);
  return paths;
}

const ofComponents = catalogue.components().flatMap(textsOf);
const ofModules = catalogue
  .modules()
  .flatMap(({ name }) => ['label', 'description', 'categoryLabel'].map((member) => `${name}: ${member}`));
const ofModifiers = Object.values(modifiers).flatMap(({ name }) => [`${name}.label`, `${name}.description`]);
const ofArguments = new Set(
  Object.values(modifiers).flatMap((modifier) =>
    modifier.arguments.flatMap(({ label, options = [] }) =>
      [label, ...options.map((option) => option.label)].map((english) => `labels.${english}`),
    ),
  ),
);
const ofCategories = Object.keys(modifierCategories).map((name) => `categories.${name}`);

const inGerman = Object.entries(germanComponents).flatMap(([name, texts]) =>
  textsIn(texts).map(([path]) => `${name}: ${path}`),
);
const modifiersInGerman = textsIn(germanModifiers).map(([key]) => key);

test.each([
  ['components and modules', [...ofComponents, ...ofModules], inGerman],
  ['modifiers', [...ofModifiers, ...ofArguments, ...ofCategories], modifiersInGerman],
])('German has every text of %s, and no others', (_what, english, german) => {
  const missing = english.filter((key) => !german.includes(key));
  const needless = german.filter((key) => !english.includes(key));
  expect({ missing, needless }).toEqual({ missing: [], needless: [] });
});
