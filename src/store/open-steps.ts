import type { Queryable } from './transaction.ts';

/** SQL: the error of a step without the time of its next attempt. */
export const errorAlone = `case when steps.error is not null then json_strip_nulls(json_build_object(
  'message', steps.error -> 'message', 'code', steps.error -> 'code', 'name', steps.error -> 'name')) end`;

/**
 * Steps that wait for another attempt end with their runs, of those of these runs that have ended: in a failed one they
 * have failed (unprocessed.ts), else they are cancelled. Who writes steps and ends their run at once calls this behind
 * that; who ends runs of others does so once that is committed, as they hold their steps before their runs.
 */
export async function endOpenSteps(db: Queryable, runIds: string[], at: Date): Promise<void> {
  if (runIds.length === 0) return;
  await db.query(
    `with open as (
       select s.run_id, s.step_no, case r.status when 'failed' then 'failed' else 'cancelled' end as status
       from steps s join runs r on r.id = s.run_id
       where s.run_id = any($1::uuid[]) and s.status = 'running' and r.finished_at is not null
       order by s.run_id, s.step_no for no key update of s
     )
     update steps set status = o.status, finished_at = $2, error = ${errorAlone}
     from open o where steps.run_id = o.run_id and steps.step_no = o.step_no`,
    [runIds, at],
  );
}
