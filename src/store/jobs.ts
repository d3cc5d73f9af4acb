import type { Queryable } from './transaction.ts';

/** The one task of the queue: go on with a run. */
export const runTask = 'run';

/**
 * Adds a job for each run. The run's id is the job's key, so a run never has two jobs that could both be
 * taken: adding one while another is at work retires the working one (it will not be tried again).
 * To be called in a transaction, as its last statement.
 * A delay counts from now by the database's clock, so clocks that differ do no harm.
 *
 * The more runs a user has open, the later their next ones start. The steps are coarse, so that a user's own
 * runs rarely overtake each other, and counting stops at 300 to stay cheap.
 */
export async function addJobs(
  db: Queryable,
  jobs: { runId: string; userId: string; delayMs?: number }[],
): Promise<void> {
  if (jobs.length === 0) return;
  // The queue's function keeps its plans; one made while the queue was empty reads all of a long queue later.
  await db.query('set local plan_cache_mode = force_custom_plan');
  await db.query(
    `with backlog as materialized (
       select u.user_id, (
         select count(*) from (
           select 1 from runs where runs.user_id = u.user_id and finished_at is null limit 300
         ) as counted
       ) as open
       from (select distinct unnest($2::uuid[]) as user_id) as u
     )
     select count(*) from graphile_worker.add_jobs(array(
       select row('${runTask}', json_build_object('runId', j.run_id), null,
                  now() + j.delay_ms * interval '1 millisecond', null, j.run_id,
                  case when b.open <= 30 then 0 when b.open <= 100 then 10 when b.open < 300 then 20 else 30 end,
                  null)::graphile_worker.job_spec
       from unnest($1::text[], $2::uuid[], $3::float8[])
            with ordinality as j (run_id, user_id, delay_ms, index)
       join backlog b on b.user_id = j.user_id
       order by j.index
     ))`,
    [jobs.map((job) => job.runId), jobs.map((job) => job.userId), jobs.map((job) => job.delayMs ?? null)],
  );
}
