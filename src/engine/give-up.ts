import { inEnglish, type Message } from '../flow/messages/message.ts';
import { giveUpRun, type GivenUpRun } from '../store/give-up.ts';
import { addJobs } from '../store/jobs.ts';
import { announceEnd } from '../store/run-answers.ts';
import { insertRuns, type NewRun } from '../store/runs.ts';
import { type Queryable, transaction } from '../store/transaction.ts';
import { readVersion } from '../store/versions.ts';
import type { Gates } from './gates.ts';
import { persist } from './persist.ts';
import { failureRuns } from './run-failure.ts';
import type { EngineSettings } from './settings.ts';

/**
 * Ends a run as failed that cannot be gone on with, with a message that says why and can be tried again. Nothing of what
 * the run holds is touched: that may be what it failed of.
 */
export type GiveUp = (runId: string, why: Message) => Promise<void>;

export function createGiveUp(settings: EngineSettings, gates: Gates, stopping: AbortSignal): GiveUp {
  const { database, logger, metrics } = settings;
  return async (runId, why) => {
    const failure = { name: 'GivenUp', code: 'RUN_GIVEN_UP', message: inEnglish(why) };
    const end = (db: Queryable) => endRun(settings, db, runId, failure);
    const ended = await persist(() => transaction(database.pool, end), stopping);
    if (!ended) return;
    const { run, starts } = ended;
    logger.error({ runId, reason: failure.message }, 'A run was given up');
    metrics.runsEnded('failed', 1);
    metrics.runsBegan(starts);
    if (run.gated) gates.look([run]);
  };
}

async function endRun(
  settings: EngineSettings,
  db: Queryable,
  runId: string,
  failure: { message: string },
): Promise<{ run: GivenUpRun; /** How many runs its end started. */ starts: number } | undefined> {
  const run = await giveUpRun(db, { runId, error: JSON.stringify(failure), at: settings.clock() });
  if (!run) return undefined;
  const starts = await startsOf(settings, db, run, failure);
  await insertRuns(db, starts);
  await announceEnd(db, [runId]);
  await addJobs(
    db,
    starts.map(({ id, userId }) => ({ runId: id, userId })),
  );
  return { run, starts: starts.length };
}

/** The flow is told of the failure, unless its version cannot be read either. */
async function startsOf(
  settings: EngineSettings,
  db: Queryable,
  run: GivenUpRun,
  failure: object,
): Promise<NewRun[]> {
  const descriptor = await readVersion(db, run.versionId);
  if (!descriptor) return [];
  return failureRuns(settings, { ...run, message: null, startMessage: null }, descriptor, failure);
}
