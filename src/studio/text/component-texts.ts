import type { ComponentManifest, ModuleManifest } from '../../flow/manifest.ts';
import { sentenceAt, type Sentences } from '../../flow/messages/sentences.ts';
import { own } from '../../flow/record.ts';
import { currentLanguage, textsOf } from './language.ts';
import type { Wording } from './manifest-texts.ts';

/**
 * How the page words a component: first comes the manifest's own `localization`, then the area `components` (by type,
 * and in it by path of the manifest), then the manifest as it is.
 */
export function componentWording(manifest: ComponentManifest): Wording {
  const localised = own(manifest.localization, currentLanguage());
  return (path, text) => own(localised, path) ?? componentText(manifest.name, path) ?? text;
}

/** How the page words a module. Its texts are by its name in the area `components`, too. */
export function moduleText(
  module: ModuleManifest,
  member: 'label' | 'description' | 'categoryLabel',
): string {
  return componentText(module.name, member) ?? module[member];
}

/** A path may be one key, as in a manifest's `localization`, or keys in keys. */
function componentText(name: string, path: string): string | undefined {
  for (const texts of textsOf('components')) {
    const ofName: string | Sentences | undefined = own(texts, name);
    if (typeof ofName !== 'object') continue;
    const flat = own(ofName, path);
    const text = typeof flat === 'string' ? flat : sentenceAt(ofName, path);
    if (text !== undefined) return text;
  }
  return undefined;
}
