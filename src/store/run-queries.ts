import type { Selectable } from 'kysely';
import type { Descriptor } from '../flow/descriptor.ts';
import { isRecord } from '../flow/record.ts';
import type { Database } from './database.ts';
import type { LogEntriesTable, RunsTable, RunStatus, StepsTable } from './schema.ts';
import { readVersions } from './versions.ts';

export type RunSummary = Pick<
  Selectable<RunsTable>,
  | 'id'
  | 'kind'
  | 'flow_id'
  | 'component_id'
  | 'status'
  | 'error'
  | 'retry_of'
  | 'created_at'
  | 'started_at'
  | 'finished_at'
> & {
  flow_name: string;
  flow_type: string;
  /** Of an app event; a run that began otherwise has none. */
  event_name: string | null;
  step_count: number;
  /** What it waits for, having no job: its turn at its flow's gate, or room among its user's runs (parking.ts). */
  waits_for: 'turn' | 'room' | null;
};

export type StepRow = Selectable<StepsTable>;
export type RunDetails = RunSummary & {
  descriptor: Descriptor;
  steps: StepRow[];
  log: Selectable<LogEntriesTable>[];
};

const summary = `
  r.id, r.kind, r.flow_id, r.component_id, r.status, r.error, r.retry_of, r.created_at, r.started_at, r.finished_at,
  f.name as flow_name, f.type as flow_type, case when e.kind = 'appevent' then e.name end as event_name,
  (select count(*)::int from steps s where s.run_id = r.id) as step_count,
  case when r.finished_at is not null then null when r.parked_at is not null then 'room'
       when r.held and (r.wakes_at is null or r.wakes_at <= now()) then 'turn' end as waits_for
  from runs r join flows f on f.id = r.flow_id left join events e on e.id = r.event_id`;

export type RunListing = {
  userId: string;
  flowId?: string | undefined;
  status?: RunStatus | undefined;
  /** A run: what is older than it. */
  before?: string | undefined;
  limit: number;
};

/** Runs of a user's flows, newest first. */
export async function listRuns(database: Database, listing: RunListing): Promise<RunSummary[]> {
  const { rows } = await database.pool.query<RunSummary>(
    `select ${summary}
     where r.user_id = $1
       and ($2::uuid is null or r.flow_id = $2)
       and ($3::text is null or r.status = $3)
       and ($4::uuid is null or (r.created_at, r.id) < (select created_at, id from runs where id = $4 and user_id = $1))
     order by r.created_at desc, r.id desc
     limit $5`,
    [listing.userId, listing.flowId ?? null, listing.status ?? null, listing.before ?? null, listing.limit],
  );
  return rows;
}

/** The descriptor that a run of a user's flows walks. */
export async function readRunDescriptor(
  { db }: Database,
  userId: string,
  runId: string,
): Promise<Descriptor | undefined> {
  const row = await db
    .selectFrom('runs')
    .innerJoin('flow_versions', 'flow_versions.id', 'runs.version_id')
    .select('flow_versions.descriptor')
    .where('runs.id', '=', runId)
    .where('runs.user_id', '=', userId)
    .executeTakeFirst();
  return isRecord(row?.descriptor) ? row.descriptor : undefined;
}

/** One run of a user's flows with its journal and log, and the descriptor it walked. */
export async function readRun(
  { pool, db }: Database,
  userId: string,
  runId: string,
): Promise<RunDetails | undefined> {
  const { rows } = await pool.query<RunSummary & { descriptor: Descriptor }>(
    `select v.descriptor, ${summary} join flow_versions v on v.id = r.version_id
     where r.id = $1 and r.user_id = $2`,
    [runId, userId],
  );
  const run = rows[0];
  if (!run) return undefined;
  const [steps, log] = await Promise.all([
    db.selectFrom('steps').selectAll().where('run_id', '=', runId).orderBy('step_no').execute(),
    db
      .selectFrom('log_entries')
      .selectAll()
      .where('run_id', '=', runId)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  ]);
  return { ...run, descriptor: isRecord(run.descriptor) ? run.descriptor : {}, steps, log };
}

/** Steps of many runs, with the descriptors that their runs walked by version. */
export type LatestSteps = {
  steps: (StepRow & { flow_id: string; version_id: string })[];
  descriptors: Map<string, Descriptor>;
};

export type LatestStepsQuery = {
  userId: string;
  flowIds?: string[] | undefined;
  runIds?: string[] | undefined;
  /** At most that many of the newest runs are looked into … */
  runs: number;
  /** … and at most that many of their steps are answered. */
  steps: number;
};

/** The latest steps of a user's newest runs, newest first: what a log is searched in. */
export async function latestSteps({ pool }: Database, wanted: LatestStepsQuery): Promise<LatestSteps> {
  const { rows: steps } = await pool.query<LatestSteps['steps'][number]>(
    `with newest as (
       select id, flow_id, version_id from runs
       where user_id = $1 and ($2::uuid[] is null or flow_id = any($2)) and ($3::uuid[] is null or id = any($3))
       order by created_at desc, id desc limit $4
     )
     select s.*, n.flow_id, n.version_id
     from newest n join steps s on s.run_id = n.id
     order by s.started_at desc, s.run_id desc, s.step_no desc limit $5`,
    [wanted.userId, wanted.flowIds ?? null, wanted.runIds ?? null, wanted.runs, wanted.steps],
  );
  const descriptors = await readVersions(pool, [...new Set(steps.map((step) => step.version_id))]);
  return { steps, descriptors };
}
