import type { Queryable } from './transaction.ts';

/** The task of the queue for a trigger that the clock calls. */
export const tickTask = 'tick';

/** Which tick of which trigger; `planned` is an ISO time. */
export type TickPayload = { flowId: string; componentId: string; planned: string };

/** When a trigger of a running flow ticks next. */
export type ScheduleRow = {
  flowId: string;
  componentId: string;
  userId: string;
  versionId: string;
  componentType: string;
  properties: Record<string, unknown>;
  /** When the flow began to run with these settings. */
  startedAt: Date;
  plannedAt: Date;
  previousAt: Date | null;
};

const columns = `flow_id as "flowId", component_id as "componentId", user_id as "userId", version_id as "versionId",
  component_type as "componentType", properties, started_at as "startedAt", planned_at as "plannedAt",
  previous_at as "previousAt"`;

export async function insertSchedule(db: Queryable, row: ScheduleRow): Promise<void> {
  await db.query(
    `insert into schedules (flow_id, component_id, user_id, version_id, component_type, properties, started_at,
                            planned_at, previous_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.flowId,
      row.componentId,
      row.userId,
      row.versionId,
      row.componentType,
      JSON.stringify(row.properties),
      row.startedAt,
      row.plannedAt,
      row.previousAt,
    ],
  );
}

/** Takes the schedules of a flow away: ticks that are under way find nothing. */
export async function deleteSchedules(db: Queryable, flowId: string): Promise<ScheduleRow[]> {
  const { rows } = await db.query<ScheduleRow>(
    `delete from schedules where flow_id = $1 returning ${columns}`,
    [flowId],
  );
  return rows;
}

/**
 * Holds a schedule until the transaction ends; undefined when it is not the turn of this tick (any more). The flow is
 * held first, as where flows are started and stopped.
 */
export async function lockTick(
  db: Queryable,
  tick: TickPayload,
): Promise<(ScheduleRow & { /** Its runs pass a gate. */ gated: boolean }) | undefined> {
  const flow = await db.query<{ gated: boolean }>(
    'select concurrency is not null as gated from flows where id = $1 for key share',
    [tick.flowId],
  );
  const { rows } = await db.query<ScheduleRow>(
    `select ${columns} from schedules where flow_id = $1 and component_id = $2 and planned_at = $3 for update`,
    [tick.flowId, tick.componentId, tick.planned],
  );
  return rows[0] && { ...rows[0], gated: flow.rows[0]?.gated ?? false };
}

/** The tick has been: what comes next, undefined for nothing. */
export async function planNext(db: Queryable, row: ScheduleRow, next: Date | undefined): Promise<void> {
  if (!next) {
    await db.query('delete from schedules where flow_id = $1 and component_id = $2', [
      row.flowId,
      row.componentId,
    ]);
    return;
  }
  await db.query(
    `update schedules set planned_at = $3, previous_at = planned_at where flow_id = $1 and component_id = $2`,
    [row.flowId, row.componentId, next],
  );
}

/**
 * Adds the job of a tick, in place of one that the trigger has already. The delay counts by the database's clock. To be
 * called in a transaction, behind all but other jobs.
 */
export async function addTickJob(db: Queryable, tick: TickPayload, delayMs: number): Promise<void> {
  await db.query(
    `select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => now() + $4::float8 * interval '1 millisecond')`,
    [tickTask, JSON.stringify(tick), `tick:${tick.flowId}:${tick.componentId}`, Math.max(0, delayMs)],
  );
}
