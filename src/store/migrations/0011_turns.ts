import { type Kysely, sql } from 'kysely';

/** How often a run that may be what its workers died of was taken up by itself, and came to no end (engine/suspects.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs add column turns int not null default 0`.execute(db);
}
