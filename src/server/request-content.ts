import type { FastifyRequest } from 'fastify';
import type { WebhookContent } from '../connectors/component.ts';

/** What a flow gets to know of the HTTP request that started it, its data excepted. */
export function contentOf(request: FastifyRequest): Omit<WebhookContent, 'data'> {
  return {
    method: request.method,
    hostname: request.hostname,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    query: { ...(request.query as Record<string, unknown>) },
  };
}
