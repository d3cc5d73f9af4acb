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
  createdAt: Date;
};

export async function insertRuns(db: Queryable, runs: NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  await db.query({
    name: 'insert_runs',
    text: `insert into runs (id, event_id, user_id, flow_id, version_id, component_id, start_message, created_at)
           select id, event_id, user_id, flow_id, version_id, component_id, start_message::json, created_at
           from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[])
                as r (id, event_id, user_id, flow_id, version_id, component_id, start_message, created_at)`,
    values: [
      runs.map((run) => run.id),
      runs.map((run) => run.eventId),
      runs.map((run) => run.userId),
      runs.map((run) => run.flowId),
      runs.map((run) => run.versionId),
      runs.map((run) => run.componentId),
      runs.map((run) => run.startMessage),
      runs.map((run) => run.createdAt),
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
  startMessage: { port: string; content: unknown } | null;
  /** Taken for the first time: nothing of it is in the journal. */
  fresh: boolean;
};

/**
 * Marks runs as running and reads them. A run whose flow no longer runs is cancelled instead, and so is a test,
 * which only the process that began it goes on with; one that ended already is left alone. None of these is
 * among the answers.
 */
export async function claimRuns(db: Queryable, ids: string[], at: Date): Promise<ClaimedRun[]> {
  const { rows } = await db.query<ClaimedRun>(
    `with wanted as (
       select r.id, r.status = 'queued' as fresh, f.stage = 'running' and r.kind = 'live' as live, f.name, f.custom_fields
       from runs r join flows f on f.id = r.flow_id
       where r.id = any($1::uuid[]) and r.finished_at is null
       order by r.id for no key update of r
     ), claimed as (
       update runs set
         status = case when w.live then 'running' else 'cancelled' end,
         started_at = coalesce(started_at, $2),
         finished_at = case when w.live then null else $2 end
       from wanted w where runs.id = w.id
       returning runs.*, w.fresh, w.live, w.name, w.custom_fields
     )
     select c.id, c.kind, c.user_id as "userId", c.flow_id as "flowId", c.version_id as "versionId",
            c.component_id as "componentId", c.name as "flowName", c.custom_fields as "customFields",
            e.message, c.start_message as "startMessage", c.fresh
     from claimed c left join events e on e.id = c.event_id
     where c.live`,
    [ids, at],
  );
  return rows;
}

/** How a run ended. `error` is JSON text. */
export type Ending = { runId: string; status: 'completed' | 'failed'; error: string | null };

/** Ends runs, those excepted that were cancelled meanwhile. */
export async function finishRuns(db: Queryable, endings: Ending[], at: Date): Promise<void> {
  if (endings.length === 0) return;
  await db.query(
    `with ending as (
       select * from unnest($1::uuid[], $2::text[], $3::text[]) as e (id, status, error)
     ), open as (
       select r.id from runs r where r.id = any($1::uuid[]) and r.finished_at is null order by r.id for no key update
     )
     update runs set status = e.status, error = e.error::json, finished_at = $4
     from ending e join open o on o.id = e.id where runs.id = e.id`,
    [
      endings.map((ending) => ending.runId),
      endings.map((ending) => ending.status),
      endings.map((ending) => ending.error),
      at,
    ],
  );
}

/** Which of these runs may go on: not cancelled, not deleted with their flow. */
export async function stillRunning(db: Queryable, ids: string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from runs where id = any($1::uuid[]) and finished_at is null`,
    [ids],
  );
  return new Set(rows.map((row) => row.id));
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
