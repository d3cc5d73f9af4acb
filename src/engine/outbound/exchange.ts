import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import type { HttpReply } from '../../connectors/component.ts';
import type { Hop } from './hop.ts';
import { readBody } from './read-body.ts';

/** Sends one request and reads its answer whole. Rejects when the exchange fails or `signal` aborts. */
export async function exchange(dispatcher: Dispatcher, hop: Hop, signal: AbortSignal): Promise<HttpReply> {
  const { method, url, payload } = hop;
  const { body } = payload;
  // undici would read a Blob whole before it sends the first byte.
  const streamed = body instanceof Blob;
  const answer = await request(url, {
    dispatcher,
    method,
    headers: streamed ? { ...payload.headers, 'content-length': String(body.size) } : payload.headers,
    body: streamed ? Readable.from(body.stream()) : body,
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
