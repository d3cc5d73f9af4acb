import { answerChannel } from './run-answers.ts';
import type { Queryable } from './transaction.ts';

/** Cancels what a stopped flow has accepted and not finished; its tests go on. Gives what it cancelled. */
export async function cancelRuns(
  db: Queryable,
  flow: { flowId: string; userId: string },
  at: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with open as (
       select id from runs where user_id = $1 and flow_id = $2 and finished_at is null and kind = 'live'
       order by id for no key update
     )
     update runs set status = 'cancelled', finished_at = $3 from open where runs.id = open.id
     returning runs.id`,
    [flow.userId, flow.flowId, at],
  );
  return rows.map((row) => row.id);
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
