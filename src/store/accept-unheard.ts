import type { ArrivedEvent } from './accept-events.ts';
import { jsonArray, textArray, uuidArray } from './binary-arrays.ts';
import type { Queryable } from './transaction.ts';

/**
 * Stores events that nobody listens to, if none of them has a listener; else it stores none. They are told apart by user
 * and name alone, and must have no idempotency key. `acceptEvents` would do the same for twice the time of PostgreSQL:
 * it prepares for runs before it knows of any.
 *
 * @returns whether they are stored
 */
export async function acceptUnheard(db: Queryable, arrivals: ArrivedEvent[], at: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    ...acceptIfUnheard,
    values: [
      uuidArray(arrivals.map((one) => one.id)),
      uuidArray(arrivals.map((one) => one.userId)),
      textArray(arrivals.map((one) => one.kind)),
      textArray(arrivals.map((one) => one.name)),
      jsonArray(arrivals.map((one) => one.message)),
      at,
    ],
  });
  return rowCount === arrivals.length;
}

const acceptIfUnheard = {
  name: 'accept_unheard_events',
  text: `
    insert into events (id, user_id, kind, name, message, created_at)
    select id, user_id, kind, name, message, $6::timestamptz
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::json[]) as e (id, user_id, kind, name, message)
    where not exists (
      select from unnest($2::uuid[], $4::text[]) as h (user_id, name)
      join listeners l on l.user_id = h.user_id and l.event = h.name
    )`,
};
