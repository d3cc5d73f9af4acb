import type { RunKind } from './schema.ts';
import type { Queryable } from './transaction.ts';

export type NewRun = {
  id: string;
  /** Null when the run began by a message sent while its flow started. */
  eventId: string | null;
  userId: string;
  flowId: string;
  versionId: string;
  /** The trigger it begins at. */
  componentId: string;
  /** JSON text of `{port, content}`, for a run without an event. */
  startMessage: string | null;
  /** The failed run whose event it takes up again. */
  retryOf?: string | null;
  /** It waits at its flow's gate (gates.ts): no job is to be added. */
  gated?: boolean;
  orderKey?: string | null;
  createdAt: Date;
};

export async function insertRuns(db: Queryable, runs: NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  await db.query({
    name: 'insert_runs',
    text: `insert into runs (id, event_id, user_id, flow_id, version_id, component_id, start_message, created_at,
                             retry_of, order_key, held, order_no)
           select id, event_id, user_id, flow_id, version_id, component_id, start_message::json, created_at,
                  retry_of, order_key, gated, case when gated then nextval('run_order') end
           from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[],
                       $9::uuid[], $10::text[], $11::boolean[])
                as r (id, event_id, user_id, flow_id, version_id, component_id, start_message, created_at,
                      retry_of, order_key, gated)`,
    values: [
      runs.map((run) => run.id),
      runs.map((run) => run.eventId),
      runs.map((run) => run.userId),
      runs.map((run) => run.flowId),
      runs.map((run) => run.versionId),
      runs.map((run) => run.componentId),
      runs.map((run) => run.startMessage),
      runs.map((run) => run.createdAt),
      runs.map((run) => run.retryOf ?? null),
      runs.map((run) => run.orderKey ?? null),
      runs.map((run) => run.gated ?? false),
    ],
  });
}

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
 * another job since then. None of these is among the answers. Who is claimed is parked no more.
 */
export async function claimRuns(
  db: Queryable,
  claims: Claim[],
  at: Date,
): Promise<(ClaimedRun & { jobId: string | null })[]> {
  const { rows } = await db.query<ClaimedRun & { jobId: string | null }>(
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
     select ${claimedColumns({ run: 'c', flow: 'c' })}, c.fresh, c.job_id as "jobId"
     from claimed c left join events e on e.id = c.event_id
     where c.live`,
    [claims.map((claim) => claim.runId), at, claims.map((claim) => claim.jobId ?? null)],
  );
  return rows;
}

/** How a run ended. `error` is JSON text. */
export type Ending = {
  runId: string;
  status: 'completed' | 'failed';
  error: string | null;
  /** Its flow is to be stopped; what a crash keeps from it is found by `flowsToStop`. */
  stopsFlow?: boolean;
};

/** Ends runs, those excepted that were cancelled meanwhile; gives those that it ended. */
export async function finishRuns(db: Queryable, endings: Ending[], at: Date): Promise<Set<string>> {
  if (endings.length === 0) return new Set();
  const { rows } = await db.query<{ id: string }>(
    `with open as (
       select r.id, e.status, e.error::json as error, e.stops_flow
       from unnest($1::uuid[], $2::text[], $3::text[], $5::boolean[]) as e (id, status, error, stops_flow)
       join runs r on r.id = e.id
       where r.finished_at is null order by r.id for no key update of r
     )
     update runs set status = o.status, error = o.error, finished_at = $4, stops_flow = o.stops_flow, worker_id = null
     from open o where runs.id = o.id
     returning runs.id`,
    [
      endings.map((ending) => ending.runId),
      endings.map((ending) => ending.status),
      endings.map((ending) => ending.error),
      at,
      endings.map((ending) => ending.stopsFlow ?? false),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

/** Holds these runs until the transaction ends, in the order in which everybody does so. */
export async function holdRuns(db: Queryable, ids: string[]): Promise<void> {
  await db.query('select from runs where id = any($1::uuid[]) order by id for no key update', [ids]);
}

/** Flows that a failed run is to stop, and whose stop has not happened yet. */
export async function flowsToStop(db: Queryable): Promise<{ flowId: string; userId: string }[]> {
  const { rows } = await db.query<{ flowId: string; userId: string }>(
    `select distinct flow_id as "flowId", user_id as "userId" from runs where stops_flow`,
  );
  return rows;
}

/** The flow is being stopped: nothing of it waits for that any more. */
export async function forgetStops(db: Queryable, flowId: string): Promise<void> {
  await db.query('update runs set stops_flow = false where flow_id = $1 and stops_flow', [flowId]);
}

/** Which of these runs may go on, not cancelled and not deleted with their flow, and how many turns each has had (give-up.ts). */
export async function stillRunning(db: Queryable, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; turns: number }>(
    `select id, turns from runs where id = any($1::uuid[]) and finished_at is null`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.turns]));
}

/** How many runs of a user are unfinished; of more than `most` it tells `most`. */
export async function countOpenRuns(db: Queryable, userId: string, most: number): Promise<number> {
  const { rows } = await db.query<{ open: number }>(
    `select count(*)::int as open
     from (select 1 from runs where user_id = $1 and finished_at is null limit $2) as counted`,
    [userId, most],
  );
  return rows[0]!.open;
}

/** Cancels what a stopped flow has accepted and not finished; its tests go on. */
export async function cancelRuns(
  db: Queryable,
  flow: { flowId: string; userId: string },
  at: Date,
): Promise<void> {
  await db.query(
    `with open as (
       select id from runs where user_id = $1 and flow_id = $2 and finished_at is null and kind = 'live'
       order by id for no key update
     )
     update runs set status = 'cancelled', finished_at = $3 from open where runs.id = open.id`,
    [flow.userId, flow.flowId, at],
  );
}

/** Told on this channel: the id of a run that was cancelled. */
export const cancelChannel = 'tributary_cancels';

/**
 * Cancels a user's run that has not ended, with its job, and tells who works on it or waits for its answer.
 *
 * @returns whose gate the run has passed or waits at; undefined when there is no such run, or it has ended
 */
export async function cancelRun(
  db: Queryable,
  wanted: { runId: string; userId: string },
  at: Date,
): Promise<{ flowId: string; gated: boolean; orderKey: string | null } | undefined> {
  const { rows } = await db.query<{ flowId: string; gated: boolean; orderKey: string | null }>(
    `with cancelled as (
       update runs set status = 'cancelled', finished_at = $3
       where id = $1 and user_id = $2 and finished_at is null returning *
     )
     select flow_id as "flowId", order_no is not null as gated, order_key as "orderKey",
            pg_notify('${cancelChannel}', id::text), pg_notify('${answerChannel}', id::text),
            graphile_worker.remove_job(id::text)
     from cancelled`,
    [wanted.runId, wanted.userId, at],
  );
  return rows[0];
}

/** Told on this channel: the id of a run that has answered its caller, or ended. */
export const answerChannel = 'tributary_answers';

/** Stores the answer (JSON text) to the caller that waits for this run; the first one wins. */
export async function storeResponse(db: Queryable, runId: string, response: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with answered as (
       update runs set response = $2::json where id = $1 and response is null returning id
     )
     select pg_notify('${answerChannel}', id::text) from answered`,
    [runId, response],
  );
  return (rowCount ?? 0) > 0;
}

export async function announceEnd(db: Queryable, runIds: string[]): Promise<void> {
  if (runIds.length === 0) return;
  await db.query(`select pg_notify('${answerChannel}', id) from unnest($1::text[]) as id`, [runIds]);
}

export async function readResponse(
  db: Queryable,
  runId: string,
): Promise<{ response: unknown; ended: boolean } | undefined> {
  const { rows } = await db.query<{ response: unknown; ended: boolean }>(
    'select response, finished_at is not null as ended from runs where id = $1',
    [runId],
  );
  return rows[0];
}
