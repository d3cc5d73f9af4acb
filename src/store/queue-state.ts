import type { Queryable } from './transaction.ts';

/** Where a run waits for others: in the queue, without room for its user (parking.ts), or at its flow's gate (gates.ts). */
export type WaitingState = 'due' | 'parked' | 'held';

/** How many, of all processes on the database. */
export type QueueState = {
  counts: Record<
    | WaitingState
    /** Jobs whose time has not come; with those of who sleeps at a gate. */
    | 'delayed'
    /** With the runs that a process took without a job. */
    | 'at-work',
    number
  >;
  /** How long the one has waited there that has waited the longest; 0 where none does. */
  oldestSeconds: Record<WaitingState, number>;
};

/** Who is held has waited since it was accepted, or woke. */
export async function readQueueState(db: Queryable): Promise<QueueState> {
  const { rows } = await db.query<QueueState>(
    `with jobs as (
       select count(*) filter (where locked_at is null and run_at <= now()) as due,
              count(*) filter (where locked_at is null and run_at > now()) as delayed,
              count(*) filter (where locked_at is not null) as locked,
              min(run_at) filter (where locked_at is null and run_at <= now()) as due_since
       from graphile_worker.jobs where attempts < max_attempts
     ), places as (
       select count(*) filter (where worker_id is not null) as taken,
              count(*) filter (where parked_at is not null) as parked,
              min(parked_at) as parked_since,
              count(*) filter (where held and (wakes_at is null or wakes_at <= now())) as held,
              min(coalesce(wakes_at, created_at)) filter (where held and (wakes_at is null or wakes_at <= now())) as held_since
       from runs where finished_at is null
     )
     select json_build_object('due', due, 'delayed', delayed, 'at-work', locked + taken, 'parked', parked, 'held', held)
              as counts,
            json_build_object(
              'due', ${age('due_since')}, 'parked', ${age('parked_since')}, 'held', ${age('held_since')}
            ) as "oldestSeconds"
     from jobs, places`,
  );
  return rows[0]!;
}

/** SQL: seconds since a moment, which another clock may have told. */
function age(since: string): string {
  return `greatest(0, coalesce(extract(epoch from now() - ${since}), 0))::float8`;
}
