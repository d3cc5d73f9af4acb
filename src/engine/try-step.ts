import type { Descriptor } from '../flow/descriptor.ts';
import { inEnglish, message } from '../flow/messages/message.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { JournaledStep } from '../store/steps.ts';
import { type Delivery, timeoutPort } from './delivery.ts';
import type { Frontier } from './frontier.ts';
import type { EngineSettings } from './settings.ts';
import { attemptStep, type Outcome } from './step.ts';
import type { Span } from './tracing.ts';

/** An attempt of the step that a delivery of a run is, or what it comes to where there is nothing to call. */
export async function tryStep(
  settings: EngineSettings,
  options: {
    run: ClaimedRun;
    descriptor: Descriptor;
    stopping: AbortSignal;
    frontier: Frontier;
    span: Span;
  },
  delivery: Delivery,
  earlier: JournaledStep | undefined,
): Promise<Outcome> {
  const { run, descriptor, stopping, frontier } = options;
  const node = descriptor[delivery.componentId];
  const nothing = { inputs: null, warnings: [], log: [], timers: null };
  if (stopping.aborted) return { kind: 'handed-back', atWork: false, ...nothing };
  if (!node) {
    const failure = { name: 'Error', message: 'The flow no longer has this component.' };
    return { kind: 'failed', failure, retryable: false, ...nothing };
  }
  if (run.startMessage && delivery.inPort === null) {
    const { port, content } = run.startMessage;
    const emitted = [{ port, content, text: JSON.stringify(content) }];
    return { kind: 'completed', emitted, stopsFlow: false, ...nothing };
  }
  const passesAtOnce = run.kind === 'test' && delivery.inPort === timeoutPort && delivery.at;
  const outcome = await attemptStep(settings, {
    run,
    node,
    delivery,
    earlier: earlier && { inputs: earlier.input, warnings: earlier.warnings ?? [] },
    stopping,
    within: options.span,
    gathering: (inputs) => frontier.gatherings.of(delivery, inputs),
  });
  if (passesAtOnce) {
    const until = passesAtOnce.toISOString();
    outcome.warnings.push(inEnglish(message('run.testDoesNotWait', { until })));
  }
  return outcome;
}
