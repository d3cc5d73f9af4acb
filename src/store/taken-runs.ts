import { addJobs } from './jobs.ts';
import { type ClaimedRun, claimedColumns } from './claimed-runs.ts';
import type { Queryable } from './transaction.ts';

/**
 * A run may be taken by the process that accepts it, at once: it is stored as running, by that worker, and has no job.
 * That spares it four of the eight rows, and three of the five commits, of a run that goes through the queue. It gets a
 * job when its process lets go of it: because it waits for a retry, because the process stops, or because it died.
 *
 * Whoever stores such runs holds the row of their worker meanwhile (`accept-events.ts`). So no run is of a worker who
 * is buried already.
 */

/** A taken run as its worker goes on with it; not `live`: its flow no longer runs. */
export type TakenRun = ClaimedRun & { live: boolean };

/** Reads runs that this worker has just taken. One that ended already, or was let go of, is not among the answers. */
export async function readTaken(db: Queryable, workerId: string, ids: string[]): Promise<TakenRun[]> {
  const { rows } = await db.query<TakenRun>({
    name: 'read_taken',
    text: `select ${claimedColumns({ run: 'r', flow: 'f' })}, true as fresh, f.stage = 'running' as live
           from runs r join flows f on f.id = r.flow_id left join events e on e.id = r.event_id
           where r.id = any($1::uuid[]) and r.worker_id = $2 and r.finished_at is null`,
    values: [ids, workerId],
  });
  return rows;
}

/** A run of this worker does not begin: its flow was stopped meanwhile. Gives whether it had not ended already. */
export async function cancelTaken(
  db: Queryable,
  { workerId, runId, at }: { workerId: string; runId: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update runs set status = 'cancelled', finished_at = $3, worker_id = null
     where id = $1 and worker_id = $2 and finished_at is null`,
    [runId, workerId, at],
  );
  return rowCount === 1;
}

/** The runs of a worker that have not ended, of those stored until a moment. */
export async function openTaken(db: Queryable, workerId: string, until: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from runs where finished_at is null and worker_id = $1 and created_at <= $2',
    [workerId, until],
  );
  return rows.map((row) => row.id);
}

/** Which runs are let go of: these of a worker, all of a worker, or those of workers that nobody knows. */
export type LetGo = { workerId: string; ids?: string[] } | 'of-unknown-workers';

/** These get a job, or have one, if they were taken before. To be called in the transaction that adds it. */
export async function noLongerTaken(db: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query('update runs set worker_id = null where id = any($1::uuid[]) and worker_id is not null', [
    ids,
  ]);
}

/** Lets go of taken runs: each gets a job. To be called in a transaction, as its last statement. */
export async function letGo(db: Queryable, which: LetGo): Promise<void> {
  const [condition, values] = conditionOf(which);
  const { rows } = await db.query<{ runId: string; userId: string }>(
    `with open as (
       select id from runs where finished_at is null and ${condition} order by id for no key update
     )
     update runs set worker_id = null from open where runs.id = open.id
     returning runs.id as "runId", runs.user_id as "userId"`,
    values,
  );
  await addJobs(db, rows);
}

function conditionOf(which: LetGo): [string, unknown[]] {
  if (which === 'of-unknown-workers') {
    return ['worker_id is not null and not exists (select from workers w where w.id = worker_id)', []];
  }
  const { workerId, ids } = which;
  return ids ? ['id = any($2::uuid[]) and worker_id = $1', [workerId, ids]] : ['worker_id = $1', [workerId]];
}
