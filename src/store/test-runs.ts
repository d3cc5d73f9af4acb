import type { RunStatus } from './schema.ts';
import type { Queryable } from './transaction.ts';

/** Stores a test as a run that is already at work: no job takes it up. */
export async function insertTestRun(
  db: Queryable,
  run: {
    id: string;
    userId: string;
    flowId: string;
    versionId: string;
    componentId: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.query(
    `insert into runs (id, kind, user_id, flow_id, version_id, component_id, status, created_at, started_at)
     values ($1, 'test', $2, $3, $4, $5, 'running', $6, $6)`,
    [run.id, run.userId, run.flowId, run.versionId, run.componentId, run.createdAt],
  );
}

/** Ends a test with which nobody goes on. Gives whether it had not ended already. */
export async function cancelTestRun(db: Queryable, runId: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update runs set status = 'cancelled', finished_at = $2 where id = $1 and finished_at is null`,
    [runId, at],
  );
  return rowCount === 1;
}

/** How a run stands; undefined when it was deleted with its flow. */
export async function readStatus(db: Queryable, runId: string): Promise<RunStatus | undefined> {
  const { rows } = await db.query<{ status: RunStatus }>('select status from runs where id = $1', [runId]);
  return rows[0]?.status;
}
