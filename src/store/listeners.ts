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

/** Where an event's data says which runs follow each other; and whether runs pass a gate at all (gates.ts). */
export type NewListener = Listener & { orderBy: string[] | null; gated: boolean };

export async function insertListeners(db: Queryable, listeners: NewListener[]): Promise<void> {
  if (listeners.length === 0) return;
  await db.query(
    `insert into listeners (flow_id, component_id, user_id, event, version_id, created_at, order_by, gated)
     select flow_id, component_id, user_id, event, version_id, created_at,
            (select array_agg(step) from json_array_elements_text(order_by) as step), gated
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::json[], $8::boolean[])
          as l (flow_id, component_id, user_id, event, version_id, created_at, order_by, gated)`,
    [
      listeners.map((listener) => listener.flowId),
      listeners.map((listener) => listener.componentId),
      listeners.map((listener) => listener.userId),
      listeners.map((listener) => listener.event),
      listeners.map((listener) => listener.versionId),
      listeners.map((listener) => listener.createdAt),
      // Lists of lists are lists of equal length to Postgres.
      listeners.map(({ orderBy }) => orderBy && JSON.stringify(orderBy)),
      listeners.map((listener) => listener.gated),
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
