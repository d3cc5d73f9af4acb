import type { Descriptor } from '../flow/descriptor.ts';
import { sameValue } from '../flow/same-value.ts';
import { addTickJob, insertSchedule, type ScheduleRow } from '../store/schedules.ts';
import type { Queryable } from '../store/transaction.ts';
import type { StartedTrigger } from './start-trigger.ts';

/**
 * Plans the first ticks of a flow that starts. A trigger whose settings are as they were (the flow was changed elsewhere
 * while it ran) keeps its plan.
 *
 * @returns what adds the jobs, to be called last in the transaction
 */
export async function planTicks(
  db: Queryable,
  flow: { id: string; userId: string; descriptor: Descriptor },
  started: {
    triggers: StartedTrigger[];
    /** The plans of the flow as it ran before. */
    before: ScheduleRow[];
    versionId: string;
    at: Date;
  },
): Promise<() => Promise<void>> {
  const planned: ScheduleRow[] = [];
  for (const { componentId, tick } of started.triggers) {
    const node = flow.descriptor[componentId];
    if (!tick || !node) continue;
    const properties = node.config?.properties ?? {};
    const former = started.before.find(
      (row) =>
        row.componentId === componentId &&
        row.componentType === node.type &&
        sameValue(row.properties, properties),
    );
    const row: ScheduleRow = {
      flowId: flow.id,
      componentId,
      userId: flow.userId,
      componentType: node.type,
      properties,
      startedAt: former?.startedAt ?? tick.from,
      plannedAt: former?.plannedAt ?? tick.at,
      previousAt: former?.previousAt ?? null,
      versionId: started.versionId,
    };
    await insertSchedule(db, row);
    planned.push(row);
  }
  return async () => {
    for (const { flowId, componentId, plannedAt } of planned) {
      const delayMs = plannedAt.getTime() - started.at.getTime();
      await addTickJob(db, { flowId, componentId, planned: plannedAt.toISOString() }, delayMs);
    }
  };
}
