import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Logger as GraphileLogger,
  run,
  type Runner as GraphileRunner,
  type WorkerEvents,
} from 'graphile-worker';
import { type RunPayload, runTask } from '../store/jobs.ts';
import { type TickPayload, tickTask } from '../store/schedules.ts';
import { giveBackJobs } from '../store/workers.ts';
import type { Runner } from './runner.ts';
import type { EngineSettings } from './settings.ts';
import { inHand, takenAtOnce } from './shares.ts';
import type { Ticker } from './ticks.ts';

export type Queue = {
  start(): Promise<void>;
  /** Takes no further jobs; resolves when those at work have ended. */
  stop(): Promise<void>;
};

const restartAfterMs = 1_000;
/** What jobs came to is written within this time once the queue has taken its last one. */
const lastWritesMs = 2_000;

/** After one of these the queue of graphile-worker takes no job and gives none back. */
const endings = [
  'pool:gracefulShutdown:complete',
  'pool:forcefulShutdown:complete',
  'pool:forcefulShutdown:error',
] as const;

type OpenQueue = {
  graphile: GraphileRunner;
  /** Resolves when it takes and gives back no further jobs. */
  over: Promise<void>;
};

/**
 * Takes jobs and gives their runs to the runner, and ticks to the ticker. Jobs are locked in the name of `workerId`, so
 * that they can be freed when this process dies. When the queue gives up (the database was away for long), it is started
 * again.
 */
export function createQueue(
  settings: EngineSettings,
  workerId: string,
  work: { runner: Runner; ticker: Ticker },
): Queue {
  const { database, logger, concurrency } = settings;
  const atWork = new Set<Promise<void>>();
  let current: OpenQueue | undefined;
  const stopped = new AbortController();

  const during = async (job: Promise<void>): Promise<void> => {
    atWork.add(job);
    try {
      await job;
    } finally {
      atWork.delete(job);
    }
  };

  const open = async (): Promise<OpenQueue> => {
    const events: WorkerEvents = new EventEmitter();
    // Its promise stays open for good when several writes of what jobs came to fail at once, as they do when the
    // database dies. So its events tell that it is over.
    const over = Promise.withResolvers<void>();
    for (const ending of endings) events.once(ending, () => over.resolve());
    events.once('pool:gracefulShutdown', ({ message }) => {
      if (!stopped.signal.aborted) logger.error({ reason: message }, 'The queue gave up');
    });
    // Before its workers start: whose jobs these are must be known to those who look for dead workers.
    events.on('pool:create', ({ workerPool }) => {
      Object.assign(workerPool, { id: workerId });
    });
    const graphile = await run({
      pgPool: database.pool,
      noHandleSignals: true,
      events,
      parsedCronItems: [],
      logger: quiet(settings),
      taskList: {
        [runTask]: (payload, { job }) => {
          const { id: jobId, attempts: attempt } = job;
          return during(work.runner.run({ ...(payload as RunPayload), attempt, jobId }));
        },
        [tickTask]: (payload) => during(work.ticker.tick(payload as TickPayload)),
      },
      preset: {
        worker: {
          concurrentJobs: inHand(concurrency),
          localQueue: { size: takenAtOnce(concurrency) },
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          pollInterval: settings.pollMs,
        },
      },
    });
    graphile.promise
      .catch((error: unknown) => logger.debug({ err: error }, 'The queue ended with an error'))
      .finally(() => over.resolve());
    void over.promise.then(reopen);
    return { graphile, over: over.promise };
  };

  const reopen = async (): Promise<void> => {
    // What is left of the old one must not go on listening.
    if (!stopped.signal.aborted) void close(current?.graphile);
    while (!stopped.signal.aborted) {
      await delay(restartAfterMs, undefined, { ref: false });
      await Promise.allSettled(atWork);
      if (stopped.signal.aborted) return;
      try {
        await giveBackJobs(database.pool, workerId);
        current = await open();
        return;
      } catch (error) {
        logger.warn({ err: error }, 'The queue could not be started again yet');
      }
    }
  };

  const close = async (graphile: GraphileRunner | undefined): Promise<void> => {
    await graphile?.stop().catch((error: unknown) => logger.debug({ err: error }, 'The queue had ended'));
  };

  return {
    async start() {
      current = await open();
    },
    async stop() {
      stopped.abort();
      const lastWrites = current?.over.then(() => delay(lastWritesMs, undefined, { ref: false }));
      await Promise.race([close(current?.graphile), lastWrites]);
      await Promise.allSettled(atWork);
    },
  };
}

/**
 * graphile-worker's own lines, which tell of every job, go to the debug level; so does its advice on the size of
 * the pool, as our runs share their statements.
 */
function quiet({ logger }: EngineSettings): GraphileLogger {
  return new GraphileLogger((scope) => (level, message) => {
    if (level === 'error') logger.warn({ queue: scope }, message);
    else logger.debug({ queue: scope }, message);
  });
}
