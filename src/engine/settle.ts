import type { Descriptor } from '../flow/descriptor.ts';
import { errorsArrive } from '../flow/error-handling.ts';
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
  | { kind: 'waiting'; retryAt: Date }
  | { kind: 'failed'; failure: object }
  /** `failure`: because of it; undefined when a step wants it so. */
  | { kind: 'stop-flow'; failure: object | undefined };

/** What a step means that the journal knows; undefined when its next attempt is due. */
export function settledBefore(step: JournaledStep, now: Date): Settled | undefined {
  const { outputs, input: inputs, timers } = step;
  if (outputs) return { kind: 'emitted', inputs, outputs, timers };
  if (step.status === 'failed')
    return { kind: 'failed', failure: { ...step.error, componentId: step.componentId, stepNo: step.stepNo } };
  const retryAt = new Date(step.error?.retryAt ?? 0);
  return retryAt > now ? { kind: 'waiting', retryAt } : undefined;
}

/** An attempt just made: its row of the journal, and what follows from it. */
export function settleAttempt(
  settings: EngineSettings,
  attempt: {
    run: ClaimedRun;
    descriptor: Descriptor;
    delivery: Delivery;
    earlier: JournaledStep | undefined;
    outcome: Exclude<Outcome, { kind: 'handed-back' }>;
    stepNo: number;
    startedAt: Date;
  },
): { row: StepRow; settled: Settled; /** Before anything else of the run starts. */ mustWrite: boolean } {
  const { run, descriptor, delivery, earlier, outcome, stepNo } = attempt;
  const node = descriptor[delivery.componentId];
  const attempts = (earlier?.attempts ?? 0) + 1;
  const now = settings.clock();
  const row: StepRow = {
    runId: run.id,
    stepNo,
    path: delivery.path,
    componentId: delivery.componentId,
    inPort: delivery.inPort,
    senderId: delivery.sender?.componentId ?? null,
    senderPort: delivery.sender?.port ?? null,
    status: 'completed',
    attempts,
    input: outcome.inputs && JSON.stringify(outcome.inputs),
    outputs: null,
    error: null,
    warnings: outcome.warnings.length > 0 ? JSON.stringify(outcome.warnings) : null,
    timers: null,
    startedAt: attempt.startedAt,
    finishedAt: now,
  };

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
      settled: { kind: 'waiting', retryAt },
      mustWrite: true,
    };
  }
  const failedRow: StepRow = { ...row, status: 'failed', error: JSON.stringify(outcome.failure) };
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

export function earliest(a: Date | undefined, b: Date): Date {
  return a && a < b ? a : b;
}
