import type { Migration } from 'kysely/migration';
import * as first from './0001_first.ts';
import * as stepPaths from './0002_step_paths.ts';
import * as accountAddresses from './0003_account_addresses.ts';

/** Every migration by name, run in the order of the names. Appended to, never edited once released. */
export const migrations: Record<string, Migration> = {
  '0001_first': first,
  '0002_step_paths': stepPaths,
  '0003_account_addresses': accountAddresses,
};
