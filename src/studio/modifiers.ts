import {
  findModifier as findInEnglish,
  type Modifier,
  modifierCategories,
  type ModifierGroup,
  modifiers,
} from '../flow/modifiers/catalogue.ts';
import type { ModifierArgument } from '../flow/modifiers/modifier.ts';
import { own } from '../flow/record.ts';
import { allCustomModifiers, customGroups, findCustomModifier } from './custom-modifiers.ts';
import { ownText } from './text/area.ts';

/** The modifier of this name, its texts in the language of the page. */
export function findModifier(name: string): Modifier | undefined {
  const modifier = findInEnglish(name);
  return modifier ? worded(modifier) : findCustomModifier(name);
}

/** All modifiers, their texts in the language of the page. */
export function allModifiers(): Modifier[] {
  return [...Object.values(modifiers).map(worded), ...allCustomModifiers()];
}

/** How a group of modifiers is called, and where it stands among the others. */
export function modifierCategory(name: Modifier['category']): ModifierGroup {
  const category = own<ModifierGroup>(modifierCategories, name);
  if (!category) return own(customGroups(), name) ?? { label: name, index: Number.MAX_SAFE_INTEGER };
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
