import type { Descriptor, FlowStage } from '../flow/descriptor.ts';
import type { Queryable } from './transaction.ts';

export type StagedFlow = {
  id: string;
  userId: string;
  name: string;
  stage: FlowStage;
  descriptor: Descriptor;
  concurrency: number | null;
};

/**
 * Reads a flow and holds it until the transaction ends, so that starts and stops of one flow happen one after
 * another. The lock also waits for events that are being accepted for it.
 */
export async function lockFlow(db: Queryable, flowId: string): Promise<StagedFlow | undefined> {
  const { rows } = await db.query<StagedFlow>(
    `select id, user_id as "userId", name, stage, descriptor, concurrency from flows where id = $1 for update`,
    [flowId],
  );
  return rows[0];
}

/** Sets the stage with who did it and when; one that runs does so as this version. */
export async function setStage(
  db: Queryable,
  change: { flowId: string; by: string; at: Date } & (
    { stage: 'running'; versionId: string } | { stage: 'stopped' }
  ),
): Promise<void> {
  const action = change.stage === 'running' ? 'start' : 'stop';
  const stageChange = { action, userId: change.by, timestamp: change.at.toISOString() };
  await db.query(
    `update flows set stage = $2, stage_change = $3,
       started_at = case when $2 = 'running' then $4 else started_at end,
       stopped_at = case when $2 = 'stopped' then $4 else stopped_at end,
       version_id = coalesce($5, version_id)
     where id = $1`,
    [
      change.flowId,
      change.stage,
      JSON.stringify(stageChange),
      change.at,
      change.stage === 'running' ? change.versionId : null,
    ],
  );
}
