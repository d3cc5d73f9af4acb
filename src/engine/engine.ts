import type { JavascriptCall } from '../flow/modifiers/facts.ts';
import { cancelRun } from '../store/cancelled-runs.ts';
import { endOpenSteps } from '../store/open-steps.ts';
import { despiteDeadlocks } from '../store/transaction.ts';
import { createAnswers } from './answers.ts';
import { type AppEvent, createAppEvents } from './app-events.ts';
import { checkedContracts, countViolations } from '../store/event-contracts.ts';
import { createCancellations } from './cancellations.ts';
import { createContractChecks } from './contract-checks.ts';
import { createGates } from './gates.ts';
import { createGiveUp } from './give-up.ts';
import { type Acceptance, createIntake } from './intake.ts';
import { createJournal } from './journal.ts';
import { createEventLearning } from './learning.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createQueue } from './queue.ts';
import { createRetention } from './retention.ts';
import { createRunner } from './runner.ts';
import { type EngineOptions, settingsOf } from './settings.ts';
import { staticCall, type StaticCall } from './static-call.ts';
import { createShares } from './shares.ts';
import { createSuspects } from './suspects.ts';
import { createTaker } from './taker.ts';
import { createTestRuns, type TestRuns } from './test-runs.ts';
import { createTicker } from './ticks.ts';
import { createUnprocessed, type Unprocessed } from './unprocessed.ts';
import { createUpkeep } from './upkeep.ts';
import { createVersions } from './versions.ts';
import { acceptWebhook, type WebhookCall, type WebhookOutcome } from './webhooks.ts';
import { createWorkerRegistry } from './worker-registry.ts';

export type { AppEvent } from './app-events.ts';
export type { EngineOptions } from './settings.ts';

export type Engine = Lifecycle &
  TestRuns &
  Unprocessed & {
    /** Starts the worker of this process. Accepting, starting and stopping flows work without it. */
    start(): Promise<void>;
    /** Takes no further runs, lets those at work finish for a while, hands back the rest. */
    stop(): Promise<void>;
    /**
     * Stores an event and starts a run of every matching flow; answers after the commit.
     *
     * @throws Throttled above the user's limits, Unavailable when the database cannot be reached, EventRefused when it
     * cannot hold the event, ContractViolated when a contract rejects it
     */
    acceptAppEvent(event: AppEvent): Promise<Acceptance>;
    /** Contracts of events were changed: they hold from the next event on. */
    contractsChanged(): void;
    /**
     * Cancels a user's run: nothing more of it starts, and a step at work is aborted. Its answer to a caller who waits
     * is that there is none.
     *
     * @returns false when there is no such run, or it has ended
     */
    cancelRun(run: { runId: string; userId: string }): Promise<boolean>;
    /** Deletes what is too old, which a worker does by itself every hour. */
    sweepOld(): Promise<void>;
    /** Writes what was learnt from events so far, and which of them broke a contract. */
    flushLearning(): Promise<void>;
    /** @throws Throttled, Unavailable, EventRefused */
    acceptWebhook(call: WebhookCall): Promise<WebhookOutcome>;
    /** @throws NoStaticCall */
    staticCall(call: StaticCall): Promise<unknown>;
    /**
     * Runs JavaScript apart from everything, as modifiers do.
     *
     * @throws MessageError
     */
    evaluate(call: JavascriptCall, owner?: string): Promise<unknown>;
  };

/** Puts the engine of one process together. */
export function createEngine(options: EngineOptions): Engine {
  const settings = settingsOf(options);
  const { logger, stopGraceMs } = settings;
  const stopping = new AbortController();
  const workerId = settings.newId();
  const versions = createVersions(settings);
  const gates = createGates(settings);
  const cancellations = createCancellations(settings, stopping.signal);
  const { db } = settings.database;
  const checks = createContractChecks({
    ...settings,
    readContracts: () => checkedContracts(db),
    countViolations: (contract, found) => countViolations(db, contract, found),
  });
  const learning = createEventLearning(settings);
  const answers = createAnswers(settings);
  const journal = createJournal(settings, stopping.signal);
  const lifecycle = createLifecycle(settings, gates);
  const giveUp = createGiveUp(settings, gates, stopping.signal);
  const shares = createShares(settings, stopping.signal);
  const runner = createRunner(settings, {
    shares,
    journal,
    giveUp,
    suspects: createSuspects(settings, giveUp, stopping.signal),
    versions,
    stopping: stopping.signal,
    cancellations,
    gates,
    stopFlow: (flowId, by) => lifecycle.stopFlow(flowId, by),
  });
  const taker = createTaker(settings, workerId, { runner, stopping: stopping.signal });
  const intake = createIntake(settings, { gates, taker });
  const registry = createWorkerRegistry(settings, workerId);
  const queue = createQueue(settings, workerId, {
    runner,
    ticker: createTicker(settings, gates, stopping.signal),
  });
  const retention = createRetention(settings);
  const upkeep = createUpkeep(settings, { gates, lifecycle, cancellations, taker, shares });
  let working = false;

  return {
    ...lifecycle,
    ...createTestRuns(settings, { journal, giveUp, cancellations }),
    ...createUnprocessed(settings, gates),
    async start() {
      // The jobs of workers that died must be free before ours are taken, and ours must be known as ours.
      await registry.start();
      await cancellations.listen();
      await queue.start();
      taker.start();
      working = true;
      retention.start();
      upkeep.start();
      logger.info({ workerId }, 'The worker has started');
    },
    async stop() {
      if (working) {
        const grace = setTimeout(() => stopping.abort(new Error('The process stops.')), stopGraceMs);
        await Promise.all([queue.stop(), taker.stop(), retention.stop(), upkeep.stop()]);
        clearTimeout(grace);
        await Promise.all([journal.idle(), shares.idle()]);
        await registry.stop();
      }
      await Promise.all([answers.stop(), cancellations.stop(), gates.idle()]);
      await Promise.all([learning.flush(), checks.flush(), settings.javascript.stop()]);
    },
    acceptAppEvent: createAppEvents(settings, { checks, intake, learning }),
    async cancelRun(wanted) {
      const { pool } = settings.database;
      const run = await cancelRun(pool, wanted, settings.clock());
      if (!run) return false;
      settings.metrics.runsEnded('cancelled', 1);
      if (run.gated) gates.look([run]);
      await despiteDeadlocks(() => endOpenSteps(pool, [wanted.runId], settings.clock()));
      return true;
    },
    contractsChanged: () => checks.changed(),
    sweepOld: () => retention.sweep(),
    async flushLearning() {
      await Promise.all([learning.flush(), checks.flush()]);
    },
    acceptWebhook: (call) => acceptWebhook(settings, { intake, versions, answers }, call),
    staticCall: (call) => staticCall(settings, call),
    evaluate: settings.javascript.evaluate,
  };
}
