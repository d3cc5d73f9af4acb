import { cancelChannel } from '../store/cancelled-runs.ts';
import { stillRunning } from '../store/runs.ts';
import type { EngineSettings } from './settings.ts';
import { createSubscription } from './subscription.ts';

export type Cancellations = {
  listen(): Promise<void>;
  /** Runs `work` with a signal that is aborted when the run is cancelled, by whatever process, or this process stops. */
  during<T>(runId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

/**
 * Brings the news that a run was cancelled to the process that works on it.
 *
 * @param stopping one listener for all runs: a signal composed for each of them would cost as much as one of its steps
 */
export function createCancellations(settings: EngineSettings, stopping: AbortSignal): Cancellations {
  const { database, logger } = settings;
  const atWork = new Map<string, Set<AbortController>>();
  let stopped = false;

  const cancel = (runId: string): void => {
    for (const run of atWork.get(runId) ?? []) run.abort(new Error('The run was cancelled.'));
  };
  stopping.addEventListener('abort', () => {
    for (const sameRun of atWork.values()) for (const run of sameRun) run.abort(stopping.reason);
  });
  const lookForMissed = async (): Promise<void> => {
    const runIds = [...atWork.keys()];
    if (runIds.length === 0) return;
    const open = await stillRunning(database.pool, runIds);
    for (const runId of runIds) if (!open.has(runId)) cancel(runId);
  };
  const subscription = createSubscription(settings, {
    channel: cancelChannel,
    onTold: cancel,
    onListening: () => {
      lookForMissed().catch((error: unknown) =>
        logger.warn({ err: error }, 'Cancelled runs could not be looked for'),
      );
    },
    isNeeded: () => !stopped,
  });

  return {
    listen: () => subscription.listen(),
    async during(runId, work) {
      const controller = new AbortController();
      if (stopping.aborted) controller.abort(stopping.reason);
      const sameRun = atWork.get(runId) ?? new Set();
      atWork.set(runId, sameRun.add(controller));
      try {
        return await work(controller.signal);
      } finally {
        sameRun.delete(controller);
        if (sameRun.size === 0) atWork.delete(runId);
      }
    },
    async stop() {
      stopped = true;
      await subscription.stop();
    },
  };
}
