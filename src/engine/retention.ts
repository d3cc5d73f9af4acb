import { setTimeout as delay } from 'node:timers/promises';
import {
  firstIdAt,
  onlyOneSweeps,
  sweepTable,
  type Swept,
  type SweptTable,
  sweptTables,
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
    const counts: Partial<Record<SweptTable, number>> = {};
    for (const table of sweptTables) counts[table] = await sweepAllOf(table, before);
    logger.info({ before: before.toISOString(), ...counts }, 'What was too old has been deleted');
  };

  const sweepAllOf = async (table: SweptTable, before: Date): Promise<number> => {
    let deleted = 0;
    let after: string | undefined = firstIdAt(new Date(0));
    while (after !== undefined && !stopped.signal.aborted) {
      const swept: Swept = await sweepTable(database.pool, table, { before, after });
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
