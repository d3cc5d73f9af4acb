import { textArray, uuidArray } from './binary-arrays.ts';
import { backlogPriority, jobSpec } from './jobs.ts';
import type { Queryable } from './transaction.ts';

/** An event as it came in. */
export type ArrivedEvent = {
  id: string;
  userId: string;
  kind: 'appevent' | 'webhook';
  /** The event's name; for a call by URL the empty one. */
  name: string;
  /** JSON text of the `WebhookContent`. */
  message: string;
  idempotencyKey: string | null;
  /** JSON text of what its sender is warned of; kept with the key. */
  warnings: string | null;
  /** Only listeners of this flow, or of this component, are looked for. */
  flowId: string | null;
  componentId: string | null;
  /** So many runs of its user the worker that accepts it takes at once. */
  room: number;
};

/** A run that an event started; `listeningSince` is when its trigger began to listen. */
export type StartedRun = {
  runId: string;
  userId: string;
  event: string;
  flowId: string;
  componentId: string;
  listeningSince: Date;
  /** It waits at its flow's gate (gates.ts) without a job. */
  held: boolean;
  orderKey: string | null;
  /** The worker has it already, it has no job (taken-runs.ts). */
  taken: boolean;
};

/** One for each run, and one for each event that was left out. */
type Row = ({ leftOut: false } & StartedRun & { index: number }) | { leftOut: true; index: number };

/**
 * Stores events with a run of every listener that matches, and the runs' jobs, all or nothing, in one statement, and so
 * in one round trip to the database and one commit. An event whose (user, idempotency key) is known, of an earlier call
 * or of this one, is left out. The cost does not depend on other users' listeners.
 *
 * @param worker who takes runs at once; null when nobody does here
 * @param runIdPrefix the first 15 characters of a UUID of version 7: the time, and the version
 * @returns for each event the runs it started; undefined for one that was left out
 */
export async function acceptEvents(
  db: Queryable,
  arrivals: ArrivedEvent[],
  { at, runIdPrefix, worker }: { at: Date; runIdPrefix: string; worker: string | null },
): Promise<(StartedRun[] | undefined)[]> {
  const keyed = arrivals.some((one) => one.idempotencyKey !== null);
  const { rows } = await db.query<Row>({
    ...(keyed ? acceptKeyed : acceptPlain),
    values: [
      uuidArray(arrivals.map((one) => one.id)),
      uuidArray(arrivals.map((one) => one.userId)),
      textArray(arrivals.map((one) => one.kind)),
      textArray(arrivals.map((one) => one.name)),
      textArray(arrivals.map((one) => one.message)),
      textArray(arrivals.map((one) => one.flowId)),
      textArray(arrivals.map((one) => one.componentId)),
      at,
      runIdPrefix,
      worker,
      arrivals.map((one) => one.room),
      ...(keyed
        ? [
            textArray(arrivals.map((one) => one.idempotencyKey)),
            textArray(arrivals.map((one) => one.warnings)),
          ]
        : []),
    ],
  });
  const accepted = arrivals.map((): StartedRun[] | undefined => []);
  for (const { index, ...row } of rows) {
    if (row.leftOut) accepted[index - 1] = undefined;
    else accepted[index - 1]!.push(row);
  }
  return accepted;
}

/**
 * What `matched` finds has its run's id before anything is stored, so that the receipt of an event with a key can be
 * stored along with it. Whoever buries the worker waits for the lock on its row, so that a buried one takes nothing.
 */
const statement = (parts: { incoming: string; stored: string; begun: string; answered: string }) => `
  with incoming as materialized (
    ${parts.incoming}
  ), taker as materialized (
    select id from workers where id = $10::text for key share
  ), matched as materialized (
    select e.index, e.id as event_id, l.user_id, l.event, l.flow_id, l.component_id, l.version_id, l.created_at,
           ($9 || substr(gen_random_uuid()::text, 16))::uuid as run_id, l.gated,
           case when l.order_by is not null then order_key_of(e.message::json, l.order_by) end as order_key,
           case when not l.gated and row_number() over (partition by l.user_id order by e.index) <= e.room
                then (select id from taker) end as worker_id
    from incoming e
    join listeners l on l.user_id = e.user_id and l.event = e.name
     and (e.flow_id is null or l.flow_id::text = lower(e.flow_id))
     and (e.component_id is null or l.component_id = e.component_id)
  ), stored as (
    ${parts.stored}
  ), begun as (
    ${parts.begun}
  ), started as (
    insert into runs (id, event_id, user_id, flow_id, version_id, component_id, created_at, order_key, held, worker_id,
                      status, started_at, order_no)
    select m.*, case when m.worker_id is null then 'queued' else 'running' end,
           case when m.worker_id is not null then $8::timestamptz end, case when m.held then nextval('run_order') end
    from (
      select run_id, event_id, user_id, flow_id, version_id, component_id, $8::timestamptz, order_key,
             gated as held, worker_id
      from begun
      order by index
    ) as m
    returning id, user_id, not held and worker_id is null as queued
  ), backlog as materialized (
    select u.user_id, ${backlogPriority('u.user_id', 'u.further')} as priority
    from (select user_id, count(*) as further from matched group by user_id) as u
  ), queued as materialized (
    select case when exists (select from started where queued) then (select count(*) from graphile_worker.add_jobs(array(
      select ${jobSpec({ runId: 's.id::text', userId: 's.user_id', runAt: 'null', priority: 'b.priority' })}
      from started s join backlog b on b.user_id = s.user_id where s.queued
    ))) end
  )
  select a.* from (
    select index::int, false as "leftOut", run_id as "runId", user_id as "userId", event, flow_id as "flowId",
           component_id as "componentId", created_at as "listeningSince", gated as held, order_key as "orderKey",
           worker_id is not null as taken
    from begun
    ${parts.answered}
  ) as a
  cross join queued
  order by a.index, a."listeningSince", a."flowId", a."componentId"`;

/** Events none of which has a key: all are stored, nothing is looked for in the index of keys. */
const acceptPlain = {
  name: 'accept_events',
  text: statement({
    incoming: `
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $11::int[])
      with ordinality as e (id, user_id, kind, name, message, flow_id, component_id, room, index)`,
    stored: `
    insert into events (id, user_id, kind, name, message, created_at)
    select id, user_id, kind, name, message::json, $8::timestamptz from incoming`,
    begun: 'select * from matched',
    answered: '',
  }),
};

/** Keys are inserted in their order, so that two calls with the same keys do not wait for each other. */
const acceptKeyed = {
  name: 'accept_keyed_events',
  text: statement({
    incoming: `
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $11::int[],
                         $12::text[], $13::text[])
      with ordinality as e (id, user_id, kind, name, message, flow_id, component_id, room, idempotency_key, warnings, index)`,
    stored: `
    insert into events (id, user_id, kind, name, message, idempotency_key, created_at, warnings, receipt)
    select id, user_id, kind, name, message::json, idempotency_key, $8::timestamptz,
           case when idempotency_key is not null then warnings::json end,
           case when idempotency_key is not null then (
             select coalesce(json_agg(json_build_object(
               'userId', m.user_id, 'event', m.event, 'componentId', m.component_id, 'flowId', m.flow_id,
               'createdAt', to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
               'correlationId', m.run_id
             ) order by m.created_at, m.flow_id, m.component_id), '[]')
             from matched m where m.index = e.index
           ) end
    from incoming e
    order by user_id, idempotency_key, index
    on conflict (user_id, idempotency_key) where idempotency_key is not null do nothing
    returning id`,
    begun: 'select m.* from matched m join stored s on s.id = m.event_id',
    answered: `
    union all
    select index::int, true, null, null, null, null, null, null, null, null, null
    from incoming e where not exists (select from stored s where s.id = e.id)`,
  }),
};
