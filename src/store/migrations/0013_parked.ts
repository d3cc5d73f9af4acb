import { type Kysely, sql } from 'kysely';

/** A run whose user has as many at work as one may have waits without a job (store/parking.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table runs add column parked_at timestamptz;
    create index runs_parked on runs (user_id, id) where parked_at is not null and finished_at is null;
  `.execute(db);
}
