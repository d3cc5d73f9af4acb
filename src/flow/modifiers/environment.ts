import type { ModifierFacts } from './facts.ts';
import type { Modifier } from './modifier.ts';

/** What applying modifiers takes, given by whoever resolves a mapping. */
export type ModifierEnvironment = ModifierFacts & {
  /** One of the installation's own modifiers (`custom.ts`). */
  customModifier(name: string): Modifier | undefined;
};
