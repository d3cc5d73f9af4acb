import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from './database.ts';

/** Who asks does not wait for longer. */
const answersWithinMs = 3_000;

/** Does the database answer? */
export async function isReachable({ pool }: Database): Promise<boolean> {
  const answer = pool.query('select').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, delay(answersWithinMs, false, { ref: false })]);
}

/** A connection of somebody who has just gone may still be seen this long. */
const goneWithinMs = 1_000;

/**
 * Do others use this server, too: another process of ours for the same data folder, or somebody with psql?
 * Asked before it is shut down. Connections under our own `application_name` do not count.
 */
export async function hasOtherClients(database: Database): Promise<boolean> {
  const client = await database.connect();
  try {
    for (let waited = 0; ; waited += 50) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity
         where backend_type = 'client backend' and application_name <> current_setting('application_name')`,
      );
      if (rowCount === 0 || waited >= goneWithinMs) return rowCount !== 0;
      await delay(50);
    }
  } finally {
    await client.end();
  }
}
