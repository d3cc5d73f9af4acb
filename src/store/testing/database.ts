import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts';

export type TestDatabase = Database & { options: DatabaseOptions };

/**
 * A fresh, migrated database for the test file (or `describe`) that calls this, dropped at its end. Returns
 * a function because the database exists only once the first test runs.
 */
export function useDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined;
  let name: string;
  beforeAll(async () => {
    name = `test_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(`create database ${name} template template_migrated`);
    const options = { ...inject('postgres'), database: name };
    database = { ...openDatabase(options, () => {}), options };
  });
  afterAll(async () => {
    await database?.close();
    await asAdmin(`drop database ${name} with (force)`);
  });
  return () => {
    if (!database) throw new Error('The test database exists only inside tests and their hooks.');
    return database;
  };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = openDatabase({ ...inject('postgres'), database: 'postgres', max: 1 }, () => {});
  try {
    await admin.pool.query(statement);
  } finally {
    await admin.close();
  }
}
