import { addJobs } from './jobs.ts';
import type { Queryable } from './transaction.ts';

/**
 * A flow may work on a few runs at once only, and on those with the same key one after another. Its runs are then
 * stored without a job, as held at its gate, and each gets its job when it may pass. One that has passed keeps its
 * place until it ends, or until it waits for a time: where the number of runs is limited, such a sleeper stands at the
 * gate again until it has woken and there is room. It still comes before all others of its key.
 */

/** Runs of one statement where nothing else limits them. */
const most = 1_000;

/**
 * Lets through what may pass, in the order in which it came to the gate: a run when it was accepted, a sleeper when it
 * woke, so that neither keeps the other from its turn. Gives the number. Must be in a transaction of its own: the lock of
 * the gate orders those who do so, and each sees what the one before has let through.
 *
 * @param keys only runs with these keys, as one of them has ended; default all. Where the number of runs is limited,
 * the end of any run makes place for any other.
 */
export async function passGate(
  db: Queryable,
  flowId: string,
  { at, keys }: { at: Date; keys?: string[] | undefined },
): Promise<number> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('gate ' || $1, 0))`, [flowId]);
  const { rows } = await db.query<{ id: string; userId: string }>(
    `with flow as materialized (
       select concurrency from flows where id = $1
     ), room as materialized (
       select least(${most}, case when concurrency is null then ${most} else concurrency - (
         select count(*) from runs where flow_id = $1 and order_no is not null and finished_at is null and not held
       ) end) as places
       from flow
     ), keys as (
       select distinct order_key from runs
       where flow_id = $1 and order_key is not null and finished_at is null and held
         and ($2::text[] is null or order_key = any($2) or (select concurrency from flow) is not null)
     ), first as (
       -- Of each key: who is at work, or else who sleeps, or else who came first.
       select one.* from keys k cross join lateral (
         select * from (
           (select ${place}, 0 as rank from runs
            where flow_id = $1 and order_key = k.order_key and finished_at is null and not held limit 1)
           union all
           (select ${place}, 1 from runs
            where flow_id = $1 and order_key = k.order_key and finished_at is null and held and wakes_at is not null
            order by order_no limit 1)
           union all
           (select ${place}, 2 from runs
            where flow_id = $1 and order_key = k.order_key and finished_at is null and held and wakes_at is null
            order by order_no limit 1)
         ) as three order by rank limit 1
       ) as one where one.held
       union all
       (select ${place}, 2 from runs
        where flow_id = $1 and order_no is not null and order_key is null and finished_at is null and held
          and wakes_at is null and ($2::text[] is null or (select concurrency from flow) is not null)
        order by order_no limit ${most})
       union all
       (select ${place}, 1 from runs
        where flow_id = $1 and order_key is null and finished_at is null and held and wakes_at <= $3
        order by wakes_at limit ${most})
     ), due as (
       -- Clocks of several processes must not turn the order of acceptance around.
       select id, order_no, coalesce(wakes_at, max(created_at) over (partition by wakes_at is null order by order_no)) as came
       from first where wakes_at is null or wakes_at <= $3
     ), chosen as (
       select id from due order by came, order_no limit greatest(0, (select places from room))
     ), locked as (
       select id from runs where id in (select id from chosen) and finished_at is null order by id for no key update
     ), passed as (
       update runs set held = false, wakes_at = null from locked where runs.id = locked.id
       returning runs.id, runs.user_id, runs.order_no
     )
     select id, user_id as "userId" from passed order by order_no`,
    [flowId, keys ?? null, at],
  );
  await addJobs(
    db,
    rows.map(({ id, userId }) => ({ runId: id, userId })),
  );
  return rows.length;
}

const place = 'id, order_no, held, wakes_at, created_at';

/**
 * Runs that have passed their gate wait until a time: where the number of runs is limited, they make room meanwhile.
 * Their jobs, which come at that time, knock at the gate.
 */
export async function sleepAtGate(db: Queryable, sleepers: { runId: string; at: Date }[]): Promise<void> {
  await db.query(
    `update runs set held = true, wakes_at = s.at
     from unnest($1::uuid[], $2::timestamptz[]) as s (id, at), flows f
     where runs.id = s.id and runs.finished_at is null and runs.order_no is not null
       and f.id = runs.flow_id and f.concurrency is not null`,
    [sleepers.map((one) => one.runId), sleepers.map((one) => one.at)],
  );
}

export type Sleeper = { flowId: string; userId: string; orderKey: string | null; wakesAt: Date };

/** The run, if it is one that sleeps at its gate; who lets it through at this moment is waited for. */
export async function readSleeper(db: Queryable, runId: string): Promise<Sleeper | undefined> {
  const { rows } = await db.query<Sleeper>(
    `select flow_id as "flowId", user_id as "userId", order_key as "orderKey", wakes_at as "wakesAt"
     from runs where id = $1 and held and wakes_at is not null and finished_at is null for no key update`,
    [runId],
  );
  return rows[0];
}

/** Flows with runs at their gates whose time has come. */
export async function gatesWithRuns(db: Queryable, at: Date): Promise<string[]> {
  const { rows } = await db.query<{ flowId: string }>(
    `select distinct flow_id as "flowId" from runs where order_no is not null and finished_at is null and held
       and (wakes_at is null or wakes_at <= $1)`,
    [at],
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
