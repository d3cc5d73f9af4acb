import type { FastifyRequest } from 'fastify';
import type { WebhookContent } from '../connectors/component.ts';

/** What a flow gets to know of the HTTP request that started it, its data excepted. */
export function contentOf(request: FastifyRequest): Omit<WebhookContent, 'data'> {
  const headers: Record<string, string> = {};
  const given = request.headers;
  for (const name of Object.keys(given)) {
    const value = given[name];
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return {
    method: request.method,
    hostname: request.hostname,
    headers,
    query: { ...(request.query as Record<string, unknown>) },
  };
}
