import type { FastifyReply } from 'fastify';
import { validateHeaderName, validateHeaderValue } from 'node:http';

/**
 * Headers that a flow may not set: those of the connection, and those that act on our whole origin, where the
 * Studio lives.
 */
const refused = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'clear-site-data',
  'keep-alive',
  'proxy-authenticate',
  'service-worker-allowed',
  'set-cookie',
  'strict-transport-security',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Answers a call with what its flow responded. A page that a flow answers with runs in an origin of its own
 * (`sandbox`): its author must not get at the Studio of whoever opens it.
 */
export function sendAnswer(
  reply: FastifyReply,
  answer: { statusCode: number; headers: Record<string, string>; body: unknown },
): FastifyReply {
  const { statusCode, headers, body } = answer;
  const valid = Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599;
  void reply.code(valid ? statusCode : 200);
  for (const [name, value] of Object.entries(headers)) {
    if (!refused.has(name.toLowerCase()) && isHeader(name, value)) void reply.header(name, value);
  }
  void reply.header('content-security-policy', 'sandbox allow-forms allow-popups allow-scripts');
  if (typeof body === 'string') {
    if (!reply.hasHeader('content-type')) void reply.type('text/plain; charset=utf-8');
    return reply.serializer(String).send(body);
  }
  if (!reply.hasHeader('content-type')) void reply.type('application/json; charset=utf-8');
  return reply.serializer(String).send(JSON.stringify(body ?? null));
}

function isHeader(name: string, value: unknown): value is string {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
    return true;
  } catch {
    // What cannot stand in an answer is left out; the rest of it is still worth sending.
    return false;
  }
}
