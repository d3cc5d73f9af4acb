import type { Queryable } from './transaction.ts';

export type StoredReceipt = { triggers: unknown; warnings: unknown };

/** What was answered to the first event with each user's key, in their order; undefined where there is none. */
export async function readReceipts(
  db: Queryable,
  keys: { userId: string; idempotencyKey: string }[],
): Promise<(StoredReceipt | undefined)[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<StoredReceipt & { known: boolean }>(
    `select e.id is not null as known, e.receipt as triggers, e.warnings
     from unnest($1::uuid[], $2::text[]) with ordinality as k (user_id, idempotency_key, index)
     left join events e on e.user_id = k.user_id and e.idempotency_key = k.idempotency_key
     order by k.index`,
    [keys.map((key) => key.userId), keys.map((key) => key.idempotencyKey)],
  );
  return rows.map(({ known, ...receipt }) => (known ? receipt : undefined));
}

export type StoredEvent = { id: string; name: string; message: unknown; createdAt: Date };

/** Among how many of a user's latest events those of one name are looked for. */
const searchedEvents = 5_000;

/** The latest app events of a user that have this name, newest first. */
export async function latestEvents(
  db: Queryable,
  wanted: { userId: string; name: string; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `with latest as (
       select id, kind, name from events where user_id = $1 order by created_at desc, id desc limit ${searchedEvents}
     )
     select e.id, e.name, e.message, e.created_at as "createdAt"
     from latest l join events e on e.id = l.id
     where l.kind = 'appevent' and l.name = $2
     order by e.created_at desc, e.id desc limit $3`,
    [wanted.userId, wanted.name, wanted.limit],
  );
  return rows;
}

export type EventName = { name: string; count: number; lastAt: Date };

/** The names among the latest app events of a user, the most recent first. */
export async function latestEventNames(db: Queryable, userId: string): Promise<EventName[]> {
  const { rows } = await db.query<EventName>(
    `with latest as (
       select kind, name, created_at from events where user_id = $1 order by created_at desc, id desc limit ${searchedEvents}
     )
     select name, count(*)::int as count, max(created_at) as "lastAt" from latest
     where kind = 'appevent' group by name order by "lastAt" desc, name`,
    [userId],
  );
  return rows;
}

/** App events of a user with this name since a moment, those left out that are known, oldest first. */
export async function eventsSince(
  db: Queryable,
  wanted: { userId: string; name: string; since: Date; known: string[]; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await db.query<StoredEvent>(
    `select id, name, message, created_at as "createdAt" from events
     where user_id = $1 and kind = 'appevent' and name = $2 and created_at >= $3 and id <> all($4::uuid[])
     order by created_at, id limit $5`,
    [wanted.userId, wanted.name, wanted.since, wanted.known, wanted.limit],
  );
  return rows;
}
