import type { RunFailure } from '../connectors/component.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import type { NewRun } from '../store/runs.ts';
import type { EngineSettings } from './settings.ts';
import { traceparentOf } from './tracing.ts';

type FailedRun = Pick<
  ClaimedRun,
  'id' | 'kind' | 'userId' | 'flowId' | 'flowName' | 'versionId' | 'componentId' | 'message' | 'startMessage'
>;

/**
 * The runs that a failed run starts: one for each trigger of its flow that is called by failures. A test starts none,
 * and neither does a run that began at such a trigger itself: it would go on for ever.
 */
export function failureRuns(
  settings: EngineSettings,
  run: FailedRun,
  descriptor: Descriptor,
  failure: object,
): NewRun[] {
  const isCalled = (componentId: string): boolean => {
    const node = descriptor[componentId];
    return node !== undefined && !node.disabled && settings.behaviours[node.type]?.onRunFailure === true;
  };
  if (run.kind === 'test' || isCalled(run.componentId)) return [];
  const createdAt = settings.clock();
  return Object.keys(descriptor)
    .filter(isCalled)
    .map((componentId) => ({
      id: settings.newId(),
      eventId: null,
      userId: run.userId,
      flowId: run.flowId,
      versionId: run.versionId,
      componentId,
      startMessage: JSON.stringify({
        port: 'out',
        content: tell(run, descriptor, failure, createdAt),
        traceparent: traceparentOf(run),
      }),
      createdAt,
    }));
}

function tell(run: FailedRun, descriptor: Descriptor, failure: object, at: Date): RunFailure {
  const { message, code, name, componentId } = failure as Partial<RunFailure['error']> & {
    componentId?: string;
  };
  return {
    error: {
      message: message ?? 'The run failed.',
      ...(code === undefined ? {} : { code }),
      ...(name === undefined ? {} : { name }),
    },
    componentId,
    componentType: componentId === undefined ? undefined : descriptor[componentId]?.type,
    correlationId: run.id,
    flowId: run.flowId,
    flowName: run.flowName,
    failedAt: at.toISOString(),
  };
}
