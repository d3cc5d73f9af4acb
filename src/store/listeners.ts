import type { Queryable } from './transaction.ts';

/**
 * Who is called by what. A trigger that waits for a named event has that name; one that is called by its own
 * URL alone stands here with the empty name, which no event can have.
 */
export const calledByUrl = '';

export type Listener = {
  flowId: string;
  componentId: string;
  userId: string;
  event: string;
  versionId: string;
  createdAt: Date;
};

export async function insertListeners(db: Queryable, listeners: Listener[]): Promise<void> {
  if (listeners.length === 0) return;
  await db.query(
    `insert into listeners (flow_id, component_id, user_id, event, version_id, created_at)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[])`,
    [
      listeners.map((listener) => listener.flowId),
      listeners.map((listener) => listener.componentId),
      listeners.map((listener) => listener.userId),
      listeners.map((listener) => listener.event),
      listeners.map((listener) => listener.versionId),
      listeners.map((listener) => listener.createdAt),
    ],
  );
}

export async function deleteListeners(db: Queryable, flowId: string): Promise<void> {
  await db.query('delete from listeners where flow_id = $1', [flowId]);
}

/** The trigger behind a component's URL, when its flow is running and it is called that way. */
export async function findUrlListener(
  db: Queryable,
  flowId: string,
  componentId: string,
): Promise<Listener | undefined> {
  const { rows } = await db.query<Listener>(
    `select flow_id as "flowId", component_id as "componentId", user_id as "userId", event,
            version_id as "versionId", created_at as "createdAt"
     from listeners where flow_id = $1 and component_id = $2 and event = $3`,
    [flowId, componentId, calledByUrl],
  );
  return rows[0];
}

/** What is looked for: an event name of a user, optionally in one flow; or one component by its URL. */
export type Sought = { userId: string; event: string; flowId?: string; componentId?: string };

export type Match = Listener & {
  /** Index into what was looked for. */
  index: number;
};

/** Matches many events at once; the cost does not depend on other users' listeners. */
export async function matchListeners(db: Queryable, sought: Sought[]): Promise<Match[]> {
  const { rows } = await db.query<Match>(
    `select s.index::int - 1 as index, l.flow_id as "flowId", l.component_id as "componentId",
            l.user_id as "userId", l.event, l.version_id as "versionId", l.created_at as "createdAt"
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
          with ordinality as s (user_id, event, flow_id, component_id, index)
     join listeners l on l.user_id = s.user_id and l.event = s.event
      and (s.flow_id is null or l.flow_id::text = lower(s.flow_id))
      and (s.component_id is null or l.component_id = s.component_id)
     order by s.index, l.created_at, l.flow_id, l.component_id`,
    [
      sought.map((one) => one.userId),
      sought.map((one) => one.event),
      sought.map((one) => one.flowId ?? null),
      sought.map((one) => one.componentId ?? null),
    ],
  );
  return rows;
}
