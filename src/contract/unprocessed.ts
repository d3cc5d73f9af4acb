import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const tag = 'Unprocessed messages';

/** A message that a step failed on for good, in a run that has failed. It stays until it is dealt with. */
export const unprocessedSchema = z.object({
  messageId: z.string(),
  flowId: z.string(),
  componentId: z.string(),
  /** By in port; not in a list that was asked for without. */
  messages: z
    .record(
      z.string(),
      z.array(
        z.object({
          properties: z.object({
            correlationId: z.string(),
            sender: z.object({ componentId: z.string(), outputPort: z.string() }).nullable(),
            destination: z.object({ componentId: z.string(), inputPort: z.string() }),
            flowId: z.string(),
            messageId: z.string(),
            flowRunId: z.string(),
          }),
          /** The fields of the in port, as the step got them. */
          content: z.unknown(),
          /** The outputs of all earlier steps, and what the sender sent: only where one message is read. */
          scope: z.record(z.string(), z.unknown()),
          originalContent: z.unknown(),
        }),
      ),
    )
    .optional(),
  created: z.string(),
  err: z.object({ message: z.string() }).loose(),
  /** Which run left it. */
  runId: z.string(),
  stepNo: z.number(),
  attempts: z.number(),
  flowName: z.string(),
  /** Only then it can be tried again. */
  flowRuns: z.boolean(),
  componentType: z.string(),
  label: z.string(),
  eventName: z.string().nullable(),
});
export type UnprocessedMessage = z.infer<typeof unprocessedSchema>;

/** `step`: from the failed step, on the version the run began on. `trigger`: a new run, on the present version. */
export const retryFrom = z.enum(['step', 'trigger']);

const messageId = z.object({ messageId: z.string() });
const filter = z.object({
  flowId: z.string().optional(),
  componentId: z.string().optional(),
  correlationId: z.string().optional(),
});
const choice = filter.extend({ messageIds: z.array(z.string()).max(1_000).optional() });

export const listUnprocessed = endpoint({
  method: 'GET',
  path: '/unprocessed-messages',
  tag,
  summary: 'What failed runs of the caller left undone, newest first.',
  query: filter.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
    /** `false` leaves out what the messages hold. */
    messages: z.stringbool().default(true),
  }),
  reply: z.array(unprocessedSchema),
});

export const countUnprocessed = endpoint({
  method: 'GET',
  path: '/unprocessed-messages/count',
  tag,
  summary: 'How many messages the same query would list.',
  query: filter,
  reply: z.object({ count: z.number() }),
});

export const readUnprocessed = endpoint({
  method: 'GET',
  path: '/unprocessed-messages/:messageId',
  tag,
  summary: 'One message, with the outputs of all steps before it.',
  params: messageId,
  reply: unprocessedSchema,
});

const retried = z.object({
  messageId: z.string(),
  /** The run that goes on, or the new one. */
  runId: z.string(),
});

const retryOne = {
  method: 'POST',
  tag,
  params: messageId,
  body: z.object({ from: retryFrom.default('step') }).nullish(),
  reply: retried,
} as const;

export const retryUnprocessed = endpoint({
  ...retryOne,
  path: '/unprocessed-messages/:messageId/retry',
  summary:
    'Tries a message again: what its run did before is not done again. From the trigger, all of it is.',
});

export const retryUnprocessedShort = endpoint({
  ...retryOne,
  path: '/unprocessed-messages/:messageId',
  summary: 'The same as …/retry.',
});

export const retryManyUnprocessed = endpoint({
  method: 'POST',
  path: '/unprocessed-messages/retry',
  tag,
  summary:
    'Tries many messages again, the oldest first: those named, and of these those that fit all of the filter.',
  body: choice.extend({ from: retryFrom.default('step') }),
  reply: z.object({
    retried: z.number(),
    /** Their flow is stopped, or their event or trigger is gone. */
    left: z.number(),
  }),
});

export const discardUnprocessed = endpoint({
  method: 'DELETE',
  path: '/unprocessed-messages/:messageId',
  tag,
  summary: 'Gives a message up. Its run stays in the log as failed.',
  params: messageId,
  reply: z.object({ messageId: z.string() }),
});

export const discardManyUnprocessed = endpoint({
  method: 'POST',
  path: '/unprocessed-messages/discard',
  tag,
  summary: 'Gives many messages up, chosen as for a retry.',
  body: choice,
  reply: z.object({ discarded: z.number() }),
});
