import { allModifiers } from '../../modifiers.ts';
import type { Constant } from './variable-row.ts';

/** The variables that no component makes: modifiers that need no value. */
export function constants(): Constant[] {
  return allModifiers()
    .filter((modifier) => !modifier.takesValue)
    .map(({ name, label, description }) => ({ name, label, description }));
}
