import { modifiers } from '../../../flow/modifiers/catalogue.ts';
import type { Constant } from './variable-row.ts';

/** The variables that no component makes: modifiers that need no value. */
export const constants: Constant[] = Object.values(modifiers)
  .filter((modifier) => !modifier.takesValue)
  .map(({ name, label, description }) => ({ name, label, description }));
