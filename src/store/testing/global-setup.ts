import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded/server.ts';
import { migrate } from '../migrate.ts';
import { copyData } from './copy-data.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
    /** A data folder as the first start of a server leaves it; `copyPreparedData` copies it. */
    preparedData: string;
  }
}

/**
 * One embedded PostgreSQL for a whole test run, with a migrated template that each test file copies. It runs on a copy of
 * the data folder that tests of whole servers begin with, so that both are made and migrated once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), `tributary-test-${randomUUID().slice(0, 8)}`));
  await chmod(folder, 0o755);
  const prepared = path.join(folder, 'prepared');
  await prepareData(prepared);
  await copyData(prepared, path.join(folder, 'data'));
  const postgres = await startEmbeddedPostgres(path.join(folder, 'data'));
  // A template is copied while nobody is in it.
  const admin = openDatabase({ ...postgres.connection, database: 'template1' }, () => {});
  // Only what a machine survives that loses its power would tell: no test cuts it.
  await admin.pool.query('alter system set fsync = off');
  await admin.pool.query('alter system set full_page_writes = off');
  await admin.pool.query('select pg_reload_conf()');
  await admin.pool.query('create database template_migrated template postgres');
  await admin.close();
  const { host, port, user, password } = postgres.connection;
  project.provide('postgres', { host, port, user, password });
  project.provide('preparedData', prepared);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function prepareData(dataFolder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres(dataFolder);
  const database = openDatabase(postgres.connection, () => {});
  await migrate(database);
  await database.close();
  await postgres.stop();
}
