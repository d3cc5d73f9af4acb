import { setTimeout as delay } from 'node:timers/promises';
import { gatesWithRuns } from '../store/gates.ts';
import { reviveRuns } from '../store/jobs.ts';
import { flowsToStop } from '../store/runs.ts';
import { transaction } from '../store/transaction.ts';
import { giveBackForgotten } from '../store/workers.ts';
import type { Cancellations } from './cancellations.ts';
import { FlowNotFound } from './errors.ts';
import type { Gates } from './gates.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { EngineSettings } from './settings.ts';
import type { Taker } from './taker.ts';
import type { Shares } from './shares.ts';

/** It looks through all runs that are open. */
const sweepsPerRevival = 300;

export type Upkeep = { start(): void; stop(): Promise<void> };

/**
 * Finishes what was left half done: flows that a failed run is to stop, runs that may pass their gate, that were parked,
 * that were taken and nobody works on, or that lost their job. And sees to it that cancellations are heard of.
 */
export function createUpkeep(
  settings: EngineSettings,
  parts: {
    gates: Gates;
    lifecycle: Pick<Lifecycle, 'stopFlow'>;
    cancellations: Cancellations;
    taker: Taker;
    shares: Shares;
  },
): Upkeep {
  const { gates, lifecycle, cancellations, taker } = parts;
  const { database, logger, clock, sweepMs } = settings;
  const stopped = new AbortController();
  let sweeps = 0;
  let working: Promise<void> = Promise.resolve();

  const sweep = async (): Promise<void> => {
    // Its connection may have broken.
    await cancellations.listen();
    await taker.lookForLost();
    await transaction(database.pool, giveBackForgotten);
    for (const { flowId, userId } of await flowsToStop(database.pool)) {
      await lifecycle.stopFlow(flowId, userId).catch((error: unknown) => {
        // It was deleted meanwhile.
        if (!(error instanceof FlowNotFound)) throw error;
      });
    }
    await parts.shares.fetch();
    if (sweeps++ % sweepsPerRevival === 0) await revive();
    for (const flowId of await gatesWithRuns(database.pool, clock())) await gates.lookAt(flowId);
  };

  const revive = async (): Promise<void> => {
    const revived = await transaction(database.pool, reviveRuns);
    if (revived > 0) logger.warn({ revived }, 'Runs had lost their jobs; they go on');
  };

  const goOn = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await sweep().catch((error: unknown) =>
        logger.warn({ err: error }, 'What was left half done could not be looked for'),
      );
      await delay(sweepMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  };

  return {
    start() {
      working = goOn();
    },
    async stop() {
      stopped.abort();
      await working;
    },
  };
}
