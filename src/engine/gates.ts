import { passGate, readSleeper } from '../store/gates.ts';
import { addJobs } from '../store/jobs.ts';
import { transaction } from '../store/transaction.ts';
import type { EngineSettings } from './settings.ts';

/** A run that came to a gate, or left the place it had behind it. */
export type GateNews = { flowId: string; orderKey: string | null };

export type Gates = {
  /**
   * Looks at the gate of each flow for what may pass now, soon and in the background: what cannot be looked at is seen
   * by the next look after crashes (`upkeep.ts`).
   */
  look(news: readonly GateNews[]): void;
  /** Looks at all of a gate; resolves after that. */
  lookAt(flowId: string): Promise<void>;
  /**
   * The time of a run has come: if it sleeps at its gate, it is to pass.
   *
   * @returns false when it does not sleep there
   */
  knock(runId: string): Promise<boolean>;
  /** Resolves when nothing is being looked at. */
  idle(): Promise<void>;
};

/** Which keys of a flow are to be looked at; `everything` where a run without a key is among them. */
type Wanted = { keys: Set<string>; everything: boolean };

/** Lets runs through the gates of their flows: of one flow, one look at a time, for all that came together meanwhile. */
export function createGates(settings: EngineSettings): Gates {
  const { database, logger, clock } = settings;
  const wanted = new Map<string, Wanted>();
  const working = new Map<string, Promise<void>>();

  const pass = (flowId: string, keys?: string[]) =>
    transaction(database.pool, (db) => passGate(db, flowId, { at: clock(), keys }));

  const work = async (flowId: string): Promise<void> => {
    for (let next = wanted.get(flowId); next; next = wanted.get(flowId)) {
      wanted.delete(flowId);
      try {
        await pass(flowId, next.everything ? undefined : [...next.keys]);
      } catch (error) {
        logger.warn({ err: error, flowId }, 'Runs could not be let through the gate of their flow yet');
      }
    }
    working.delete(flowId);
  };

  const look = (news: readonly GateNews[]): void => {
    for (const { flowId, orderKey } of news) {
      const next = wanted.get(flowId) ?? { keys: new Set(), everything: false };
      wanted.set(flowId, next);
      if (orderKey === null) next.everything = true;
      else next.keys.add(orderKey);
      if (!working.has(flowId)) working.set(flowId, work(flowId));
    }
  };

  return {
    look,
    async knock(runId) {
      const sleeper = await readSleeper(database.pool, runId);
      if (!sleeper) return false;
      const early = sleeper.wakesAt.getTime() - clock().getTime();
      if (early > 0) await addJobs(database.pool, [{ runId, userId: sleeper.userId, delayMs: early }]);
      else look([sleeper]);
      return true;
    },
    async lookAt(flowId) {
      await pass(flowId);
    },
    async idle() {
      await Promise.all(working.values());
    },
  };
}
