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
