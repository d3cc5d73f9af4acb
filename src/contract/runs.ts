import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { flowSchema } from './flows.ts';

const tag = 'Runs';

export const runSchema = z.object({
  /** The correlationId. */
  runId: z.string(),
  /** `test`: begun by POST /flows/:flowId/test. */
  kind: z.enum(['live', 'test']),
  flowId: z.string(),
  flowName: z.string(),
  flowType: z.string(),
  /** The trigger the run began at. */
  componentId: z.string(),
  eventName: z.string().nullable(),
  status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
  stepCount: z.number(),
  error: z.object({ message: z.string() }).loose().nullable(),
  /** The failed run whose event this one takes up again. */
  retryOf: z.string().nullable(),
  /**
   * Why it is not at work: `turn`, the flow works on as many as it may, or on an earlier one of the same order; `room`, its
   * user has as many runs at work as a worker gives one user.
   */
  waitsFor: z.enum(['turn', 'room']).optional(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;

export const stepSchema = z.object({
  stepNo: z.number(),
  componentId: z.string(),
  componentType: z.string(),
  label: z.string(),
  /** `cancelled`: its run was, while it waited for its next attempt or was at work. */
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  attempts: z.number(),
  inPort: z.string().nullable(),
  senderId: z.string().nullable(),
  senderPort: z.string().nullable(),
  input: z.unknown(),
  outputs: z.array(z.object({ port: z.string(), content: z.unknown() })),
  error: z.object({ message: z.string() }).loose().nullable(),
  /** What was done about one that failed for good. */
  resolution: z.enum(['discarded', 'restarted']).nullable(),
  /** e.g. variables that found nothing. */
  warnings: z.array(z.string()),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** While the run is open: when the component is called again. */
  waitsUntil: z.string().optional(),
});
export type Step = z.infer<typeof stepSchema>;

export const listRuns = endpoint({
  method: 'GET',
  path: '/runs',
  tag,
  summary: 'Runs of the caller, newest first.',
  query: z.object({
    flowId: z.string().optional(),
    status: runSchema.shape.status.optional(),
    /** A runId: what is older than it. */
    before: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.array(runSchema),
});

export const readRun = endpoint({
  method: 'GET',
  path: '/runs/:runId',
  tag,
  summary: "One run with each step's input and output.",
  params: z.object({ runId: z.string() }),
  reply: runSchema.extend({
    steps: z.array(stepSchema),
    log: z.array(
      z.looseObject({ componentId: z.string(), severity: z.string(), message: z.unknown(), at: z.string() }),
    ),
  }),
});
export type RunDetail = z.infer<typeof readRun.reply>;

export const readRunFlow = endpoint({
  method: 'GET',
  path: '/runs/:runId/flow',
  tag,
  summary: 'The flow as it was when the run began, which may have been edited since.',
  params: z.object({ runId: z.string() }),
  reply: z.object({ flow: flowSchema.shape.flow }),
});

export const cancelRun = endpoint({
  method: 'POST',
  path: '/runs/:runId/cancel',
  tag,
  summary: 'Cancels a run that has not ended: nothing more of it starts, and a step at work is aborted.',
  params: z.object({ runId: z.string() }),
  reply: z.object({ runId: z.string(), status: z.literal('cancelled') }),
});

const repeatable = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** The interface's log: one hit per message that entered or left a component (INTERFACE §5, Logs). */
export const listLogs = endpoint({
  method: 'GET',
  path: '/logs',
  tag,
  summary: 'Messages in and out of components.',
  query: z.looseObject({
    flowId: repeatable.optional(),
    portType: z.enum(['in', 'out']).optional(),
    query: z.string().optional(),
    sort: repeatable.optional(),
    size: z.coerce.number().int().min(0).max(1000).default(50),
    from: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    buckets: z.array(z.unknown()),
    hits: z.array(z.looseObject({ _id: z.string(), '@timestamp': z.string() })),
  }),
});
