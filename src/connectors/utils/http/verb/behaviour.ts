import { type Behaviour, CancelError, type ComponentContext, type HttpReply } from '../../../component.ts';
import { hasHeader, parseHeaders } from '../headers.ts';
import { type Body, bodyOf } from './body.ts';
import { queryOf } from './query.ts';
import { responseOf } from './reply.ts';

/** Answers that a later attempt may turn into a success; every other one is the author's to judge. */
const transient = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A verb whose body travels in the request. Retries repeat the same Idempotency-Key. */
export function bodyVerb(method: string): Behaviour {
  return verb(method, async (context, inputs, headers) => {
    const body = await bodyOf(inputs, context);
    return { headers: { ...ownHeaders(context, body, headers), ...headers }, data: body.data };
  });
}

/** A verb without a body: the inputs become the query. */
export function queryVerb(method: string): Behaviour {
  return verb(method, (_context, inputs, headers) => ({ headers, params: queryOf(inputs) }));
}

type Parts = { headers: Record<string, string>; data?: unknown; params?: Record<string, unknown> };

function verb(
  method: string,
  partsOf: (
    context: ComponentContext,
    inputs: Record<string, unknown>,
    headers: Record<string, string>,
  ) => Parts | Promise<Parts>,
): Behaviour {
  return {
    async receive(context) {
      const inputs = context.messages['in']?.content ?? {};
      const url = typeof inputs['url'] === 'string' ? inputs['url'].trim() : '';
      if (url === '') throw new CancelError('The URL is empty.');
      const reply = await context.httpRequest({
        method,
        url,
        ...(await partsOf(context, inputs, parseHeaders(inputs['headers']))),
      });
      if (transient.has(reply.statusCode)) throw new Error(describe(reply));
      await context.sendJson(responseOf(reply, inputs['responseEncoding']), 'response');
    },
  };
}

function ownHeaders(
  context: ComponentContext,
  body: Body,
  headers: Record<string, string>,
): Record<string, string> {
  const own: Record<string, string> = {};
  if (!hasHeader(headers, 'idempotency-key')) own['Idempotency-Key'] = context.idempotencyKey;
  if (body.contentType && !hasHeader(headers, 'content-type')) own['Content-Type'] = body.contentType;
  return own;
}

/** Names the call without its query, which may hold secrets. */
function describe({ request, statusCode, body }: HttpReply): string {
  const excerpt = body.toString('utf8', 0, 200).trim();
  const target = request.uri.split('?')[0];
  return `${request.method} ${target} answered ${statusCode}${excerpt && `: ${excerpt}`}`;
}
