import { givenUpPath } from './give-up.ts';
import { addJobs } from './jobs.ts';
import { errorAlone } from './open-steps.ts';
import { insertRuns } from './runs.ts';
import type { Queryable } from './transaction.ts';
import { chosen, type StepId, type UnprocessedFilter, valuesOf } from './unprocessed.ts';

/** What failed for good is tried again: from the failed step, or from the trigger with a new run. */

export type HeldMessage = StepId & {
  flowId: string;
  userId: string;
  flowRuns: boolean;
  /** What the step began with is still there. */
  hasInput: boolean;
  gated: boolean;
  orderKey: string | null;
};

/**
 * Holds the next messages after `after`, in the order of their ids, and their flows, until the transaction ends:
 * meanwhile no flow stops, and nobody else deals with the same messages.
 */
export async function holdUnprocessed(
  db: Queryable,
  filter: UnprocessedFilter,
  { after, limit }: { after: StepId | undefined; limit: number },
): Promise<HeldMessage[]> {
  const next = `${chosen} and ($7::uuid is null or (r.id, s.step_no) > ($7, $8::int))`;
  const values = [...valuesOf(filter), after?.runId ?? null, after?.stepNo ?? null];
  // The flows first, as who stops one does.
  await db.query(
    `select from flows where id in (
       select distinct flow_id from (select r.flow_id ${next} order by r.id, s.step_no limit $9) as page
     ) order by id for share`,
    [...values, limit],
  );
  const { rows } = await db.query<HeldMessage>(
    `select r.id as "runId", s.step_no as "stepNo", r.flow_id as "flowId", r.user_id as "userId",
            f.stage = 'running' as "flowRuns",
            s.in_port is not null or r.start_message is not null
              or exists (select from events e where e.id = r.event_id) as "hasInput",
            r.order_no is not null as gated, r.order_key as "orderKey"
     ${next} order by r.id, s.step_no limit $9 for no key update of r, s`,
    [...values, limit],
  );
  return rows;
}

/**
 * The runs of these held messages go on: each of the steps is due again, with as many attempts as at first. Those that
 * pass a gate wait there anew, in their old place.
 */
export async function retrySteps(db: Queryable, messages: HeldMessage[]): Promise<void> {
  await db.query(
    `with chosen as (select * from unnest($1::uuid[], $2::int[]) as m (run_id, step_no)), gone as (
       delete from steps using chosen c
       where steps.run_id = c.run_id and steps.step_no = c.step_no and steps.path = '${givenUpPath}'
     )
     update steps set status = 'running', attempts = 0, finished_at = null, error = ${errorAlone}
     from chosen c where steps.run_id = c.run_id and steps.step_no = c.step_no and steps.path <> '${givenUpPath}'`,
    [messages.map((message) => message.runId), messages.map((message) => message.stepNo)],
  );
  const runs = [...new Map(messages.map((message) => [message.runId, message])).values()];
  await db.query(
    `update runs set status = 'queued', finished_at = null, error = null, stops_flow = false, turns = 0, wakes_at = null, held = order_no is not null
     where id = any($1::uuid[])`,
    [runs.map((run) => run.runId)],
  );
  await addJobs(
    db,
    runs.filter((run) => !run.gated),
  );
}

/** A run whose event can be sent into its flow again, as the flow runs now. */
type Restartable = {
  runId: string;
  eventId: string | null;
  userId: string;
  flowId: string;
  versionId: string;
  componentId: string;
  startMessage: string | null;
  gated: boolean;
  orderKey: string | null;
};

/**
 * New runs of the events that the runs of these held messages began with, on the present versions of their flows. All
 * that the old runs left undone is dealt with by that. A run whose event is gone, or whose trigger the flow no longer
 * has, is left as it is. They come to a gate in their old order, which ids of one millisecond do not tell.
 *
 * @returns the new run of each old one
 */
export async function restartRuns(
  db: Queryable,
  runIds: string[],
  { newId, at }: { newId: () => string; at: Date },
): Promise<Map<string, { runId: string; flowId: string; gated: boolean; orderKey: string | null }>> {
  const { rows } = await db.query<Restartable>(
    `select r.id as "runId", r.event_id as "eventId", r.user_id as "userId", r.flow_id as "flowId",
            f.version_id as "versionId", r.component_id as "componentId", r.start_message::text as "startMessage",
            coalesce(l.gated, f.concurrency is not null) as gated,
            case when l.order_by is not null then order_key_of(e.message, l.order_by) end as "orderKey"
     from runs r join flows f on f.id = r.flow_id
          join flow_versions v on v.id = f.version_id
          left join listeners l on l.flow_id = r.flow_id and l.component_id = r.component_id
          left join events e on e.id = r.event_id
     where r.id = any($1::uuid[]) and (e.id is not null or r.start_message is not null)
       and v.descriptor -> r.component_id is not null
       and coalesce(v.descriptor -> r.component_id ->> 'disabled', 'false') <> 'true'
     order by r.order_no, r.id`,
    [runIds],
  );
  const begun = rows.map((row) => ({ ...row, id: newId(), retryOf: row.runId, createdAt: at }));
  await insertRuns(db, begun);
  await db.query(
    `update steps set resolution = 'restarted', resolved_at = $2
     where run_id = any($1::uuid[]) and status = 'failed' and outputs is null and resolution is null`,
    [begun.map((run) => run.retryOf), at],
  );
  await addJobs(
    db,
    begun.filter((run) => !run.gated).map((run) => ({ runId: run.id, userId: run.userId })),
  );
  return new Map(
    begun.map(({ id, retryOf, flowId, gated, orderKey }) => [
      retryOf,
      { runId: id, flowId, gated, orderKey },
    ]),
  );
}
