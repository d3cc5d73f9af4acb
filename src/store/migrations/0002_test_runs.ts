import { type Kysely, sql } from 'kysely';

/** Runs that an author starts to try a flow are told from those that events start. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs add column kind text not null default 'live'`.execute(db);
}
