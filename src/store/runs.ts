import type { RunStatus } from './schema.ts';
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

/**
 * Holds these runs until the transaction ends, in the order in which everybody does so.
 *
 * @returns those that have ended, and how
 */
export async function holdRuns(db: Queryable, ids: string[]): Promise<Map<string, RunStatus>> {
  const { rows } = await db.query<{ id: string; status: RunStatus; ended: boolean }>(
    `select id, status, finished_at is not null as ended from runs where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
  return new Map(rows.flatMap(({ id, status, ended }) => (ended ? [[id, status]] : [])));
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
