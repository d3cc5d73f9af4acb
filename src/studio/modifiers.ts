import type { ModifierSet } from '../contract/modifiers.ts';
import {
  findModifier as findInEnglish,
  type Modifier,
  modifierCategories,
  type ModifierGroup,
  modifiers,
} from '../flow/modifiers/catalogue.ts';
import { customModifier } from '../flow/modifiers/custom.ts';
import type { ModifierArgument } from '../flow/modifiers/modifier.ts';
import { own } from '../flow/record.ts';
import { ownText } from './text/area.ts';

/** The installation's own modifiers, as the server gave them when the page last asked. */
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

/** The modifier of this name, its texts in the language of the page. */
export function findModifier(name: string): Modifier | undefined {
  const modifier = findInEnglish(name);
  return modifier ? worded(modifier) : findCustomModifier(name);
}

/** All modifiers, their texts in the language of the page. */
export function allModifiers(): Modifier[] {
  return [...Object.values(modifiers).map(worded), ...custom.modifiers.values()];
}

/** How a group of modifiers is called, and where it stands among the others. */
export function modifierCategory(name: Modifier['category']): ModifierGroup {
  const category = own<ModifierGroup>(modifierCategories, name);
  if (!category) return own(custom.groups, name) ?? { label: name, index: Number.MAX_SAFE_INTEGER };
  return { ...category, label: text(`categories.${name}`, category.label) };
}

function worded(modifier: Modifier): Modifier {
  const { name } = modifier;
  return {
    ...modifier,
    label: text(`${name}.label`, modifier.label),
    description: text(`${name}.description`, modifier.description),
    arguments: modifier.arguments.map((argument) => wordedArgument(argument, name)),
  };
}

/** Many modifiers have arguments of the same label, so these are worded once, by their English label. */
function wordedArgument(argument: ModifierArgument, modifier: string): ModifierArgument {
  const { label, placeholder, options } = argument;
  return {
    ...argument,
    label: text(`labels.${label}`, label),
    ...(placeholder === undefined
      ? {}
      : { placeholder: text(`${modifier}.placeholders.${argument.name}`, placeholder) }),
    ...(options
      ? {
          options: options.map((option) => ({
            ...option,
            label: text(`labels.${option.label}`, option.label),
          })),
        }
      : {}),
  };
}

function text(key: string, english: string): string {
  return ownText('modifiers', key) ?? english;
}
