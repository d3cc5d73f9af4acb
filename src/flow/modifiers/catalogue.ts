import { own } from '../record.ts';
import { dataModifiers } from './data.ts';
import { flowModifiers } from './flow.ts';
import { generatedModifiers } from './generated.ts';
import { listModifiers } from './list.ts';
import type { Modifier, ModifierCategory } from './modifier.ts';
import { textModifiers } from './text.ts';

export type { Modifier } from './modifier.ts';

/** How the groups of modifiers are called, in the order they are shown. */
export const modifierCategories: Record<ModifierCategory, { label: string; index: number }> = {
  text: { label: 'Text', index: 1 },
  list: { label: 'Lists', index: 2 },
  data: { label: 'Data', index: 3 },
  time: { label: 'Date and time', index: 4 },
  number: { label: 'Numbers', index: 5 },
  flow: { label: 'Flow', index: 6 },
};

/** All modifiers by name. */
export const modifiers: Record<string, Modifier> = Object.fromEntries(
  [...textModifiers, ...listModifiers, ...dataModifiers, ...generatedModifiers, ...flowModifiers].map(
    (modifier) => [modifier.name, modifier],
  ),
);

/** `undefined` for a name that is not installed, `constructor` among them. */
export function findModifier(name: string): Modifier | undefined {
  return own(modifiers, name);
}
