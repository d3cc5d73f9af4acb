import type { Database } from './database.ts';

/** Does the database answer? */
export async function isReachable({ pool }: Database): Promise<boolean> {
  return pool.query('select').then(
    () => true,
    () => false,
  );
}

/**
 * Do others use this server, too: another process of ours for the same data folder, or somebody with psql?
 * Asked before it is shut down.
 */
export async function hasOtherClients(database: Database): Promise<boolean> {
  const client = await database.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
