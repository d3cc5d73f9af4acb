import { addJobs } from './jobs.ts';
import type { Queryable } from './transaction.ts';

/**
 * A flow may work on a few runs at once only, and on those with the same key one after another. Its runs are then
 * stored without a job, as held at its gate, and each gets its job when it may pass. One that has passed keeps its
 * place until it ends, whatever it waits for meanwhile.
 */

/** Runs of one statement where nothing else limits them. */
const most = 1_000;

/**
 * Lets through what may pass, in the order of acceptance. Gives the number. Must be in a transaction of its own: the lock
 * of the gate orders those who do so, and each sees what the one before has let through.
 *
 * @param keys only runs with these keys, as one of them has ended; default all. Where the number of runs is limited,
 * the end of any run makes place for any other.
 */
export async function passGate(db: Queryable, flowId: string, keys?: string[]): Promise<number> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('gate ' || $1, 0))`, [flowId]);
  const { rows } = await db.query<{ id: string; userId: string }>(
    `with room as materialized (
       select least(${most}, case when f.concurrency is null then ${most} else f.concurrency - (
         select count(*) from runs where flow_id = $1 and order_no is not null and finished_at is null and not held
       ) end) as places
       from flows f where f.id = $1
     ), keys as (
       select distinct order_key from runs
       where flow_id = $1 and order_key is not null and finished_at is null and held
         and ($2::text[] is null or order_key = any($2) or (select concurrency from flows where id = $1) is not null)
     ), first as (
       select one.* from keys k cross join lateral (
         select id, order_no, held from runs
         where flow_id = $1 and order_key = k.order_key and finished_at is null order by held, order_no limit 1
       ) as one where one.held
       union all
       (select id, order_no, held from runs
        where flow_id = $1 and order_no is not null and order_key is null and finished_at is null and held
          and ($2::text[] is null or (select concurrency from flows where id = $1) is not null)
        order by order_no limit ${most})
     ), chosen as (
       select id from first order by order_no limit greatest(0, (select places from room))
     ), locked as (
       select id from runs where id in (select id from chosen) and finished_at is null order by id for no key update
     ), passed as (
       update runs set held = false from locked where runs.id = locked.id returning runs.id, runs.user_id, runs.order_no
     )
     select id, user_id as "userId" from passed order by order_no`,
    [flowId, keys ?? null],
  );
  await addJobs(
    db,
    rows.map(({ id, userId }) => ({ runId: id, userId })),
  );
  return rows.length;
}

/** Flows with runs at their gates. */
export async function gatesWithRuns(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ flowId: string }>(
    `select distinct flow_id as "flowId" from runs where order_no is not null and finished_at is null and held`,
  );
  return rows.map((row) => row.flowId);
}

/** How many runs of a flow may be at work at once has changed: from now on events know whether there is a gate. */
export async function regateListeners(db: Queryable, flowId: string): Promise<void> {
  await db.query(
    `update listeners set gated = order_by is not null or f.concurrency is not null
     from flows f where f.id = $1 and listeners.flow_id = $1`,
    [flowId],
  );
}
