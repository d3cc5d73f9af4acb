import { transaction } from '../store/transaction.ts';
import { holdUnprocessed, restartRuns, retrySteps } from '../store/try-again.ts';
import type { StepId, UnprocessedFilter } from '../store/unprocessed.ts';
import type { Gates } from './gates.ts';
import type { EngineSettings } from './settings.ts';

/** `step`: the failed step, on the version the run began on. `trigger`: a new run, on the flow's present version. */
export type RetryFrom = 'step' | 'trigger';

/** Why a message is not tried again: its flow is stopped, or its event or trigger is gone. */
export type RetryHindrance = 'flow-stopped' | 'event-gone';

export type Retried = {
  /** The run of each message that is tried again: its own, or a new one. */
  runs: { message: StepId; runId: string }[];
  hindered: { message: StepId; by: RetryHindrance }[];
};

export type Unprocessed = {
  /** Tries again what failed runs left undone, the oldest first. */
  retryUnprocessed(filter: UnprocessedFilter, from: RetryFrom): Promise<Retried>;
};

const batch = 200;

/** What is done about messages that could not be processed. */
export function createUnprocessed(settings: EngineSettings, gates: Gates): Unprocessed {
  const { database, newId, clock } = settings;

  const retryNext = (filter: UnprocessedFilter, from: RetryFrom, after: StepId | undefined) =>
    transaction(database.pool, async (db) => {
      const held = await holdUnprocessed(db, filter, { after, limit: batch });
      const ready = held.filter((message) => message.flowRuns && message.hasInput);
      const hindered: Retried['hindered'] = held
        .filter((message) => !ready.includes(message))
        .map((message) => ({ message, by: message.flowRuns ? 'event-gone' : 'flow-stopped' }));
      if (from === 'step') {
        await retrySteps(db, ready);
        const runs = ready.map((message) => ({ message, runId: message.runId }));
        const began = new Set(ready.map((message) => message.runId)).size;
        return { held, runs, hindered, began, waiting: ready.filter((message) => message.gated) };
      }
      const begun = await restartRuns(db, [...new Set(ready.map((message) => message.runId))], {
        newId,
        at: clock(),
      });
      const runs: Retried['runs'] = [];
      for (const message of ready) {
        const run = begun.get(message.runId);
        if (run) runs.push({ message, runId: run.runId });
        else hindered.push({ message, by: 'event-gone' });
      }
      const waiting = [...begun.values()].filter((run) => run.gated);
      return { held, runs, hindered, began: begun.size, waiting };
    });

  return {
    async retryUnprocessed(filter, from) {
      const all: Retried = { runs: [], hindered: [] };
      let after: StepId | undefined;
      do {
        const next = await retryNext(filter, from, after);
        settings.metrics.runsBegan(next.began);
        gates.look(next.waiting);
        all.runs.push(...next.runs);
        all.hindered.push(...next.hindered);
        // What fails again at once is not met a second time.
        after = next.held.length < batch ? undefined : next.held.at(-1);
      } while (after);
      return all;
    },
  };
}
