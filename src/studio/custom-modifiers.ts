import type { ModifierSet } from '../contract/modifiers.ts';
import type { Modifier } from '../flow/modifiers/catalogue.ts';
import { customModifier } from '../flow/modifiers/custom.ts';

/**
 * The installation's own modifiers, as the server gave them when the page last asked. Apart from the catalogue of
 * modifiers, for every screen knows the components, and these ask for them.
 */
let custom: { modifiers: ReadonlyMap<string, Modifier>; groups: ModifierSet['categories'] } = {
  modifiers: new Map(),
  groups: {},
};

/** Makes the installation's own modifiers known to the page. */
export function installCustomModifiers({ categories, modifiers }: ModifierSet): void {
  const made = Object.values(modifiers).map(
    (definition) => [definition.name, customModifier(definition)] as const,
  );
  custom = { modifiers: new Map(made), groups: categories };
}

/** One of the installation's own modifiers. */
export function findCustomModifier(name: string): Modifier | undefined {
  return custom.modifiers.get(name);
}

export function allCustomModifiers(): Modifier[] {
  return [...custom.modifiers.values()];
}

/** The groups that the installation's own modifiers stand in. */
export function customGroups(): ModifierSet['categories'] {
  return custom.groups;
}
