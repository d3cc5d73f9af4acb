import type { RunKind } from './schema.ts';
import type { Queryable } from './transaction.ts';

/** A run with everything its walk needs, except the descriptor of its version. */
export type ClaimedRun = {
  id: string;
  kind: RunKind;
  userId: string;
  flowId: string;
  versionId: string;
  componentId: string;
  flowName: string;
  customFields: Record<string, unknown>;
  /** Of the event, when there is one. */
  message: unknown;
  /** `traceparent`: of the trace that it is part of. */
  startMessage: { port: string; content: unknown; traceparent?: string } | null;
  /** Taken for the first time: nothing of it is in the journal. */
  fresh: boolean;
  /** It has passed its flow's gate, where others may wait for its end; by this key, when it has one. */
  gated: boolean;
  orderKey: string | null;
};

/** SQL: what a claimed run is made of but `fresh`, from the run and its flow by these names, and its event as `e`. */
export function claimedColumns({ run, flow }: { run: string; flow: string }): string {
  return `${run}.id, ${run}.kind, ${run}.user_id as "userId", ${run}.flow_id as "flowId",
    ${run}.version_id as "versionId", ${run}.component_id as "componentId", ${flow}.name as "flowName",
    ${flow}.custom_fields as "customFields", e.message, ${run}.start_message as "startMessage",
    ${run}.order_no is not null as gated, ${run}.order_key as "orderKey"`;
}

/** Which run, for which job of the queue; without one where it has not come from there. */
export type Claim = { runId: string; jobId?: string | undefined };

/**
 * Marks runs as running and reads them. A run whose flow no longer runs is cancelled instead, and so is a test,
 * which only the process that began it goes on with; one that ended already, or that a process has taken
 * (taken-runs.ts), is left alone. So is one that was let through its gate when this job of its had been taken: it has
 * another job since then. None of these is among the answers, but who was cancelled is, as not `live`. Who is claimed is
 * parked no more.
 */
export async function claimRuns(
  db: Queryable,
  claims: Claim[],
  at: Date,
): Promise<(ClaimedRun & { jobId: string | null; live: boolean })[]> {
  const { rows } = await db.query<ClaimedRun & { jobId: string | null; live: boolean }>(
    `with wanted as (
       select r.id, c.job_id, r.started_at is null as fresh, f.stage = 'running' and r.kind = 'live' as live, f.name,
              f.custom_fields
       from unnest($1::uuid[], $3::bigint[]) as c (run_id, job_id)
            join runs r on r.id = c.run_id join flows f on f.id = r.flow_id
       where r.finished_at is null and not r.held and r.worker_id is null
         and (r.order_no is null or c.job_id is null or exists (
           select from graphile_worker.jobs j where j.id = c.job_id and j.key = r.id::text
         ))
       order by r.id for no key update of r
     ), claimed as (
       update runs set
         status = case when w.live then 'running' else 'cancelled' end,
         started_at = coalesce(started_at, $2),
         parked_at = null,
         finished_at = case when w.live then null else $2 end
       from wanted w where runs.id = w.id
       returning runs.*, w.job_id, w.fresh, w.live, w.name, w.custom_fields
     )
     select ${claimedColumns({ run: 'c', flow: 'c' })}, c.fresh, c.job_id as "jobId", c.live
     from claimed c left join events e on e.id = c.event_id`,
    [claims.map((claim) => claim.runId), at, claims.map((claim) => claim.jobId ?? null)],
  );
  return rows;
}
