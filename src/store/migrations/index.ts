import type { Migration } from 'kysely/migration';
import * as first from './0001_first.ts';

/** Every migration by name, run in the order of the names. Appended to, never edited once released. */
export const migrations: Record<string, Migration> = {
  '0001_first': first,
};
