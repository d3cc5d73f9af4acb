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

/** What of a table (as `old`) goes, besides being older than `$3` by its id. A run refers to its event and version. */
const goes = {
  /** Unfinished ones stay, however old; steps and log go along. */
  runs: 'old.finished_at < $3',
  events: `old.created_at < $3
    and not exists (select from runs where runs.finished_at is null and runs.event_id = old.id)`,
  flow_versions: `old.created_at < $3
    and not exists (select from flows f where f.id = old.flow_id and f.version_id = old.id and f.stage = 'running')
    and not exists (select from listeners l where l.flow_id = old.flow_id and l.version_id = old.id)
    and not exists (select from runs r where r.flow_id = old.flow_id and r.version_id = old.id)`,
};
export type SweptTable = keyof typeof goes;
/** In this order each finds that what referred to it is gone. */
export const sweptTables: SweptTable[] = ['runs', 'events', 'flow_versions'];

/** Deletes what of a table came before `before` and is needed no more, among the rows behind `after`. */
export async function sweepTable(
  db: Queryable,
  table: SweptTable,
  { before, after }: { before: Date; after: string },
): Promise<Swept> {
  const { rows } = await db.query<{ looked: number; deleted: number; last: string | null }>(
    `with looked as (
       select id from ${table} where id > $2 and id < $1 order by id limit ${batch}
     ), gone as (
       delete from ${table} old using looked where old.id = looked.id and ${goes[table]} returning old.id
     )
     select (select count(*)::int from looked) as looked, (select count(*)::int from gone) as deleted,
            (select id from looked order by id desc limit 1) as last`,
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
