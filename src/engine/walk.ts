import type { Descriptor } from '../flow/descriptor.ts';
import { inEnglish, message } from '../flow/messages/message.ts';
import type { LogEntry } from '../store/log-entries.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { JournaledStep, StepRow } from '../store/steps.ts';
import { TooManySteps } from './errors.ts';
import { type Delivery, firstDelivery } from './delivery.ts';
import { createFrontier, type Frontier } from './frontier.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { createPause } from './pause.ts';
import { failureRuns } from './run-failure.ts';
import {
  cutOffRow,
  failureOfUndone,
  type OpenStep,
  type Settled,
  settleAttempt,
  settledBefore,
} from './settle.ts';
import type { EngineSettings } from './settings.ts';
import type { Span } from './tracing.ts';
import { tryStep } from './try-step.ts';

/** What a run may take at most: a flow that feeds itself ends here. Somebody reads along with a test. */
const mostStepsOf = { live: 100_000, test: 1_000 };
/** Results of pure steps wait for others to be written with, at most so many. */
const mostUnwritten = 100;

/** Is told of each step as it happens; the walk waits for it. */
export type WalkObserver = {
  stepBegan(componentId: string): Promise<void>;
  stepEnded(step: StepRow): Promise<void>;
};

/** `asleep`: later, and without its place at its flow's gate; `stop-flow`: it has ended, and its flow is to be stopped. */
export type WalkEnd = 'ended' | 'later' | 'asleep' | 'cancelled' | 'stop-flow';

/**
 * Takes the messages of a run through its flow, in memory and one step at a time.
 *
 * A delivery becomes a step, which is one of
 * - *known*: the journal has its result, so it is not done again; its outputs go on;
 * - *waiting*: an earlier attempt failed, or a timer calls it, and its time has not come; the run's other branches go
 *   on, and the run comes back by a delayed job;
 * - *tried now*: it completes, fails for good, or becomes waiting.
 *
 * A step with effects is written before anything else of the run starts. Pure steps (and the very last step,
 * with the run's end) are written together with what comes next: computing them again is harmless.
 */
export async function walk(
  settings: EngineSettings,
  options: {
    run: ClaimedRun;
    descriptor: Descriptor;
    /** In their order. */
    journaled: JournaledStep[];
    journal: Journal;
    stopping: AbortSignal;
    /** Tell the caller who waits when the run ends. */
    announceEnd: boolean;
    /** What is done for the run is part of it. */
    span: Span;
    /** Where the run begins; default at its trigger. */
    first?: Delivery;
    observer?: WalkObserver;
  },
): Promise<WalkEnd> {
  const { run, descriptor, journal, observer } = options;
  const mostSteps = mostStepsOf[run.kind];
  const known = new Map(options.journaled.map((step) => [step.path, step]));
  const pause = createPause();
  const frontier = await createFrontier({
    descriptor,
    behaviours: settings.behaviours,
    beginsAt: run.componentId,
    known,
    isTest: run.kind === 'test',
    first: options.first ?? firstDelivery(run.componentId),
    pause,
  });
  let unwritten: { steps: StepRow[]; log: LogEntry[] } = { steps: [], log: [] };
  let mustWrite = false;
  let lastNo = options.journaled.at(-1)?.stepNo ?? 0;
  let walked = 0;
  let failure = failureBefore(options.journaled, settings.clock());
  const waiting = new Map<string, OpenStep>(
    options.journaled.flatMap((step) => (step.status === 'running' ? [[step.path, step]] : [])),
  );

  const write = (next: JournalEntry['next']): Promise<boolean> => {
    const entry = { runId: run.id, userId: run.userId, ...unwritten, next };
    unwritten = { steps: [], log: [] };
    mustWrite = false;
    return journal.write(entry);
  };
  const end = async (failed: object | undefined, stopsFlow = false): Promise<void> => {
    options.span.tell({ 'tributary.run.status': failed ? 'failed' : 'completed' });
    await write({
      kind: 'end',
      status: failed ? 'failed' : 'completed',
      error: failed ? JSON.stringify(failed) : null,
      // A test ends alone.
      stopsFlow: stopsFlow && run.kind === 'live',
      announce: options.announceEnd,
      starts: failed ? failureRuns(settings, run, descriptor, failed) : [],
    });
  };

  const next = () => frontier.next(settings.clock());
  for (let delivery = next(); delivery; delivery = next()) {
    if (pause.isDue()) await pause.take();
    const earlier = known.get(delivery.path);
    let settled: Settled | undefined = earlier && settledBefore(earlier, settings.clock());
    if (!settled) {
      if (mustWrite || unwritten.steps.length >= mostUnwritten) {
        if (!(await write({ kind: 'step' }))) return 'cancelled';
      }
      if (++walked > mostSteps) {
        if (!(await write({ kind: 'step' }))) return 'cancelled';
        throw new TooManySteps(mostSteps);
      }
      const stepNo = earlier?.stepNo ?? ++lastNo;
      const startedAt = settings.clock();
      if (observer) await observer.stepBegan(delivery.componentId);
      const outcome = await tryStep(settings, { ...options, frontier }, delivery, earlier);
      unwritten.log.push(...outcome.log);
      const attempt = { run, descriptor, delivery, earlier, stepNo, startedAt };
      if (outcome.kind === 'handed-back') {
        const cutOff = outcome.atWork ? cutOffRow(settings, { ...attempt, outcome }) : undefined;
        // Nobody goes on with a test.
        const isLast = run.kind === 'test';
        if (cutOff && isLast) unwritten.steps.push(cutOff);
        await write({ kind: 'later', delayMs: 0, cutOff: isLast ? undefined : cutOff });
        return 'later';
      }
      const judged = settleAttempt(settings, { ...attempt, outcome });
      settings.metrics.stepEnded({
        componentType: descriptor[delivery.componentId]?.type ?? 'gone',
        status: judged.row.status === 'running' ? 'retried' : judged.row.status,
        seconds: (settings.clock().getTime() - startedAt.getTime()) / 1000,
      });
      unwritten.steps.push(judged.row);
      if (observer) await observer.stepEnded(judged.row);
      mustWrite ||= judged.mustWrite;
      settled = judged.settled;
      if (settled.kind === 'waiting') waiting.set(delivery.path, settled.step);
      else waiting.delete(delivery.path);
    }
    if (settled.kind === 'waiting') frontier.waits(settled.retryAt);
    if (settled.kind === 'failed') {
      failure ??= settled.failure;
      frontier.ended(delivery);
    }
    if (settled.kind === 'stop-flow') {
      const [undone] = waiting.values();
      await end(failure ?? settled.failure ?? (undone && failureOfUndone(undone)), true);
      return 'stop-flow';
    }
    if (settled.kind === 'emitted') frontier.emitted(delivery, settled);
  }

  const retryAt = frontier.wakesAt();
  if (retryAt) {
    const delayMs = Math.max(0, retryAt.getTime() - settings.clock().getTime());
    // What is tried again keeps its place: others would be sent against what is out of order.
    const asleepUntil = run.gated && !frontier.waitsForAttempt() ? retryAt : undefined;
    await write({ kind: 'later', delayMs, asleepUntil });
    return asleepUntil ? 'asleep' : 'later';
  }
  unwritten.log.push(...incompleteGatherings(settings, run.id, frontier));
  await end(failure);
  return 'ended';
}

/** The first failure that the journal knows. */
function failureBefore(journaled: JournaledStep[], now: Date): object | undefined {
  for (const step of journaled) {
    const settled = settledBefore(step, now);
    if (settled?.kind === 'failed') return settled.failure;
  }
  return undefined;
}

/** Says which components wait in vain: nothing more can come. */
function incompleteGatherings(settings: EngineSettings, runId: string, frontier: Frontier): LogEntry[] {
  return frontier.gatherings.incomplete().map(({ componentId, gathered }) => ({
    id: settings.newId(),
    runId,
    componentId,
    severity: 'warning',
    message: JSON.stringify({ message: inEnglish(message('run.incomplete', { count: gathered.length })) }),
    createdAt: settings.clock(),
  }));
}
