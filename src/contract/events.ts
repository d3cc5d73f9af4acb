import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { errorBodySchema } from './errors.ts';

export const triggerSchema = z.looseObject({
  userId: z.string(),
  event: z.string(),
  componentId: z.string(),
  flowId: z.string(),
  createdAt: z.string(),
  correlationId: z.string(),
});
export type Trigger = z.infer<typeof triggerSchema>;

/** Without a match there is no `errors` member (INTERFACE §1.5). */
export const receiptSchema = z.object({
  triggers: z.array(triggerSchema),
  errors: z.array(z.unknown()).optional(),
  /** Where the data does not keep to a contract that warns: the event was stored all the same. */
  warnings: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const sendAppEvent = endpoint({
  method: 'POST',
  path: '/plugins/appmixer/utils/appevents/events/:event',
  tag: 'App events',
  summary:
    'Sends an app event to every running flow of the caller that starts with it. Answers once it is stored. A second call with the same Idempotency-Key header starts nothing and gets the first answer.',
  params: z.object({ event: z.string() }),
  query: z.looseObject({ flowId: z.string().optional(), enqueueOnly: z.string().optional() }),
  body: z.unknown(),
  reply: receiptSchema,
});

export const eventInBatchSchema = z.object({
  event: z.string(),
  data: z.unknown().optional(),
  id: z
    .string()
    .max(255)
    .optional()
    .describe('As the Idempotency-Key header of a single event: the same id again starts nothing.'),
  flowId: z.string().optional().describe('Only triggers of this flow.'),
});
export type EventInBatch = z.input<typeof eventInBatchSchema>;

export const sendAppEvents = endpoint({
  method: 'POST',
  path: '/plugins/appmixer/utils/appevents/batch',
  tag: 'App events',
  summary:
    'Sends up to 1,000 app events at once, which are stored in their order. Answers once all are stored, with a result for each: a receipt, or the error that this event alone met. With an Idempotency-Key header an event without an id has as its key the header, a colon and its place from 0.',
  body: z.object({
    // One that is malformed keeps none of the others out.
    events: z.array(eventInBatchSchema.or(z.unknown())).min(1).max(1000),
  }),
  reply: z.object({
    results: z.array(
      z.union([
        receiptSchema.extend({
          replayed: z.literal(true).optional().describe('The id was known: this is the first answer.'),
        }),
        z.object({ error: errorBodySchema }),
      ]),
    ),
  }),
});
export type BatchResult = z.infer<typeof sendAppEvents.reply>['results'][number];

export const storedEventSchema = z.object({
  eventId: z.string(),
  name: z.string(),
  data: z.unknown(),
  createdAt: z.string(),
});
export type StoredEvent = z.infer<typeof storedEventSchema>;

export const listEvents = endpoint({
  method: 'GET',
  path: '/events',
  tag: 'App events',
  summary: 'The latest app events of the caller that have this name, newest first, with their data.',
  query: z.object({ name: z.string(), limit: z.coerce.number().int().min(1).max(20).default(10) }),
  reply: z.array(storedEventSchema),
});

export const eventNameSchema = z.object({
  name: z.string(),
  lastAt: z.string(),
  count: z.number().describe('Among the latest 5,000 events of the caller.'),
});
export type EventName = z.infer<typeof eventNameSchema>;

export const listEventNames = endpoint({
  method: 'GET',
  path: '/events/names',
  tag: 'App events',
  summary: 'The names of the latest app events of the caller, the most recent first.',
  reply: z.array(eventNameSchema),
});

export const listenForEvents = endpoint({
  method: 'GET',
  path: '/events/listen',
  tag: 'App events',
  summary:
    'Tells of each app event of the caller with this name from now on, as server-sent events named `app-event`; `ready` comes first. It ends by itself after ten minutes.',
  query: z.object({ name: z.string().min(1).max(200) }),
  reply: z.array(storedEventSchema),
});
