import type { CustomModifier } from '../flow/modifiers/custom.ts';
import type { Db } from './database.ts';

export type CustomModifierGroup = { id: string; label: string; index: number };

/** An installation's own modifiers with the groups they stand in. */
export type CustomModifierSet = { modifiers: CustomModifier[]; groups: CustomModifierGroup[] };

export async function readCustomModifiers(db: Db): Promise<CustomModifierSet> {
  const [modifiers, groups] = await Promise.all([
    db.selectFrom('custom_modifiers').select('definition').orderBy('name').execute(),
    db.selectFrom('custom_modifier_groups').selectAll().orderBy('index').orderBy('id').execute(),
  ]);
  return { modifiers: modifiers.map(({ definition }) => definition), groups };
}

/** Puts these in the place of all that there were. */
export async function replaceCustomModifiers(
  db: Db,
  { modifiers, groups }: CustomModifierSet,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('custom_modifiers').execute();
    await trx.deleteFrom('custom_modifier_groups').execute();
    if (modifiers.length > 0) {
      const rows = modifiers.map((definition) => ({
        name: definition.name,
        definition: JSON.stringify(definition),
      }));
      await trx.insertInto('custom_modifiers').values(rows).execute();
    }
    if (groups.length > 0) await trx.insertInto('custom_modifier_groups').values(groups).execute();
  });
}
