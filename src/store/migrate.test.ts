import { Migrator } from 'kysely/migration';
import { type Kysely, sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** A database of its own, so many times open, as by so many processes. */
async function databaseOf(template: string, count: number): Promise<Database[]> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = openDatabase({ ...inject('postgres'), database: 'postgres', max: 1 }, () => {});
  await admin.pool.query(`create database ${name} template ${template}`);
  const processes = Array.from({ length: count }, () =>
    openDatabase({ ...inject('postgres'), database: name }, () => {}),
  );
  onTestFinished(async () => {
    await Promise.all(processes.map((database) => database.close()));
    await admin.pool.query(`drop database ${name} with (force)`);
    await admin.close();
  });
  return processes;
}

/** What the next release does to the database. */
async function migrateFurther(database: Database, name: string, statement: string): Promise<void> {
  const up = async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db));
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations, [name]: { up } }) },
  });
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
}

test('processes that start at once migrate an empty database once', async () => {
  const processes = await databaseOf('template0', 4);
  expect(await Promise.all(processes.map((database) => migrate(database)))).toEqual([[], [], [], []]);
  const { rows } = await processes[0]!.pool.query<{ name: string }>(
    'select name from kysely_migration order by name',
  );
  expect(rows.map((row) => row.name)).toEqual(Object.keys(migrations));
});

test('a process goes on with what a newer release has added, and says so', async () => {
  const [database] = await databaseOf('template_migrated', 1);
  await migrateFurther(database!, '9000_more', 'alter table runs add column more int not null default 0');
  expect(await migrate(database!)).toEqual(['9000_more']);
  const newest = Object.keys(migrations).at(-1)!.slice(0, 4);
  await database!.pool.query(`update kysely_migration set name = $1 where name = '9000_more'`, [
    `9001_contract_${newest}_less`,
  ]);
  expect(await migrate(database!)).toEqual([`9001_contract_${newest}_less`]);
});

test('it does not begin where something was taken away that it needs, nor where its own steps are missing', async () => {
  const [database] = await databaseOf('template_migrated', 1);
  await migrateFurther(database!, '9001_contract_9000_less', 'select 1');
  await expect(migrate(database!)).rejects.toThrow('cannot work beside (9001_contract_9000_less)');
  await database!.pool.query(`update kysely_migration set name = '9000_other' where name like '0010%'`);
  await expect(migrate(database!)).rejects.toThrow('could not be migrated');
});

/** Somebody reads a table for long while it is migrated, and somebody else wants to read it, too. */
async function migrateBesideReader([database, other]: Database[], table: string): Promise<string[]> {
  const reader = await other!.connect();
  onTestFinished(() => reader.end());
  await reader.query('begin');
  await reader.query(`select from ${table}`);
  const migrated = migrate(database!);
  const waiting = `select from pg_locks
    where not granted and relation = '${table}'::regclass and mode = 'AccessExclusiveLock'`;
  await expect.poll(async () => (await other!.pool.query(waiting)).rowCount).toBe(1);
  // It waits behind the migration, which waits behind the reader.
  await other!.pool.query(`select from ${table}`);
  await reader.query('commit');
  return migrated;
}

test('a migration that waits for a long reader lets those behind it go first', async () => {
  const processes = await databaseOf('template_migrated', 2);
  const { pool } = processes[1]!;
  // As before the migration 0013, whose column the reader is in the way of.
  await pool.query(`
    alter table runs drop column parked_at;
    alter table events drop column warnings;
    delete from kysely_migration where name >= '0013'`);
  expect(await migrateBesideReader(processes, 'runs')).toEqual([]);
  const { rowCount } = await pool.query('select parked_at from runs');
  expect(rowCount).toBe(0);
});

test('so does a migration of the queue', async () => {
  const processes = await databaseOf('template_migrated', 2);
  const { pool } = processes[1]!;
  // As its tables were before its migration 18, which drops the trigger.
  await pool.query(`
    create function graphile_worker.tg_jobs__after_insert() returns trigger language plpgsql as 'begin return null; end';
    create trigger _900_after_insert after insert on graphile_worker._private_jobs
      for each statement execute function graphile_worker.tg_jobs__after_insert();
    delete from graphile_worker.migrations where id >= 18`);
  expect(await migrateBesideReader(processes, 'graphile_worker._private_jobs')).toEqual([]);
  const { rows } = await pool.query<{ id: number }>('select max(id) as id from graphile_worker.migrations');
  expect(rows[0]!.id).toBeGreaterThanOrEqual(18);
});
