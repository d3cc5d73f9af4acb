import type { Catalogue, ComponentDefinition } from '../../../flow/definition.ts';
import { labelOf, moduleNameOf, type ModuleManifest } from '../../../flow/manifest.ts';

export type PaletteModule = { module: ModuleManifest; components: ComponentDefinition[] };
export type PaletteCategory = { name: string; label: string; modules: PaletteModule[] };

/**
 * What the palette offers: categories, in them modules, in them components. A search keeps the components of which
 * every word is found in their own, their module's or their category's words.
 */
export function paletteGroups(catalogue: Catalogue, search: string): PaletteCategory[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const categories = new Map<string, PaletteCategory>();
  for (const module of modulesInOrder(catalogue)) {
    const components = catalogue
      .components()
      .filter(({ manifest }) => !manifest.private && moduleNameOf(manifest.name) === module.name)
      .filter((component) => words.every((word) => wordsOf(component, module).includes(word)));
    if (components.length === 0) continue;
    const category = categories.get(module.category) ?? {
      name: module.category,
      label: module.categoryLabel,
      modules: [],
    };
    category.modules.push({ module, components });
    categories.set(module.category, category);
  }
  return [...categories.values()];
}

/** What Enter in the search takes: the component called so, else the first whose name fits, else the first found. */
export function bestMatch(categories: PaletteCategory[], search: string): ComponentDefinition | undefined {
  const text = search.trim().toLowerCase();
  const found = categories.flatMap(({ modules }) => modules.flatMap(({ components }) => components));
  return (
    found.find((component) => nameOf(component) === text) ??
    found.find((component) => nameOf(component).includes(text)) ??
    found[0]
  );
}

function nameOf({ manifest }: ComponentDefinition): string {
  return labelOf(manifest).toLowerCase();
}

function modulesInOrder(catalogue: Catalogue): ModuleManifest[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...catalogue.modules()].sort(
    (a, b) =>
      (a.categoryIndex ?? last) - (b.categoryIndex ?? last) ||
      (a.index ?? last) - (b.index ?? last) ||
      a.label.localeCompare(b.label),
  );
}

function wordsOf({ manifest }: ComponentDefinition, module: ModuleManifest): string {
  const name = manifest.name.split('.').at(-1) ?? '';
  return [labelOf(manifest), name, manifest.description, module.label, module.categoryLabel]
    .join(' ')
    .toLowerCase();
}
