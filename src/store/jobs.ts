import type { Queryable } from './transaction.ts';

/** The one task of the queue: go on with a run. */
export const runTask = 'run';

/** All but `runId` is not there in what older processes queued. */
export type RunPayload = { runId: string; userId?: string; fetched?: boolean; suspected?: boolean };

/**
 * Adds a job for each run. The run's id is the job's key, so a run never has two jobs that could both be
 * taken: adding one while another is at work retires the working one (it will not be tried again).
 * To be called in a transaction, as its last statement.
 * A delay counts from now by the database's clock, so clocks that differ do no harm.
 */
export async function addJobs(
  db: Queryable,
  jobs: {
    runId: string;
    userId: string;
    delayMs?: number;
    /** It was parked (parking.ts), and its turn has come. */
    fetched?: boolean;
    /** It may be what workers died of, and has not had its turn (engine/suspects.ts). */
    suspected?: boolean;
  }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await db.query(
    `with backlog as materialized (
       select u.user_id, ${backlogPriority('u.user_id')} as priority
       from (select distinct unnest($2::uuid[]) as user_id) as u
     )
     select count(*) from graphile_worker.add_jobs(array(
       select ${jobSpec({
         runId: 'j.run_id',
         userId: 'j.user_id',
         fetched: 'j.fetched',
         suspected: 'j.suspected',
         runAt: "now() + j.delay_ms * interval '1 millisecond'",
         priority: 'b.priority',
       })}
       from unnest($1::text[], $2::uuid[], $3::float8[], $4::boolean[], $5::boolean[])
            with ordinality as j (run_id, user_id, delay_ms, fetched, suspected, index)
       join backlog b on b.user_id = j.user_id
       order by j.index
     ))`,
    [
      jobs.map((job) => job.runId),
      jobs.map((job) => job.userId),
      jobs.map((job) => job.delayMs ?? null),
      jobs.map((job) => job.fetched ?? false),
      jobs.map((job) => job.suspected ?? false),
    ],
  );
}

/**
 * Gives runs a job that should have one and have none any more: the queue counts a job out whose attempts are used up, and
 * somebody may have deleted it. Gives how many there were.
 */
export async function reviveRuns(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ runId: string; userId: string }>(
    `select r.id as "runId", r.user_id as "userId" from runs r
     where r.finished_at is null and not r.held and r.worker_id is null and r.parked_at is null and r.kind = 'live'
       and not exists (
       select from graphile_worker.jobs j
       where j.key = r.id::text and (j.attempts < j.max_attempts or j.locked_at is not null)
     )
     order by r.id limit 1000 for no key update of r skip locked`,
  );
  await addJobs(db, rows);
  return rows.length;
}

/**
 * SQL: the priority of a user's further runs. The more runs a user has open, the later the next ones start. The steps
 * are coarse, so that a user's own runs rarely overtake each other, and counting stops at 300 to stay cheap. `further`
 * are the runs that the same statement begins, which it cannot see yet.
 */
export function backlogPriority(userId: string, further = '0'): string {
  return `(
    select case when open <= 30 then 0 when open <= 100 then 10 when open < 300 then 20 else 30 end
    from (select count(*) + ${further} as open from (select 1 from runs where runs.user_id = ${userId} and finished_at is null limit 300) as counted) as backlog
  )`;
}

/** SQL: what the queue's function takes for a run, each part an expression. */
export function jobSpec({
  runId,
  userId,
  runAt,
  priority,
  fetched = 'false',
  suspected = 'false',
}: Record<'runId' | 'userId' | 'runAt' | 'priority', string> & {
  fetched?: string;
  suspected?: string;
}): string {
  return `row('${runTask}', json_build_object('runId', ${runId}, 'userId', ${userId}, 'fetched', ${fetched}, 'suspected', ${suspected}), null, ${runAt}, null, ${runId}, ${priority}, null)::graphile_worker.job_spec`;
}
