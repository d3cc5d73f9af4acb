import { isConnectionFailure, isDeletedMeanwhile } from '../store/transaction.ts';
import { failureOf } from './errors.ts';
import { failureRuns } from './run-failure.ts';
import type { EngineSettings } from './settings.ts';
import { walk, type WalkEnd } from './walk.ts';

/** Walks a run; one whose results cannot be stored is given up as failed. */
export async function walkToEnd(
  settings: EngineSettings,
  options: Parameters<typeof walk>[1],
): Promise<WalkEnd> {
  const { run, journal, announceEnd } = options;
  try {
    return await walk(settings, options);
  } catch (error) {
    if (isConnectionFailure(error)) throw error;
    // Its flow was deleted, and the run with it.
    if (isDeletedMeanwhile(error)) return 'cancelled';
    // Trying again would do its steps again and fail at the same place: what it wrote cannot be stored.
    settings.logger.error({ err: error, runId: run.id }, 'A run was given up');
    const failure = failureOf(error);
    await journal.write({
      runId: run.id,
      userId: run.userId,
      steps: [],
      log: [],
      next: {
        kind: 'end',
        status: 'failed',
        error: JSON.stringify(failure),
        announce: announceEnd,
        starts: failureRuns(settings, run, options.descriptor, failure),
      },
    });
    return 'ended';
  }
}
