import { letGo } from './taken-runs.ts';
import { type Queryable, within } from './transaction.ts';

/**
 * A worker process lives as long as its connection holds the session-level advisory lock of its key:
 * Postgres gives the lock back the moment the connection ends, however the process ended.
 */

/** Takes the worker's lock on this connection, and writes its row. False when another connection has the lock. */
export async function registerWorker(session: Queryable, id: string, at: Date): Promise<boolean> {
  // The lock first: a row without a lock means a dead worker.
  const { rows } = await session.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended($1, 0)) as locked`,
    [id],
  );
  if (!rows[0]?.locked) return false;
  await session.query(
    `insert into workers (id, lock_key, started_at) values ($1, hashtextextended($1, 0), $2)
     on conflict (id) do nothing`,
    [id, at],
  );
  return true;
}

/**
 * Buries all other workers that are dead: removes their rows and gives their jobs back to the queue, to run again at once.
 * Where nobody is dead it is one statement. Nobody is taken for dead while the database has been up for less than
 * `graceMs`: its end, or that of one of its processes, took the locks of the living, too, and they need a moment to take
 * them again. An age below zero is one of a clock that was set back.
 *
 * @returns who was dead
 */
export async function buryDead(session: Queryable, ownId: string, graceMs: number): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `with others as materialized (
       select id, pg_try_advisory_lock(hashtextextended(id, 0)) as locked from workers
       where id <> $1 and clock_timestamp() - greatest(
         pg_postmaster_start_time(),
         (select backend_start from pg_stat_activity where backend_type = 'checkpointer')
       ) not between interval '0' and make_interval(secs => $2 / 1000.0)
     )
     select id from others where locked`,
    [ownId, graceMs],
  );
  const dead = rows.map((row) => row.id);
  if (dead.length === 0) return [];
  try {
    for (const id of dead) await removeWorker(session, id);
  } finally {
    await session.query('select pg_advisory_unlock(hashtextextended(id, 0)) from unnest($1::text[]) as id', [
      dead,
    ]);
  }
  return dead;
}

/**
 * Gives back the jobs that a living worker no longer works on, and tells the others. Its row stays: they must know whom to
 * look for.
 */
export async function giveBackJobs(db: Queryable, id: string): Promise<void> {
  await db.query(
    `select graphile_worker.force_unlock_workers(array[$1]), pg_notify('jobs:insert', '{"count":1}')`,
    [id],
  );
}

/** Removes a worker's row and gives back the jobs it still holds and the runs it has taken, all or nothing. */
export async function removeWorker(session: Queryable, id: string): Promise<void> {
  await within(session, async (db) => {
    // Waits for events that are being accepted in its name; what they have stored is seen by what follows.
    await db.query('delete from workers where id = $1', [id]);
    await giveBackJobs(db, id);
    await letGo(db, { workerId: id });
  });
}

/**
 * Gives back taken runs of workers without a row, which are dead. There are none, unless a process of an earlier release
 * that knows nothing of such runs has buried their worker. To be called in a transaction, as its last statement.
 */
export async function giveBackForgotten(db: Queryable): Promise<void> {
  await letGo(db, 'of-unknown-workers');
}
