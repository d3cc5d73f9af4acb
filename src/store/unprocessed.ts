import type { Queryable } from './transaction.ts';

/**
 * The messages that failed runs left undone: the journal's failed steps that sent nothing to their `error` port, until
 * somebody has dealt with them. There is no second copy of what they hold.
 */

/** Which step of which run: the id of a message. */
export type StepId = { runId: string; stepNo: number };

export type UnprocessedFilter = {
  userId: string;
  flowId?: string | undefined;
  componentId?: string | undefined;
  runId?: string | undefined;
  ids?: StepId[] | undefined;
};

export type UnprocessedRow = {
  runId: string;
  stepNo: number;
  path: string;
  flowId: string;
  flowName: string;
  flowRuns: boolean;
  versionId: string;
  triggerId: string;
  componentId: string;
  inPort: string | null;
  senderId: string | null;
  senderPort: string | null;
  attempts: number;
  input: unknown;
  error: { message: string; code?: string; name?: string } | null;
  eventName: string | null;
  failedAt: Date;
};

/** SQL: from which rows, as `r`, `s` and `f`, by the first six values. */
export const chosen = `
  from runs r join steps s on s.run_id = r.id join flows f on f.id = r.flow_id
  where r.user_id = $1 and r.status = 'failed' and r.kind = 'live'
    and s.status = 'failed' and s.outputs is null and s.resolution is null
    and ($2::uuid is null or r.flow_id = $2)
    and ($3::text is null or s.component_id = $3)
    and ($4::uuid is null or r.id = $4)
    and ($5::uuid[] is null or (r.id = any($5) and (r.id, s.step_no) in (select * from unnest($5, $6::int[]))))`;

export function valuesOf({ userId, flowId, componentId, runId, ids }: UnprocessedFilter): unknown[] {
  return [
    userId,
    flowId ?? null,
    componentId ?? null,
    runId ?? null,
    ids?.map((id) => id.runId) ?? null,
    ids?.map((id) => id.stepNo) ?? null,
  ];
}

/** The newest runs first. */
export async function listUnprocessed(
  db: Queryable,
  filter: UnprocessedFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<UnprocessedRow[]> {
  const { rows } = await db.query<UnprocessedRow>(
    `with page as (
       select r.id, s.step_no ${chosen} order by r.id desc, s.step_no limit $7 offset $8
     )
     select r.id as "runId", s.step_no as "stepNo", s.path, r.flow_id as "flowId", f.name as "flowName",
            f.stage = 'running' as "flowRuns", r.version_id as "versionId", r.component_id as "triggerId",
            s.component_id as "componentId", s.in_port as "inPort", s.sender_id as "senderId",
            s.sender_port as "senderPort", s.attempts, s.input, s.error,
            case when e.kind = 'appevent' then e.name end as "eventName", coalesce(s.finished_at, r.finished_at) as "failedAt"
     from page p join runs r on r.id = p.id join steps s on s.run_id = p.id and s.step_no = p.step_no
          join flows f on f.id = r.flow_id left join events e on e.id = r.event_id
     order by r.id desc, s.step_no`,
    [...valuesOf(filter), limit, offset],
  );
  return rows;
}

export async function countUnprocessed(db: Queryable, filter: UnprocessedFilter): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count ${chosen}`,
    valuesOf(filter),
  );
  return rows[0]!.count;
}

/** Nobody is to try these messages any more. Gives how many there were. */
export async function discardUnprocessed(
  db: Queryable,
  filter: UnprocessedFilter,
  at: Date,
): Promise<number> {
  const { rowCount } = await db.query(
    `with chosen as (select r.id, s.step_no ${chosen} order by r.id, s.step_no for no key update of r, s)
     update steps set resolution = 'discarded', resolved_at = $7
     from chosen c where steps.run_id = c.id and steps.step_no = c.step_no`,
    [...valuesOf(filter), at],
  );
  return rowCount ?? 0;
}
