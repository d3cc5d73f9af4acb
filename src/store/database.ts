import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

/** An open database: `db` for typed statements, `pool` for hot ones and for the queue. */
export type Database = {
  db: Db;
  pool: pg.Pool;
  /** Opens a connection outside the pool: for LISTEN and session-level locks. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
};

export type DatabaseOptions = pg.ClientConfig & { max?: number };

/** Opens a pool on a Postgres of version 14 or later. Does not migrate. */
export function openDatabase(options: DatabaseOptions, onError: (error: Error) => void): Database {
  // A plan kept from when a table was small would read all of it when it is large; so it is with the queue's functions.
  const planning = '-c plan_cache_mode=force_custom_plan';
  const pool = new pg.Pool({
    max: 20,
    ...options,
    options: options.options === undefined ? planning : `${options.options} ${planning}`,
  });
  // An idle connection that breaks (a restarted Postgres) must not end the process: the pool replaces it.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async connect() {
      const client = new pg.Client(options);
      client.on('error', onError);
      await client.connect();
      return client;
    },
    close: () => db.destroy(),
  };
}

/**
 * Brings the tables of the product and of its queue up to date. Several processes may call it at once:
 * both migrators lock.
 *
 * @throws the first failed migration's error
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be migrated', { cause: error });
  await runMigrations({ pgPool: database.pool });
}
