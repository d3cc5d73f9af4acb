import {
  type ComponentContext,
  CancelError,
  type Gathering,
  type WebhookContent,
} from '../connectors/component.ts';
import type { FlowNode } from '../flow/descriptor.ts';
import { ModifierError } from '../flow/mapping.ts';
import type { LogEntry } from '../store/log-entries.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { StepTimers } from '../store/steps.ts';
import { componentContext } from './component-context.ts';
import type { Delivery } from './delivery.ts';
import { failureOf, type StepFailure } from './errors.ts';
import { createOutbox, type Emitted } from './outbox.ts';
import type { EngineSettings } from './settings.ts';
import { stepInputs } from './step-inputs.ts';
import { createTimerBox } from './timers.ts';
import type { Span } from './tracing.ts';

/** What one attempt of a step came to. */
export type Outcome = {
  inputs: Record<string, unknown> | null;
  warnings: string[];
  log: LogEntry[];
} & (
  | { kind: 'completed'; emitted: Emitted[]; timers: StepTimers | null; stopsFlow: boolean }
  | { kind: 'failed'; failure: StepFailure; retryable: boolean }
  /** The process stops: as if it had not been tried. Or the run was cancelled. `atWork`: it had begun. */
  | { kind: 'handed-back'; atWork: boolean }
);

/**
 * Runs one attempt of a step: resolves its inputs and calls the behaviour, for at most the step's time.
 * `earlier` are the inputs of a former attempt: a retry sends what the first attempt sent.
 */
export async function attemptStep(
  settings: EngineSettings,
  options: {
    run: ClaimedRun;
    node: FlowNode;
    delivery: Delivery;
    earlier: { inputs: Record<string, unknown> | null; warnings: string[] } | undefined;
    stopping: AbortSignal;
    /** The work that the step is part of. */
    within: Span;
    /** What came together with it, for a component that gathers. */
    gathering: (inputs: Record<string, unknown>) => Gathering;
  },
): Promise<Outcome> {
  const { run, node, delivery, earlier, stopping } = options;
  const log: LogEntry[] = [];
  let inputs: Record<string, unknown> | null = null;
  let warnings: string[] = [];
  const time = limitedTime(settings.stepTimeoutMs, stopping);
  const span = options.within.begin(`step ${node.type}`, 'internal', {
    'tributary.component.id': delivery.componentId,
    'tributary.component.type': node.type,
    'tributary.step.path': delivery.path,
  });
  let failure: StepFailure | undefined;
  let atWork = false;
  try {
    const behaviour = settings.behaviours[node.type];
    if (!behaviour) throw new CancelError(`The component ${node.type} is not installed.`);
    const resolved = inputsBefore(earlier, delivery) ?? (await stepInputs(settings, run, node, delivery));
    warnings = resolved.warnings;
    if (delivery.inPort !== null) inputs = resolved.inputs;
    const outbox = createOutbox();
    const timers = createTimerBox(delivery.path);
    let stopsFlow = false;
    const context = componentContext(settings, {
      run,
      componentId: delivery.componentId,
      node,
      path: delivery.path,
      messages: messagesOf(run, delivery, resolved.inputs),
      signal: time.signal,
      span,
      outbox,
      log,
      timers,
      gathering: behaviour.gathers ? options.gathering(resolved.inputs) : undefined,
      stopFlow: () => {
        stopsFlow = true;
      },
    });
    atWork = true;
    await Promise.race([behaviour.receive(context), time.over]);
    return { kind: 'completed', emitted: outbox.emitted, timers, stopsFlow, inputs, warnings, log };
  } catch (error) {
    if (stopping.aborted) return { kind: 'handed-back', atWork, inputs, warnings, log };
    const retryable = !(error instanceof CancelError || error instanceof ModifierError);
    failure = failureOf(error);
    return { kind: 'failed', failure, retryable, inputs, warnings, log };
  } finally {
    time.end();
    span.end(failure && (failure.code ?? failure.name));
  }
}

function inputsBefore(
  earlier: { inputs: Record<string, unknown> | null; warnings: string[] } | undefined,
  { inputs }: Delivery,
): { inputs: Record<string, unknown>; warnings: string[] } | undefined {
  if (earlier?.inputs) return { inputs: earlier.inputs, warnings: earlier.warnings };
  return inputs && { inputs, warnings: [] };
}

function messagesOf(
  run: ClaimedRun,
  delivery: Delivery,
  content: Record<string, unknown>,
): ComponentContext['messages'] {
  const { inPort, sender } = delivery;
  const messages =
    inPort === null
      ? { webhook: { content: run.message as WebhookContent } }
      : {
          [inPort]: {
            content,
            originalContent: delivery.content,
            correlationId: run.id,
            ...(sender ? { sender } : {}),
          },
        };
  // The index signature of the type covers `webhook` too, which has another content.
  return messages as ComponentContext['messages'];
}

/** A signal that is aborted when the time is up or the process stops; `over` rejects with the reason. */
function limitedTime(ms: number, stopping: AbortSignal) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`The step took longer than ${ms / 1000} s.`));
  }, ms);
  const stop = () => controller.abort(stopping.reason);
  if (stopping.aborted) stop();
  else stopping.addEventListener('abort', stop, { once: true });
  const over = new Promise<never>((_resolve, reject) => {
    if (controller.signal.aborted) reject(controller.signal.reason as Error);
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), {
      once: true,
    });
  });
  // Nobody waits for it when the step fails before the race begins.
  over.catch(() => undefined);
  return {
    signal: controller.signal,
    over,
    end() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', stop);
    },
  };
}
