import { addJobs } from './jobs.ts';
import type { Queryable } from './transaction.ts';

/**
 * Runs for which a worker has no room, as their user has so many at work already, wait without a job: they cost nothing
 * meanwhile, and the queue has nothing to go past. Who has room for the user gives them jobs again.
 */

/**
 * These runs wait from now on, and lose their jobs with that: who works on one ends as usual. Those that have ended, sleep
 * at a gate, or were taken are left alone.
 */
export async function parkRuns(db: Queryable, runIds: string[], at: Date): Promise<void> {
  await db.query(
    `with open as (
       select id from runs
       where id = any($1::uuid[]) and finished_at is null and not held and worker_id is null
       order by id for no key update
     ), parked as (
       update runs set parked_at = $2 from open where runs.id = open.id returning runs.id
     )
     select graphile_worker.remove_job(id::text) from parked`,
    [runIds, at],
  );
}

/** Gives jobs to those of a user's runs that were accepted first. Gives how many there were. To be called in a transaction. */
export async function unparkRuns(db: Queryable, userId: string, most: number): Promise<number> {
  const { rows } = await db.query<{ runId: string; userId: string; suspected: boolean }>(
    `with first as (
       select id from runs where user_id = $1 and parked_at is not null and finished_at is null
       order by id limit $2 for no key update skip locked
     )
     update runs set parked_at = null from first where runs.id = first.id
     returning runs.id as "runId", runs.user_id as "userId", runs.turns > 0 as suspected`,
    [userId, most],
  );
  await addJobs(
    db,
    rows.map((row) => ({ ...row, fetched: true })),
  );
  return rows.length;
}

/** Users of whom runs are parked. */
export async function usersWithParked(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ userId: string }>(
    `select distinct user_id as "userId" from runs where parked_at is not null and finished_at is null`,
  );
  return rows.map((row) => row.userId);
}
