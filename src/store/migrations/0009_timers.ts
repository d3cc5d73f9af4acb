import { type Kysely, sql } from 'kysely';

/** What comes by the clock: steps that are called again later, and triggers that nothing but the time calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- { set: [{ id, at, content }], cleared: [id] }
    alter table steps add column timers json;

    -- The next tick of each trigger of a running flow. A tick is known by its planned time: there is one of each.
    create table schedules (
      flow_id uuid not null references flows on delete cascade,
      component_id text not null,
      user_id uuid not null,
      version_id uuid not null references flow_versions,
      component_type text not null,
      properties json not null,
      started_at timestamptz not null,
      planned_at timestamptz not null,
      previous_at timestamptz,
      primary key (flow_id, component_id)
    );
  `.execute(db);
}
