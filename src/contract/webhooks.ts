import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';

const tag = 'Webhooks';

const webhook = (method: Endpoint['method']) =>
  endpoint({
    method,
    path: '/flows/:flowId/components/:componentId',
    tag,
    auth: 'none',
    summary:
      'Calls a component of a running flow. Answers with what the flow responds; 202 when it is only queued or takes too long.',
    params: z.object({ flowId: z.string(), componentId: z.string() }),
    // Others name it as they like, and as often: a name that comes twice is a list.
    query: z.looseObject({ enqueueOnly: z.union([z.string(), z.array(z.string())]).optional() }),
    reply: z.unknown(),
  });

/** JSON and forms arrive as values, anything else as text. */
export const webhooks = [webhook('GET'), webhook('POST'), webhook('PUT'), webhook('DELETE')];

export const triggerUrl = endpoint({
  method: 'GET',
  path: '/triggers/:componentId/url',
  tag,
  summary: 'The URL that calls a component.',
  params: z.object({ componentId: z.string() }),
  reply: z.object({ url: z.string() }),
});
