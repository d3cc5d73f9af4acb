import { type Kysely, sql } from 'kysely';

/**
 * A step is known by its path (which message of which step led to it), so that a resumed run finds what it
 * already did in whatever order its branches went on. Open runs of a user are counted at every event and
 * cancelled when a flow stops: both must cost nothing for the finished ones.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table steps add column path text not null default '';
    create index runs_open on runs (user_id, flow_id) where finished_at is null;
  `.execute(db);
}
