import { expect, test } from 'vitest';
import type { Catalogue } from '../../../flow/definition.ts';
import { labelOf } from '../../../flow/manifest.ts';
import { catalogue } from '../../catalogue.ts';
import { bestMatch, paletteGroups } from './palette-groups.ts';

const best = (search: string) => bestMatch(paletteGroups(catalogue, search), search)?.manifest.name;
const labels = (search: string, from: Catalogue = catalogue) =>
  paletteGroups(from, search).flatMap(({ modules }) =>
    modules.flatMap(({ components }) => components.map(({ manifest }) => labelOf(manifest))),
  );

test('On App Event stands first, under Utilities → App Events', () => {
  const [category] = paletteGroups(catalogue, '');
  expect(category!.label).toBe('Utilities');
  expect(category!.modules[0]!.module.label).toBe('App Events');
  expect(labels('')[0]).toBe('On App Event');
});

test('a search finds by label, by module and by words in any order', () => {
  expect(labels('onappevent')).toEqual(['On App Event']);
  expect(labels('EVENT on')).toContain('On App Event');
  expect(labels('http').length).toBeGreaterThan(4);
  expect(labels('no such thing')).toEqual([]);
});

test('a private component is not offered', () => {
  const definition = catalogue.component('appmixer.utils.http.Post')!;
  const hidden = { ...definition, manifest: { ...definition.manifest, private: true } };
  expect(labels('', { ...catalogue, components: () => [hidden] })).toEqual([]);
});

test('Enter takes what is called as one typed, before what only mentions it', () => {
  expect(labels('on start')[0]).toBe('On App Event');
  expect(best('on start')).toBe('appmixer.utils.controls.OnStart');
  expect(best('set var')).toBe('appmixer.utils.controls.SetVariable');
  expect(best('no such thing')).toBeUndefined();
});
