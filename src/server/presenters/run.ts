import type { Run, RunDetail, Step } from '../../contract/runs.ts';
import type { Catalogue } from '../../flow/definition.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { componentLabel } from '../../flow/label.ts';
import { inEnglish } from '../../flow/messages/message.ts';
import type { RunDetails, RunSummary, StepRow } from '../../store/run-queries.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;

export function presentRun(row: RunSummary): Run {
  return {
    runId: row.id,
    kind: row.kind,
    flowId: row.flow_id,
    flowName: row.flow_name,
    flowType: row.flow_type,
    componentId: row.component_id,
    eventName: row.event_name,
    status: row.status,
    stepCount: row.step_count,
    error: row.error as Run['error'],
    retryOf: row.retry_of,
    ...(row.waits_for ? { waitsFor: row.waits_for } : {}),
    createdAt: row.created_at.toISOString(),
    startedAt: time(row.started_at),
    finishedAt: time(row.finished_at),
  };
}

export function presentRunDetail(row: RunDetails, catalogue: Catalogue): RunDetail {
  const waiting = row.finished_at ? new Map<number, string>() : waitingSteps(row.steps);
  return {
    ...presentRun(row),
    steps: row.steps.map((step) => {
      const waitsUntil = waiting.get(step.step_no);
      const presented = presentStep(endedWith(row, step), row.descriptor, catalogue);
      return waitsUntil === undefined ? presented : { ...presented, waitsUntil };
    }),
    log: row.log.map((entry) => ({
      componentId: entry.component_id,
      severity: entry.severity,
      message: entry.message,
      at: entry.created_at.toISOString(),
    })),
  };
}

/** Nothing of a run that has ended waits, though the process that ended it died before it wrote so. */
function endedWith({ status, finished_at }: RunDetails, step: StepRow): StepRow {
  if (!finished_at || step.status !== 'running') return step;
  return { ...step, status: status === 'failed' ? 'failed' : 'cancelled', finished_at };
}

/** The steps whose timers are still to come, by number, with the time of the next one. */
export function waitingSteps(steps: StepRow[]): Map<number, string> {
  const over = new Set(steps.flatMap(({ path, timers }) => [path, ...(timers?.cleared ?? [])]));
  const waiting = new Map<number, string>();
  for (const { step_no: stepNo, timers } of steps) {
    const times = (timers?.set ?? []).filter(({ id }) => !over.has(id)).map(({ at }) => at);
    const [next] = times.toSorted();
    if (next !== undefined) waiting.set(stepNo, next);
  }
  return waiting;
}

/** Types and labels are those of the version the run walked. */
export function presentStep(
  step: Omit<StepRow, 'resolved_at'>,
  descriptor: Descriptor,
  catalogue: Catalogue,
): Step {
  const id = step.component_id;
  return {
    stepNo: step.step_no,
    componentId: id,
    componentType: Object.hasOwn(descriptor, id) ? descriptor[id]!.type : '',
    label: inEnglish(componentLabel(descriptor, catalogue, id)),
    status: step.status,
    attempts: step.attempts,
    inPort: step.in_port,
    senderId: step.sender_id,
    senderPort: step.sender_port,
    input: step.input,
    outputs: step.outputs ?? [],
    error: step.error as Step['error'],
    resolution: step.resolution,
    warnings: (step.warnings ?? []) as string[],
    startedAt: step.started_at.toISOString(),
    finishedAt: time(step.finished_at),
  };
}
