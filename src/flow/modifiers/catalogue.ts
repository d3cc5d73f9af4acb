import { own } from '../record.ts';
import { dataModifiers } from './data.ts';
import { encodingModifiers } from './encoding.ts';
import { flowModifiers } from './flow.ts';
import { generatedModifiers } from './generated.ts';
import { hashModifiers } from './hash.ts';
import { javascriptModifiers } from './javascript.ts';
import { listFieldModifiers } from './list-fields.ts';
import { listModifiers } from './list.ts';
import { logicModifiers } from './logic.ts';
import type { Modifier, ModifierCategory } from './modifier.ts';
import { numberFormatModifiers } from './number-format.ts';
import { numberModifiers } from './number.ts';
import { objectModifiers } from './object.ts';
import { patternModifiers } from './pattern-modifiers.ts';
import { tableModifiers } from './table.ts';
import { textCaseModifiers } from './text-case.ts';
import { textFindModifiers } from './text-find.ts';
import { textModifiers } from './text.ts';
import { timeAskModifiers } from './time/ask.ts';
import { timeModifiers } from './time/modifiers.ts';

export type { Modifier } from './modifier.ts';

export type ModifierGroup = { label: string; index: number };

/** How the groups of modifiers are called, in the order they are shown. */
export const modifierCategories: Record<ModifierCategory, ModifierGroup> = {
  text: { label: 'Text', index: 1 },
  pattern: { label: 'Patterns', index: 2 },
  list: { label: 'Lists', index: 3 },
  object: { label: 'Objects', index: 4 },
  data: { label: 'Data', index: 5 },
  time: { label: 'Date and time', index: 6 },
  number: { label: 'Numbers', index: 7 },
  logic: { label: 'Logic', index: 8 },
  encoding: { label: 'Encoding', index: 9 },
  hash: { label: 'Hashes', index: 10 },
  flow: { label: 'Flow', index: 11 },
};

/** All built-in modifiers by name. */
export const modifiers: Record<string, Modifier> = Object.fromEntries(
  [
    ...textModifiers,
    ...textCaseModifiers,
    ...textFindModifiers,
    ...patternModifiers,
    ...listModifiers,
    ...listFieldModifiers,
    ...objectModifiers,
    ...dataModifiers,
    ...tableModifiers,
    ...javascriptModifiers,
    ...timeModifiers,
    ...timeAskModifiers,
    ...numberModifiers,
    ...numberFormatModifiers,
    ...logicModifiers,
    ...encodingModifiers,
    ...hashModifiers,
    ...generatedModifiers,
    ...flowModifiers,
  ].map((modifier) => [modifier.name, modifier]),
);

/** A built-in modifier; `undefined` for a name that is none, `constructor` among them. */
export function findModifier(name: string): Modifier | undefined {
  return own(modifiers, name);
}
