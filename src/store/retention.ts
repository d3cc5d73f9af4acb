import type { Queryable } from './transaction.ts';

/** Rows of one statement: short enough that nobody waits for it. */
const batch = 1_000;

/**
 * The smallest UUID of version 7 of a moment. Ids begin with their time, so old rows are found at the beginning of the
 * primary key, without an index of their own.
 */
export function firstIdAt(moment: Date): string {
  const time = moment.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** Deleted rows, and where to go on; `after` is undefined when all are done. */
export type Swept = { deleted: number; after: string | undefined };

/** Deletes runs that ended before `before`, with their steps and log. Unfinished ones stay, however old. */
export async function sweepRuns(db: Queryable, before: Date, after: string): Promise<Swept> {
  return sweep(
    db,
    `with old as (
       select id from runs where id > $2 and id < $1 order by id limit ${batch}
     ), gone as (
       delete from runs using old where runs.id = old.id and runs.finished_at < $3 returning runs.id
     )`,
    before,
    after,
  );
}

/** Deletes events that came in before `before`, those excepted that an unfinished run began with. */
export async function sweepEvents(db: Queryable, before: Date, after: string): Promise<Swept> {
  return sweep(
    db,
    `with old as (
       select id from events where id > $2 and id < $1 order by id limit ${batch}
     ), gone as (
       delete from events using old
       where events.id = old.id and events.created_at < $3
         and not exists (select from runs where runs.finished_at is null and runs.event_id = events.id)
       returning events.id
     )`,
    before,
    after,
  );
}

/** Deletes versions of flows that nothing refers to any more: no listener, no run. */
export async function sweepVersions(db: Queryable, before: Date, after: string): Promise<Swept> {
  return sweep(
    db,
    `with old as (
       select id from flow_versions where id > $2 and id < $1 order by id limit ${batch}
     ), gone as (
       delete from flow_versions v using old
       where v.id = old.id and v.created_at < $3
         and not exists (select from listeners l where l.flow_id = v.flow_id and l.version_id = v.id)
         and not exists (select from runs r where r.flow_id = v.flow_id and r.version_id = v.id)
       returning v.id
     )`,
    before,
    after,
  );
}

async function sweep(db: Queryable, statement: string, before: Date, after: string): Promise<Swept> {
  const { rows } = await db.query<{ looked: number; deleted: number; last: string | null }>(
    `${statement}
     select (select count(*)::int from old) as looked, (select count(*)::int from gone) as deleted,
            (select id from old order by id desc limit 1) as last`,
    [firstIdAt(before), after, before],
  );
  const { looked, deleted, last } = rows[0]!;
  return { deleted, after: looked < batch ? undefined : (last ?? undefined) };
}

const retentionLock = 'tributary retention';

/** Runs `work` unless another process does so now. The lock is held by a connection of one's own. */
export async function onlyOneSweeps(session: Queryable, work: () => Promise<void>): Promise<void> {
  const { rows } = await session.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [retentionLock],
  );
  if (!rows[0]?.locked) return;
  try {
    await work();
  } finally {
    await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [retentionLock]);
  }
}
