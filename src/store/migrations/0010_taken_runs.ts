import { type Kysely, sql } from 'kysely';

/** The process that accepted a run and went on with it at once, without a job (store/taken-runs.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table runs add column worker_id text`.execute(db);
}
