import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { type SilenceLimits, watchForSilence } from './silence.ts';

export type Db = Kysely<Schema>;

/** An open database. */
export type Database = {
  /** For typed statements. */
  db: Db;
  /** For statements as SQL, and for the queue. */
  pool: pg.Pool;
  /** For events that come in and runs that begin with them: they never wait for a connection that something slow holds. */
  intake: pg.Pool;
  /** For what runs did, and nothing else. */
  journal: pg.Pool;
  /** Opens a connection outside the pool: for LISTEN and session-level locks. */
  connect(more?: pg.ClientConfig): Promise<pg.Client>;
  /** Opens a further pool, which whoever asks for it ends: of so many connections, with these settings of the server's. */
  openPool(max: number, settings: string): pg.Pool;
  close(): Promise<void>;
};

export type DatabaseOptions = pg.ClientConfig & { max?: number; silence?: SilenceLimits };

/** Batches of events that are written at the same time. */
export const intakeWriters = 2;

/** A connection that is lost alone is noticed by TCP; a host that says nothing any more by who watches for that. */
const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 5_000, connectionTimeoutMillis: 10_000 };

/** Where everybody would wait for an answer it comes in time. What comes after that fails as a connection does. */
export const answeredInTime = { query_timeout: 30_000 };

/** Opens pools on a Postgres of version 14 or later. Does not migrate. */
export function openDatabase(
  { silence = {}, ...given }: DatabaseOptions,
  onError: (error: Error) => void,
): Database {
  const watch = watchForSilence({ ...keptAlive, ...given }, silence);
  const options = { ...given, stream: watch.stream };
  const openPool = (max: number, settings: string, more: pg.PoolConfig = {}) => {
    const pool = new pg.Pool({
      ...keptAlive,
      max,
      ...more,
      ...options,
      options: `${options.options ?? ''} ${settings}`.trim(),
    });
    // An idle connection that breaks (a restarted Postgres) must not end the process: the pool replaces it.
    pool.on('error', onError);
    pool.on('connect', (client) => client.on('error', onError));
    return pool;
  };
  // A plan kept from when a table was small would read all of it when it is large.
  const pool = openPool(20, '-c plan_cache_mode=force_custom_plan');
  // Few statements, planned once, which find by their indexes whatever they look up. Connections stay open when idle: on a
  // busy machine a statement took 22 ms on a new one, and 3 ms on one that was open.
  const planOnce = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';
  const beginning = 1;
  const intake = openPool(intakeWriters + beginning, planOnce, {
    min: intakeWriters + beginning,
    ...answeredInTime,
  });
  // Above all the checks of foreign keys are: planned anew for each step written, they took a third of all that
  // PostgreSQL does for a run. Every join here is of a batch and what its rows refer to.
  const journal = openPool(1, `${planOnce} -c enable_hashjoin=off -c enable_mergejoin=off`, {
    min: 1,
    ...answeredInTime,
  });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    intake,
    journal,
    openPool,
    async connect(more = {}) {
      const client = new pg.Client({ ...keptAlive, ...more, ...options });
      client.on('error', onError);
      await client.connect();
      return client;
    },
    async close() {
      await Promise.all([db.destroy(), intake.end(), journal.end()]);
      await watch.stop();
    },
  };
}
