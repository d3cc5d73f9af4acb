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

export async function otherWorkers(session: Queryable, ownId: string): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>('select id from workers where id <> $1', [ownId]);
  return rows.map((row) => row.id);
}

/**
 * Buries a worker if it is dead: removes its row and gives its jobs back to the queue, to run again at once.
 *
 * @returns whether it was dead
 */
export async function buryIfDead(session: Queryable, id: string): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended($1, 0)) as locked`,
    [id],
  );
  if (!rows[0]?.locked) return false;
  try {
    await removeWorker(session, id);
  } finally {
    await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [id]);
  }
  return true;
}

/** Gives back the jobs that a living worker no longer works on. Its row stays: others must know whom to look for. */
export async function giveBackJobs(db: Queryable, id: string): Promise<void> {
  await db.query('select graphile_worker.force_unlock_workers(array[$1])', [id]);
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
