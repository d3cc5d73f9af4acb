import type { ModifierArgument } from '../../../../../flow/modifiers/modifier.ts';

export type ArgumentFieldProps = {
  argument: ModifierArgument;
  value: unknown;
  /** `undefined` takes the argument away. */
  onChange: (value: unknown) => void;
};
