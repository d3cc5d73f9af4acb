import type { ClaimedRun } from './claimed-runs.ts';
import { errorAlone } from './open-steps.ts';
import { rootPath } from './steps.ts';
import type { Queryable } from './transaction.ts';

/**
 * Where a run that the engine gave up stands in the journal as a whole: a failed step that no message leads to, so that
 * it can be tried again or discarded as any other. Trying it again removes it.
 */
export const givenUpPath = 'given-up';

/** What is known of a run without reading what it holds. */
export type GivenUpRun = Omit<ClaimedRun, 'customFields' | 'message' | 'startMessage' | 'fresh'>;

/**
 * Ends a run as failed, whatever it holds: nothing of that is read. Its steps that wait for another attempt are left
 * undone; where there are none, the run itself is, behind its last step.
 *
 * @returns undefined when there is no such run, or it has ended
 */
export async function giveUpRun(
  db: Queryable,
  { runId, error, at }: { runId: string; /** JSON text. */ error: string; at: Date },
): Promise<GivenUpRun | undefined> {
  const { rows } = await db.query<GivenUpRun>(
    `with given_up as (
       update runs set status = 'failed', error = $2::json, finished_at = $3, worker_id = null
       from flows f where runs.id = $1 and runs.finished_at is null and f.id = runs.flow_id
       returning runs.id, runs.kind, runs.user_id, runs.flow_id, runs.version_id, runs.component_id, f.name,
                 runs.order_no, runs.order_key
     ), waiting as (
       update steps set status = 'failed', finished_at = $3, error = ${errorAlone}
       from given_up g where steps.run_id = g.id and steps.status = 'running' returning steps.run_id
     ), last as (
       select step_no, component_id from steps where run_id = $1 order by step_no desc limit 1
     ), noted as (
       insert into steps (run_id, step_no, path, component_id, status, error, started_at, finished_at)
       select g.id, coalesce(l.step_no, 0) + 1, case when l.step_no is null then '${rootPath}' else '${givenUpPath}' end,
              coalesce(l.component_id, g.component_id), 'failed', $2::json, $3, $3
       from given_up g left join last l on true
       where g.kind = 'live' and not exists (select from waiting)
     )
     select id, kind, user_id as "userId", flow_id as "flowId", version_id as "versionId",
            component_id as "componentId", name as "flowName", order_no is not null as gated, order_key as "orderKey"
     from given_up`,
    [runId, error, at],
  );
  return rows[0];
}

/**
 * A run is about to be taken up by itself.
 *
 * @param counts false when the turn before said nothing about the run
 * @returns which turn it is, from 1; undefined when there is no such run, or it has ended
 */
export async function beginTurn(db: Queryable, runId: string, counts: boolean): Promise<number | undefined> {
  const { rows } = await db.query<{ turns: number }>(
    `update runs set turns = turns + $2 where id = $1 and finished_at is null returning turns`,
    [runId, counts ? 1 : 0],
  );
  return rows[0]?.turns;
}

/** Their turns came to an orderly end, or to something that was written down. */
export async function endTurns(db: Queryable, runIds: string[]): Promise<void> {
  await db.query(
    `with open as (
       select id from runs where id = any($1::uuid[]) and finished_at is null order by id for no key update
     )
     update runs set turns = 0 from open where runs.id = open.id`,
    [runIds],
  );
}
