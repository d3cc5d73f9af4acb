import { setTimeout as delay } from 'node:timers/promises';
import {
  firstIdAt,
  onlyOneSweeps,
  sweepEvents,
  sweepRuns,
  type Swept,
  sweepVersions,
} from '../store/retention.ts';
import type { EngineSettings } from './settings.ts';

export type Retention = {
  start(): void;
  stop(): Promise<void>;
  /** Deletes all that is too old now; resolves when that is done. */
  sweep(): Promise<void>;
};

const everyMs = 60 * 60_000;
/** Between two statements: the intake is never kept waiting. */
const pauseMs = 50;
const day = 24 * 60 * 60_000;

/**
 * Deletes what is older than `retentionDays`: runs that have ended, with their steps and log; events; versions of flows
 * that nothing refers to. It goes by small statements with pauses in between, in one process at a time.
 */
export function createRetention(settings: EngineSettings): Retention {
  const { database, clock, logger, retentionDays } = settings;
  const stopped = new AbortController();
  let working: Promise<void> = Promise.resolve();

  const sweepAll = async (): Promise<void> => {
    const before = new Date(clock().getTime() - retentionDays * day);
    const counts: Record<string, number> = {};
    // In this order: a run refers to its event and its version.
    for (const [name, sweepBatch] of Object.entries({
      runs: sweepRuns,
      events: sweepEvents,
      versions: sweepVersions,
    })) {
      counts[name] = await sweepTable((after) => sweepBatch(database.pool, before, after));
    }
    logger.info({ before: before.toISOString(), ...counts }, 'What was too old has been deleted');
  };

  const sweepTable = async (sweepBatch: (after: string) => Promise<Swept>): Promise<number> => {
    let deleted = 0;
    let after: string | undefined = firstIdAt(new Date(0));
    while (after !== undefined && !stopped.signal.aborted) {
      const swept: Swept = await sweepBatch(after);
      deleted += swept.deleted;
      after = swept.after;
      if (after !== undefined) await delay(pauseMs);
    }
    return deleted;
  };

  const sweep = async (): Promise<void> => {
    const session = await database.connect();
    try {
      await onlyOneSweeps(session, sweepAll);
    } finally {
      await session.end();
    }
  };

  const goOn = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      try {
        await sweep();
      } catch (error) {
        logger.warn({ err: error }, 'What is too old could not be deleted');
      }
      await delay(everyMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  };

  return {
    start() {
      if (Number.isFinite(retentionDays)) working = goOn();
    },
    async stop() {
      stopped.abort();
      await working;
    },
    sweep,
  };
}
