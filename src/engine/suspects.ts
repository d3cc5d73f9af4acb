import { message } from '../flow/messages/message.ts';
import { beginTurn, endTurns } from '../store/give-up.ts';
import { addJobs, type RunPayload } from '../store/jobs.ts';
import { isConnectionFailure } from '../store/transaction.ts';
import { failureOf, VersionUnreadable } from './errors.ts';
import type { GiveUp } from './give-up.ts';
import type { EngineSettings } from './settings.ts';

export type Suspects = {
  /**
   * Does the work of a job, or gives its run up.
   *
   * @param job `attempt`: how often the job has been taken, from 1
   * @throws what kept the work from an orderly end: the job is tried again later
   */
  during(job: RunPayload & { attempt: number }, work: () => Promise<void>): Promise<void>;
};

/** As often a job may have been taken before without anybody wondering: workers are killed by deployments, too. */
const unsuspicious = 3;
const mostTurns = 3;
/** So many wait for their turn at their places of the queue; others come again later. */
const mostInLine = 4;
const lineAgainMs = 10_000;

/**
 * Looks after jobs that were taken again and again and never brought to an orderly end. A run that kills its worker (its
 * data need more memory than there is) takes others along that are at work beside it, so none is blamed for that. From
 * some attempts on such runs are gone on with one at a time, each turn being written down before it begins: a run whose
 * own turns came to nothing three times is given up, and those that were only beside it go on. A turn is over when the run
 * is done with, or after the time of a step: by then it has a step to show, and so its turns count from none again (by the
 * journal), whoever kills the worker from then on.
 *
 * A job becomes `suspected` → has its `turn` → the run ends, or waits for its time, in order (and is suspected no more); or
 * its worker dies, or something is thrown that is no failure of a step: then the job is taken again for the next turn.
 */
export function createSuspects(settings: EngineSettings, giveUp: GiveUp, stopping: AbortSignal): Suspects {
  const { database, stepTimeoutMs } = settings;
  const { pool } = database;
  /** Their last turn ended because the database was away. */
  const excused = new Set<string>();
  const stopped = new Promise<void>((resolve) => {
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  let lastTurn = Promise.resolve();
  let inLine = 0;

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const before = lastTurn;
    const { promise, resolve } = Promise.withResolvers<void>();
    lastTurn = promise;
    inLine += 1;
    await Promise.race([before, stopped]);
    inLine -= 1;
    const timer = setTimeout(resolve, stepTimeoutMs);
    try {
      await work();
    } finally {
      clearTimeout(timer);
      resolve();
    }
  };

  const turnOf = async (runId: string, work: () => Promise<void>): Promise<void> => {
    // It is handed back at once.
    if (stopping.aborted) return work();
    const turn = await beginTurn(pool, runId, !excused.delete(runId));
    if (turn === undefined) return;
    if (turn > mostTurns) return giveUp(runId, message('run.givenUp.workerDied', { count: mostTurns }));
    try {
      await work();
    } catch (error) {
      if (isConnectionFailure(error)) excused.add(runId);
      else if (turn === mostTurns) {
        const reason = failureOf(error).message;
        return giveUp(runId, message('run.givenUp.stuck', { reason }));
      }
      throw error;
    }
    await endTurns(pool, [runId]);
  };

  return {
    async during({ runId, userId, attempt, suspected = false }, work) {
      try {
        if (!suspected && attempt <= unsuspicious) await work();
        else if (inLine < mostInLine || userId === undefined) await inTurn(() => turnOf(runId, work));
        else await addJobs(pool, [{ runId, userId, delayMs: lineAgainMs, suspected: true }]);
      } catch (error) {
        if (!(error instanceof VersionUnreadable)) throw error;
        // That does not change with time.
        await giveUp(runId, message('run.givenUp.noVersion'));
      }
    },
  };
}
