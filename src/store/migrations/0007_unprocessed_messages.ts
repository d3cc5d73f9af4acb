import { type Kysely, sql } from 'kysely';

/**
 * What was left undone by failed runs is told from what somebody has dealt with; a flow knows the version that it runs
 * as; a run whose step stops its flow says so until the flow has stopped.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Of a failed step: 'discarded', or 'restarted' when the event was sent into the flow again.
    alter table steps add column resolution text check (resolution in ('discarded', 'restarted'));
    alter table steps add column resolved_at timestamptz;
    create index steps_unprocessed on steps (run_id)
      where status = 'failed' and outputs is null and resolution is null;

    alter table runs add column retry_of uuid;
    alter table runs add column stops_flow boolean not null default false;
    create index runs_failed on runs (user_id, id) where status = 'failed';
    create index runs_stopping on runs (flow_id) where stops_flow;

    alter table flows add column version_id uuid;
    update flows set version_id = coalesce(
      (select version_id from listeners l where l.flow_id = flows.id limit 1),
      (select version_id from runs r where r.flow_id = flows.id and r.kind = 'live' order by r.created_at desc limit 1)
    ) where stage = 'running';
  `.execute(db);
}
