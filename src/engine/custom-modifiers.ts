import { customModifier } from '../flow/modifiers/custom.ts';
import type { Modifier } from '../flow/modifiers/modifier.ts';
import {
  type CustomModifierSet,
  readCustomModifiers,
  replaceCustomModifiers,
} from '../store/custom-modifiers.ts';
import type { Database } from '../store/database.ts';

export type CustomModifiers = {
  /** As they were read last. */
  find: (name: string) => Modifier | undefined;
  /** Reads them unless that was a moment ago: another process may have replaced them. */
  refresh: () => Promise<CustomModifierSet>;
  /** Puts others in their place. */
  replace: (set: CustomModifierSet) => Promise<void>;
};

/** So long nobody notices that they were replaced by another process. Milliseconds. */
const freshFor = 1_000;

/** The installation's own modifiers, at hand for who cannot wait. */
export function createCustomModifiers({ db }: Database, clock: () => Date): CustomModifiers {
  let set: CustomModifierSet = { modifiers: [], groups: [] };
  let byName = new Map<string, Modifier>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const at = clock().getTime();
    set = await readCustomModifiers(db);
    byName = new Map(set.modifiers.map((definition) => [definition.name, customModifier(definition)]));
    readAt = at;
  };
  const refresh = async (): Promise<CustomModifierSet> => {
    if (Math.abs(clock().getTime() - readAt) >= freshFor) {
      reading ??= read().finally(() => (reading = undefined));
      await reading;
    }
    return set;
  };
  return {
    find: (name) => byName.get(name),
    refresh,
    async replace(next) {
      await replaceCustomModifiers(db, next);
      await read();
    },
  };
}
