import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { messageSchema } from './message.ts';
import { runSchema, stepSchema } from './runs.ts';

const ofComponent = z.object({ componentId: z.string() });

/**
 * What a client learns of a test while it runs, by event name. The last event is `test:done` or `test:error`.
 * `test:start` and `component:step` are ours; clients of the interface pass over what they do not know.
 */
export const testEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('test:start'), data: z.object({ runId: z.string() }) }),
  z.object({ event: z.literal('component:start'), data: ofComponent }),
  z.object({
    event: z.literal('component:output'),
    data: ofComponent.extend({ port: z.string(), data: z.unknown() }),
  }),
  z.object({
    event: z.literal('component:error'),
    data: ofComponent.extend({ err: z.object({ message: z.string() }).loose() }),
  }),
  /** A step whole, as the run's page shows it. */
  z.object({ event: z.literal('component:step'), data: stepSchema }),
  /** The test could not begin, or its time was up. */
  z.object({
    event: z.literal('test:error'),
    data: z.object({
      message: z.string(),
      problems: z.array(z.looseObject({ componentId: z.string(), message: z.string(), said: messageSchema })),
    }),
  }),
  z.object({
    event: z.literal('test:done'),
    data: z.object({ status: runSchema.shape.status, runId: z.string() }),
  }),
]);
export type TestEvent = z.infer<typeof testEventSchema>;

/** Milliseconds. */
const timeout = z.number().int().min(1).max(300_000).default(60_000);

export const testFlow = endpoint({
  method: 'POST',
  path: '/flows/:flowId/test',
  tag: 'Flows',
  summary:
    'Runs a flow of the caller as it is stored, from a trigger, or one other component by itself. ' +
    'With Accept: text/event-stream each event of the answer is sent as it happens; closing the connection cancels the run.',
  params: z.object({ flowId: z.string() }),
  body: z
    .looseObject({
      /** Default: the flow's only trigger. */
      componentId: z.string().optional(),
      /** For a trigger: the event's data; default its example. */
      payload: z.unknown().optional(),
      /** For any other component: the fields of its input port. */
      inputData: z.record(z.string(), z.unknown()).optional(),
      /** Default: the component's first input port. */
      inPort: z.string().optional(),
      options: z.looseObject({ timeout }).prefault({}),
    })
    .prefault({}),
  reply: z.array(testEventSchema),
});
