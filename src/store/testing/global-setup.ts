import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database.ts';
import { startEmbeddedPostgres } from '../embedded/server.ts';
import { migrate } from '../migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** One embedded PostgreSQL for a whole test run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), `tributary-test-${randomUUID().slice(0, 8)}`));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder);
  const admin = openDatabase(postgres.connection, () => {});
  // Only what a machine survives that loses its power would tell: no test cuts it.
  await admin.pool.query('alter system set fsync = off');
  await admin.pool.query('alter system set full_page_writes = off');
  await admin.pool.query('select pg_reload_conf()');
  await admin.pool.query('create database template_migrated');
  await admin.close();
  const template = openDatabase({ ...postgres.connection, database: 'template_migrated' }, () => {});
  await migrate(template);
  await template.close();
  const { host, port, user, password } = postgres.connection;
  project.provide('postgres', { host, port, user, password });
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
