import type { LatestSteps } from '../../store/run-queries.ts';

/** One message that entered or left a component (INTERFACE §5, Logs). */
export type LogHit = {
  _id: string;
  _index: string;
  severity: 'info' | 'warning' | 'error';
  userId: string;
  flowId: string;
  componentId: string;
  componentType: string;
  correlationId: string;
  portType: 'in' | 'out';
  port: string;
  senderId: string | null;
  senderType: string | null;
  gridTimestamp: string;
  '@timestamp': string;
  msg: unknown;
  err?: unknown;
};

/** Each step gives a hit for its input, which carries its error if it failed, and one for each output. */
export function hitsOf({ steps, descriptors }: LatestSteps, userId: string): LogHit[] {
  return steps.flatMap((step) => {
    const descriptor = descriptors.get(step.version_id) ?? {};
    const typeOf = (id: string | null) =>
      id !== null && Object.hasOwn(descriptor, id) ? descriptor[id]!.type : null;
    const hit = (
      part: string,
      at: Date,
      rest: Pick<LogHit, 'severity' | 'portType' | 'port' | 'msg' | 'err'>,
    ) => ({
      _id: `${step.run_id}:${step.step_no}:${part}`,
      _index: 'steps',
      userId,
      flowId: step.flow_id,
      componentId: step.component_id,
      componentType: typeOf(step.component_id) ?? '',
      correlationId: step.run_id,
      senderId: step.sender_id,
      senderType: typeOf(step.sender_id),
      gridTimestamp: at.toISOString(),
      '@timestamp': at.toISOString(),
      ...rest,
    });
    const input = hit('in', step.started_at, {
      severity: step.error ? 'error' : step.warnings?.length ? 'warning' : 'info',
      portType: 'in',
      port: step.in_port ?? '',
      msg: step.input,
      ...(step.error ? { err: step.error } : {}),
    });
    const outputs = (step.outputs ?? []).map(({ port, content }, index) =>
      hit(`out:${index}`, step.finished_at ?? step.started_at, {
        severity: 'info',
        portType: 'out',
        port,
        msg: content,
      }),
    );
    return [input, ...outputs];
  });
}
