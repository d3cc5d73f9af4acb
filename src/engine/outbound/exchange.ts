import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, request } from 'undici';
import type { HttpReply } from '../../connectors/component.ts';
import type { Hop } from './hop.ts';
import { readBody } from './read-body.ts';

/** Sends one request and reads its answer whole. Rejects when the exchange fails or `signal` aborts. */
export async function exchange(dispatcher: Dispatcher, hop: Hop, signal: AbortSignal): Promise<HttpReply> {
  const { method, url, payload } = hop;
  const answer = await request(url, {
    dispatcher,
    method,
    headers: payload.headers,
    body: payload.body,
    signal,
  });
  const headers = flat(answer.headers);
  return {
    statusCode: answer.statusCode,
    headers,
    body: await readBody(answer.body, headers['content-encoding']),
    request: { uri: url.href, method, headers: payload.headers },
  };
}

/** A header that came more than once is joined, as HTTP reads it. */
function flat(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}
