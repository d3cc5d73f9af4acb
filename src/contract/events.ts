import { z } from 'zod';
import { endpoint } from './endpoint.ts';

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
});
export type Receipt = z.infer<typeof receiptSchema>;

export const sendAppEvent = endpoint({
  method: 'POST',
  path: '/plugins/appmixer/utils/appevents/events/:event',
  tag: 'App events',
  summary:
    'Sends an app event to every running flow of the caller that starts with it. Answers once it is stored.',
  params: z.object({ event: z.string() }),
  query: z.looseObject({ flowId: z.string().optional(), enqueueOnly: z.string().optional() }),
  body: z.unknown(),
  reply: receiptSchema,
});
