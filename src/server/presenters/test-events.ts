import type { TestEvent } from '../../contract/test-run.ts';
import type { StepFailure, TestRefused } from '../../engine/errors.ts';
import type { TestEnd } from '../../engine/test-runs.ts';
import type { Catalogue } from '../../flow/definition.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import type { StepRow } from '../../store/steps.ts';
import { presentProblem } from './problem.ts';
import { presentStep } from './run.ts';

const valueOf = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** What a step came to: its outputs, its error, and the step whole. */
export function presentTestedStep(row: StepRow, descriptor: Descriptor, catalogue: Catalogue): TestEvent[] {
  const { componentId } = row;
  const outputs = (valueOf(row.outputs) ?? []) as { port: string; content: unknown }[];
  const err = valueOf(row.error) as StepFailure | null;
  const step = presentStep(
    {
      run_id: row.runId,
      step_no: row.stepNo,
      path: row.path,
      component_id: componentId,
      in_port: row.inPort,
      sender_id: row.senderId,
      sender_port: row.senderPort,
      status: row.status,
      attempts: row.attempts,
      input: valueOf(row.input),
      outputs,
      error: err,
      resolution: null,
      warnings: valueOf(row.warnings) as unknown[] | null,
      timers: null,
      started_at: row.startedAt,
      finished_at: row.finishedAt,
    },
    descriptor,
    catalogue,
  );
  return [
    ...(err ? [{ event: 'component:error' as const, data: { componentId, err } }] : []),
    ...outputs.map(({ port, content }) => ({
      event: 'component:output' as const,
      data: { componentId, port, data: content },
    })),
    { event: 'component:step', data: step },
  ];
}

export function presentTestEnd({ runId, status, timedOut }: TestEnd, timeoutMs: number): TestEvent {
  if (!timedOut) return { event: 'test:done', data: { status, runId } };
  const message = `The test took longer than ${timeoutMs / 1000} s and was cancelled.`;
  return { event: 'test:error', data: { message, problems: [] } };
}

export function presentRefusal({ message, problems }: TestRefused): TestEvent {
  return { event: 'test:error', data: { message, problems: problems.map(presentProblem) } };
}
