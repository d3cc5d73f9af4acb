import { type Kysely, sql } from 'kysely';

/** A run that has passed its flow's gate and waits for a time makes room meanwhile, and stands at the gate again (store/gates.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table runs add column wakes_at timestamptz;
    create index runs_asleep on runs (flow_id, order_key, wakes_at) where wakes_at is not null and finished_at is null;
  `.execute(db);
}
