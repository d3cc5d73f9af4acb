import { addJobs } from '../store/jobs.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { RunStatus } from '../store/schema.ts';
import { cancelTestRun, insertTestRun, readStatus } from '../store/test-runs.ts';
import { isRefusedValue, transaction } from '../store/transaction.ts';
import { insertVersion } from '../store/versions.ts';
import type { Cancellations } from './cancellations.ts';
import { TestRefused } from './errors.ts';
import type { GiveUp } from './give-up.ts';
import type { Journal } from './journal.ts';
import { normaliseDescriptor } from './normalise-descriptor.ts';
import { planTest, type TestPlan, type TestSubject } from './plan-test.ts';
import type { EngineSettings } from './settings.ts';
import { within } from './tracing.ts';
import { walkToEnd } from './walk-to-end.ts';
import type { WalkObserver } from './walk.ts';

export type TestCall = TestSubject & {
  timeoutMs: number;
  /** Aborted when nobody wants to know any more: the run is cancelled. */
  signal: AbortSignal;
  observer: WalkObserver & { runBegan(runId: string): Promise<void> };
};

export type TestEnd = {
  runId: string;
  status: RunStatus;
  /** It was cancelled because its time was up. */
  timedOut: boolean;
};

export type TestRuns = {
  /**
   * Runs a flow as it is stored, whether it is switched on or not, and resolves when the run has ended. Nothing
   * is retried, and a step that would stop the flow ends the test alone.
   *
   * @throws TestRefused when it cannot begin
   */
  testFlow(call: TestCall): Promise<TestEnd>;
};

/** Whoever tests waits for no other run. */
const ungated = { gated: false, orderKey: null };
/** The job that cancels a test whose process died comes so long after its time is up. */
const graceMs = 30_000;

/**
 * Tests run in the process that was asked, which tells of each step as it happens; everything else is as with any
 * run. Its one job comes late: it finds a test that has ended, or cancels one that nobody goes on with.
 */
export function createTestRuns(
  settings: EngineSettings,
  parts: { journal: Journal; giveUp: GiveUp; cancellations: Cancellations },
): TestRuns {
  const { pool } = settings.database;
  return {
    async testFlow(call) {
      const { flow } = call;
      const descriptor = normaliseDescriptor(flow.descriptor, settings.newId);
      const plan = await planTest(settings, { ...call, flow: { ...flow, descriptor } });
      await parts.cancellations.listen();
      const run = await storeRun(settings, call, plan, descriptor);
      settings.metrics.runsBegan(1);
      await call.observer.runBegan(run.id);

      const facts = { 'tributary.run.id': run.id, 'tributary.flow.id': flow.id };
      const span = settings.tracing.begin('test run', 'internal', facts, undefined);
      const timeUp = new AbortController();
      const timer = setTimeout(() => timeUp.abort(), call.timeoutMs);
      const end = await parts.cancellations
        .during(run.id, (signal) =>
          within(span, () =>
            walkToEnd(settings, {
              run,
              descriptor: plan.descriptor,
              first: plan.first,
              journaled: [],
              journal: parts.journal,
              giveUp: parts.giveUp,
              stopping: AbortSignal.any([call.signal, timeUp.signal, signal]),
              announceEnd: false,
              observer: call.observer,
              span,
            }),
          ),
        )
        .finally(() => clearTimeout(timer));
      if (end === 'later' && (await cancelTestRun(pool, run.id, settings.clock()))) {
        settings.metrics.runsEnded('cancelled', 1);
      }
      const status = (await readStatus(pool, run.id)) ?? 'cancelled';
      return { runId: run.id, status, timedOut: end === 'later' && timeUp.signal.aborted };
    },
  };
}

async function storeRun(
  settings: EngineSettings,
  { flow, timeoutMs }: TestCall,
  plan: TestPlan,
  descriptor: TestPlan['descriptor'],
): Promise<ClaimedRun> {
  const { id: flowId, userId } = flow;
  const { componentId, message, startMessage } = plan;
  const run = { id: settings.newId(), userId, flowId, versionId: settings.newId(), componentId };
  const createdAt = settings.clock();
  try {
    await transaction(settings.database.pool, async (db) => {
      await insertVersion(db, { id: run.versionId, flowId, descriptor, createdAt });
      await insertTestRun(db, { ...run, createdAt });
      await addJobs(db, [{ runId: run.id, userId, delayMs: timeoutMs + graceMs }]);
    });
  } catch (error) {
    throw isRefusedValue(error) ? new TestRefused('The flow cannot be stored as it is.') : error;
  }
  const { name: flowName, customFields } = flow;
  return { ...run, kind: 'test', flowName, customFields, message, startMessage, fresh: true, ...ungated };
}
