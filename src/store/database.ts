import { setTimeout as delay } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { leastBeside } from './migrations/contraction.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { type SilenceLimits, watchForSilence } from './silence.ts';
import { isDeadlock, isLockTimeout } from './transaction.ts';

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
  const openPool = (max: number, planning: string, more: pg.PoolConfig = {}) => {
    const pool = new pg.Pool({
      ...keptAlive,
      max,
      ...more,
      ...options,
      options: `${options.options ?? ''} ${planning}`.trim(),
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

/** Those behind a migration wait no longer than this for those before it. */
const mostWaiting = '2s';
/** For so long, and the waiting, one statement that reads may keep a process from starting. */
const mostAttempts = 100;
const betweenMs = 500;

/**
 * Brings the tables of the product and of its queue up to date. Several processes may call it at once: both migrators
 * lock. A database that a newer release has migrated is left as it is: its migrations only add, so that processes of the
 * release before go on (`migrations/contraction.ts`).
 *
 * @returns the migrations of a newer release that are there
 * @throws the first failed migration's error, and Error when what is there takes away what this release needs
 */
export async function migrate(database: Database): Promise<string[]> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(givingWay(migrations)) },
  });
  let { error } = await migrator.migrateToLatest();
  // A process at work and the migration waited for each other, or both for one that takes long.
  for (let attempt = 1; (isDeadlock(error) || isLockTimeout(error)) && attempt < mostAttempts; attempt += 1) {
    await delay(betweenMs);
    ({ error } = await migrator.migrateToLatest());
  }
  const newer = error === undefined ? [] : await newerMigrations(database);
  if (error !== undefined && newer.length === 0) {
    throw new Error('The database could not be migrated', { cause: error });
  }
  // The queue's own migrations of a newer release are looked after by itself.
  await runMigrations({ pgPool: database.pool });
  return newer;
}

/** Whoever wants a table waits behind a migration that waits for it: one that has waited for long lets them go first. */
function givingWay(all: Record<string, Migration>): Record<string, Migration> {
  // All of them share one transaction; the lock of the migrator is taken before.
  const wrapped = Object.entries(all).map(([name, migration]): [string, Migration] => [
    name,
    {
      async up(db) {
        await sql.raw(`set local lock_timeout = '${mostWaiting}'`).execute(db);
        await migration.up(db);
      },
    },
  ]);
  return Object.fromEntries(wrapped);
}

/** Those of a newer release that are there, when all of ours are, too; otherwise none. */
async function newerMigrations({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name');
  const there = new Set(rows.map((row) => row.name));
  const ours = Object.keys(migrations);
  if (!ours.every((name) => there.has(name))) return [];
  const newer = [...there].filter((name) => !Object.hasOwn(migrations, name));
  const newest = ours.at(-1)!.slice(0, 4);
  const needed = newer.find((name) => (leastBeside(name) ?? '') > newest);
  if (needed !== undefined) {
    throw new Error(`The database was migrated by a release that this one cannot work beside (${needed})`);
  }
  return newer;
}
