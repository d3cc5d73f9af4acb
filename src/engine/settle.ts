import type { Descriptor } from '../flow/descriptor.ts';
import { cutOffMessage } from '../flow/cut-off.ts';
import { errorsArrive } from '../flow/error-handling.ts';
import { inEnglish } from '../flow/messages/message.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { JournaledStep, StepRow, StepTimers } from '../store/steps.ts';
import { backoffMs } from './backoff.ts';
import type { Delivery } from './delivery.ts';
import { errorRoute } from './error-route.ts';
import { outputsText } from './outbox.ts';
import type { EngineSettings } from './settings.ts';
import type { Outcome } from './step.ts';
import { timersText } from './timers.ts';

/** What a step means for the rest of its run. */
export type Settled =
  | {
      kind: 'emitted';
      inputs: Record<string, unknown> | null;
      outputs: { port: string; content: unknown }[];
      timers: StepTimers | null;
    }
  | { kind: 'waiting'; retryAt: Date; step: OpenStep }
  | { kind: 'failed'; failure: object }
  /** `failure`: because of it; undefined when a step wants it so. */
  | { kind: 'stop-flow'; failure: object | undefined };

/** Who settles an attempt has not been cut off. */
type SettledRow = StepRow & { status: Exclude<StepRow['status'], 'cancelled'> };

/** A step that waits for another attempt. */
export type OpenStep = Pick<JournaledStep, 'error' | 'componentId' | 'stepNo'>;

type Attempt<Its extends Outcome> = {
  run: ClaimedRun;
  descriptor: Descriptor;
  delivery: Delivery;
  earlier: JournaledStep | undefined;
  outcome: Its;
  stepNo: number;
  startedAt: Date;
};

/** What a step means that the journal knows; undefined when its next attempt is due. */
export function settledBefore(step: JournaledStep, now: Date): Settled | undefined {
  const { outputs, input: inputs, timers } = step;
  if (outputs) return { kind: 'emitted', inputs, outputs, timers };
  if (step.status === 'failed') return { kind: 'failed', failure: failureOfUndone(step) };
  const retryAt = new Date(step.error?.retryAt ?? 0);
  return retryAt > now ? { kind: 'waiting', retryAt, step } : undefined;
}

/** What failed has failed for good when there is no next attempt. */
export function failureOfUndone({ error, componentId, stepNo }: OpenStep): object {
  const { retryAt: _never, ...failure } = error ?? {};
  return { ...failure, componentId, stepNo };
}

/** The row of a step that was cut off while it was at work, its run being cancelled. */
export function cutOffRow(
  settings: EngineSettings,
  attempt: Attempt<Extract<Outcome, { kind: 'handed-back' }>>,
): StepRow {
  const node = attempt.descriptor[attempt.delivery.componentId];
  const { pure = false, gathers = false } = (node && settings.behaviours[node.type]) ?? {};
  const code = pure || gathers ? 'CANCELLED' : 'CANCELLED_AT_WORK';
  const error = { name: 'Cancelled', code, message: inEnglish(cutOffMessage(code)) };
  return { ...rowOf(attempt, settings.clock()), status: 'cancelled', error: JSON.stringify(error) };
}

/** An attempt just made: its row of the journal, and what follows from it. */
export function settleAttempt(
  settings: EngineSettings,
  attempt: Attempt<Exclude<Outcome, { kind: 'handed-back' }>>,
): { row: SettledRow; settled: Settled; /** Before anything else of the run starts. */ mustWrite: boolean } {
  const { run, descriptor, delivery, outcome, stepNo } = attempt;
  const node = descriptor[delivery.componentId];
  const attempts = attemptsOf(attempt);
  const now = settings.clock();
  const row = rowOf(attempt, now);

  if (outcome.kind === 'completed') {
    const behaviour = node && settings.behaviours[node.type];
    const { inputs, emitted: outputs, timers } = outcome;
    // Which message made a gathering complete is told by the journal; one that only came can come again.
    const pure = behaviour?.pure === true || (behaviour?.gathers === true && outputs.length === 0);
    return {
      row: { ...row, outputs: outputsText(outputs), timers: timers && timersText(timers) },
      settled: outcome.stopsFlow
        ? { kind: 'stop-flow', failure: undefined }
        : { kind: 'emitted', inputs, outputs, timers },
      mustWrite: !pure,
    };
  }

  const route = node
    ? // Who tests wants to see the failure now.
      errorRoute(node, {
        retryable: outcome.retryable && run.kind === 'live',
        attempts,
        errorsArrive: errorsArrive(descriptor, delivery.componentId),
      })
    : ('fail' as const);
  const failure = { ...outcome.failure, componentId: delivery.componentId, stepNo };
  if (route === 'retry') {
    const retryAt = new Date(now.getTime() + backoffMs(settings.retryBaseMs, attempts, settings.random()));
    const error = JSON.stringify({ ...outcome.failure, retryAt: retryAt.toISOString() });
    return {
      row: { ...row, status: 'running', error, finishedAt: null },
      settled: {
        kind: 'waiting',
        retryAt,
        step: { error: outcome.failure, componentId: delivery.componentId, stepNo },
      },
      mustWrite: true,
    };
  }
  const failedRow: SettledRow = { ...row, status: 'failed', error: JSON.stringify(outcome.failure) };
  if (route === 'error-port') {
    const content = { error: outcome.failure, input: outcome.inputs };
    const text = JSON.stringify(content);
    return {
      row: { ...failedRow, outputs: outputsText([{ port: 'error', content, text }]) },
      settled: {
        kind: 'emitted',
        inputs: outcome.inputs,
        outputs: [{ port: 'error', content: JSON.parse(text) as unknown }],
        timers: null,
      },
      mustWrite: true,
    };
  }
  const kind = route === 'stop-flow' ? ('stop-flow' as const) : ('failed' as const);
  return { row: failedRow, settled: { kind, failure }, mustWrite: true };
}

function attemptsOf({ earlier }: Attempt<Outcome>): number {
  return (earlier?.attempts ?? 0) + 1;
}

function rowOf(attempt: Attempt<Outcome>, finishedAt: Date): SettledRow {
  const { run, delivery, outcome } = attempt;
  return {
    runId: run.id,
    stepNo: attempt.stepNo,
    path: delivery.path,
    componentId: delivery.componentId,
    inPort: delivery.inPort,
    senderId: delivery.sender?.componentId ?? null,
    senderPort: delivery.sender?.port ?? null,
    status: 'completed',
    attempts: attemptsOf(attempt),
    input: outcome.inputs && JSON.stringify(outcome.inputs),
    outputs: null,
    error: null,
    warnings: outcome.warnings.length > 0 ? JSON.stringify(outcome.warnings) : null,
    timers: null,
    startedAt: attempt.startedAt,
    finishedAt,
  };
}

export function earliest(a: Date | undefined, b: Date): Date {
  return a && a < b ? a : b;
}
