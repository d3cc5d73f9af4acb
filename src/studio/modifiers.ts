import {
  findModifier as findInEnglish,
  type Modifier,
  modifierCategories,
  modifiers,
} from '../flow/modifiers/catalogue.ts';
import { ownText } from './text/area.ts';

/** The modifier of this name, its texts in the language of the page. */
export function findModifier(name: string): Modifier | undefined {
  const modifier = findInEnglish(name);
  return modifier && worded(modifier);
}

/** All modifiers, their texts in the language of the page. */
export function allModifiers(): Modifier[] {
  return Object.values(modifiers).map(worded);
}

/** How a group of modifiers is called, and where it stands among the others. */
export function modifierCategory(name: Modifier['category']): { label: string; index: number } {
  const category = modifierCategories[name];
  return { ...category, label: text(`categories.${name}`, category.label) };
}

function worded(modifier: Modifier): Modifier {
  const { name } = modifier;
  return {
    ...modifier,
    label: text(`${name}.label`, modifier.label),
    description: text(`${name}.description`, modifier.description),
    arguments: modifier.arguments.map((argument) => {
      const key = `${name}.arguments.${argument.name}`;
      const { placeholder } = argument;
      return {
        ...argument,
        label: text(`${key}.label`, argument.label),
        ...(placeholder === undefined ? {} : { placeholder: text(`${key}.placeholder`, placeholder) }),
      };
    }),
  };
}

function text(key: string, english: string): string {
  return ownText('modifiers', key) ?? english;
}
