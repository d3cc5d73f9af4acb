import type { Migration } from 'kysely/migration';
import * as first from './0001_first.ts';
import * as testRuns from './0002_test_runs.ts';
import * as templateVersions from './0003_template_versions.ts';
import * as files from './0004_files.ts';
import * as customModifiers from './0005_custom_modifiers.ts';
import * as eventContracts from './0006_event_contracts.ts';
import * as unprocessedMessages from './0007_unprocessed_messages.ts';
import * as gates from './0008_gates.ts';
import * as timers from './0009_timers.ts';
import * as takenRuns from './0010_taken_runs.ts';
import * as turns from './0011_turns.ts';
import * as sleepers from './0012_sleepers.ts';
import * as parked from './0013_parked.ts';
import * as eventWarnings from './0014_event_warnings.ts';

/** Every migration by name, run in the order of the names. Appended to, never edited once released. */
export const migrations: Record<string, Migration> = {
  '0001_first': first,
  '0002_test_runs': testRuns,
  '0003_template_versions': templateVersions,
  '0004_files': files,
  '0005_custom_modifiers': customModifiers,
  '0006_event_contracts': eventContracts,
  '0007_unprocessed_messages': unprocessedMessages,
  '0008_gates': gates,
  '0009_timers': timers,
  '0010_taken_runs': takenRuns,
  '0011_turns': turns,
  '0012_sleepers': sleepers,
  '0013_parked': parked,
  '0014_event_warnings': eventWarnings,
};
