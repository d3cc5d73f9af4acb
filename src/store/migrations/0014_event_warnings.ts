import { type Kysely, sql } from 'kysely';

/** What the sender of an event with an idempotency key was warned of: a second call is told the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column warnings json`.execute(db);
}
