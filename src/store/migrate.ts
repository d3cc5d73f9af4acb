import { setTimeout as delay } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { leastBeside } from './migrations/contraction.ts';
import { migrations } from './migrations/index.ts';
import { isDeadlock, isLockTimeout } from './transaction.ts';

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
  const error = await givenWay(async () => (await migrator.migrateToLatest()).error);
  const newer = error === undefined ? [] : await newerMigrations(database);
  if (error !== undefined && newer.length === 0) {
    throw new Error('The database could not be migrated', { cause: error });
  }
  // The queue's own migrations of a newer release are looked after by itself.
  const failure = await givenWay(() => migrateQueue(database));
  if (failure !== undefined) {
    throw new Error('The tables of the queue could not be migrated', { cause: failure });
  }
  return newer;
}

/** Migrates again while a process at work and the migration waited for each other, or both for one that takes long. */
async function givenWay(attemptIt: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const error = await attemptIt();
    if (!(isDeadlock(error) || isLockTimeout(error)) || attempt === mostAttempts) return error;
    await delay(betweenMs);
  }
}

/** The queue's own migrations, each of which is a transaction, wait no longer than ours. Gives what they failed of. */
async function migrateQueue(database: Database): Promise<unknown> {
  const pool = database.openPool(1, `-c lock_timeout=${mostWaiting}`);
  try {
    await runMigrations({ pgPool: pool });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await pool.end();
  }
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
