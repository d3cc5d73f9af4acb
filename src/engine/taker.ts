import { cancelTaken, letGo, openTaken, readTaken, type TakenRun } from '../store/taken-runs.ts';
import { transaction } from '../store/transaction.ts';
import { createBatcher } from './batcher.ts';
import { persist } from './persist.ts';
import type { Runner } from './runner.ts';
import type { EngineSettings } from './settings.ts';

export type Taker = {
  /** In whose name runs are taken; null while none is. */
  worker(): string | null;
  /** So many runs of a user may be taken now. */
  room(userId: string): number;
  /** These are stored as taken: they begin, unless the process stops. */
  take(runs: readonly { runId: string; userId: string }[]): void;
  /** Runs may have been stored as taken of which nothing was heard. */
  doubt(): void;
  /** Lets go of what has been taken and is not at work here: at once where there may be any, else every now and then. */
  lookForLost(): Promise<void>;
  start(): void;
  /** Takes no further runs; resolves when those at work have ended. */
  stop(): Promise<void>;
};

/** For so long after a doubt it looks each time. */
const doubtMs = 60_000;
/** The answer to an acceptance is there or was given up by then (`answeredInTime`). */
const answeredAfterMs = 60_000;
/** A commit whose connection broke may come as late as the lock that it waits for: so it goes on looking, at this pace. */
const lookEveryMs = 30_000;

/**
 * Goes on with the runs that this process has just accepted, at once and without a job in the queue (store/taken-runs.ts),
 * while it has room. A user may have as many runs at work here as leave as many places free: others find room, however many
 * runs of one user hang. What finds none goes through the queue.
 *
 * A taken run is *at work* here until it ends or was let go of. One that is neither, because its work failed (the database
 * was away for long) or because the answer of the database to its acceptance was lost, is found by `lookForLost`.
 */
export function createTaker(
  settings: EngineSettings,
  workerId: string,
  { runner, stopping }: { runner: Runner; stopping: AbortSignal },
): Taker {
  const { database, logger, clock } = settings;
  const { pool } = database;
  /** Half of them for one user. */
  const places = 2 * settings.concurrency;
  const atWork = new Map<string, Promise<void>>();
  const ofUser = new Map<string, number>();
  const lettingGo = new Set<string>();
  let isOpen = false;
  let doubtedAt = 0;
  let lookedAt = 0;

  const reads = createBatcher<string, TakenRun | undefined>({
    maxItems: 500,
    maxWeight: Infinity,
    weigh: () => 0,
    async write(ids) {
      const runs = await persist(() => readTaken(database.intake, workerId, ids), stopping);
      const byId = new Map(runs.map((run) => [run.id, run]));
      return ids.map((id) => byId.get(id));
    },
  });
  const claim = async (runId: string): Promise<TakenRun | undefined> => {
    const run = await reads.add(runId);
    if (!run || run.live) return run;
    const isCancelled = await persist(() => cancelTaken(pool, { workerId, runId, at: clock() }), stopping);
    if (isCancelled) settings.metrics.runsEnded('cancelled', 1);
    return undefined;
  };

  const count = (userId: string, change: number): void => {
    const now = (ofUser.get(userId) ?? 0) + change;
    if (now > 0) ofUser.set(userId, now);
    else ofUser.delete(userId);
  };
  const doubt = (): void => {
    doubtedAt = clock().getTime();
  };
  const work = async (runId: string, userId: string): Promise<void> => {
    count(userId, 1);
    try {
      await runner.run({ runId, attempt: 1 }, claim);
    } catch (error) {
      logger.warn({ err: error, runId }, 'A run goes back to the queue');
      doubt();
    } finally {
      count(userId, -1);
      atWork.delete(runId);
    }
  };

  return {
    worker: () => (isOpen ? workerId : null),
    // As many as leave as many places free, so half of what neither they nor others have.
    room: (userId) =>
      isOpen ? Math.max(0, Math.floor((places - atWork.size - (ofUser.get(userId) ?? 0)) / 2)) : 0,
    take(runs) {
      for (const { runId, userId } of runs) {
        // What was accepted while the process stops gets a job from `removeWorker`.
        if (isOpen && !lettingGo.has(runId)) atWork.set(runId, work(runId, userId));
      }
    },
    doubt,
    async lookForLost() {
      const now = clock().getTime();
      if (now - doubtedAt > doubtMs && now - lookedAt < lookEveryMs) return;
      lookedAt = now;
      const open = await openTaken(pool, workerId, new Date(Math.max(doubtedAt, now - answeredAfterMs)));
      const ids = open.filter((id) => !atWork.has(id));
      if (ids.length === 0) return;
      // The answer to their acceptance may come at this moment.
      for (const id of ids) lettingGo.add(id);
      try {
        await transaction(pool, (db) => letGo(db, { workerId, ids }));
      } finally {
        for (const id of ids) lettingGo.delete(id);
      }
    },
    start() {
      isOpen = true;
    },
    async stop() {
      isOpen = false;
      await Promise.all(atWork.values());
    },
  };
}
