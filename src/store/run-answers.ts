import type { Queryable } from './transaction.ts';

/** Told on this channel: the id of a run that has answered its caller, or ended. */
export const answerChannel = 'tributary_answers';

/** Stores the answer (JSON text) to the caller that waits for this run; the first one wins. */
export async function storeResponse(db: Queryable, runId: string, response: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with answered as (
       update runs set response = $2::json where id = $1 and response is null returning id
     )
     select pg_notify('${answerChannel}', id::text) from answered`,
    [runId, response],
  );
  return (rowCount ?? 0) > 0;
}

export async function announceEnd(db: Queryable, runIds: string[]): Promise<void> {
  if (runIds.length === 0) return;
  await db.query(`select pg_notify('${answerChannel}', id) from unnest($1::text[]) as id`, [runIds]);
}

export async function readResponse(
  db: Queryable,
  runId: string,
): Promise<{ response: unknown; ended: boolean } | undefined> {
  const { rows } = await db.query<{ response: unknown; ended: boolean }>(
    'select response, finished_at is not null as ended from runs where id = $1',
    [runId],
  );
  return rows[0];
}
