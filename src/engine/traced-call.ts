import type { HttpReply, HttpRequestConfig } from '../connectors/component.ts';
import type { Outbound } from './outbound/outbound.ts';
import { kindOfFailure, type Span } from './tracing.ts';

/**
 * Makes a call of a step, as part of its trace, which the called one gets to know. Of the address only the host is told:
 * paths and queries hold data of events.
 */
export async function tracedCall(
  outbound: Outbound,
  { config, signal, within }: { config: HttpRequestConfig; signal: AbortSignal; within: Span },
): Promise<HttpReply> {
  if (within.traceparent === undefined) return outbound.request(config, signal);
  const method = config.method.toUpperCase();
  const url = URL.parse(config.url);
  const span = within.begin(method, 'client', {
    'http.request.method': method,
    ...(url ? { 'server.address': url.hostname, 'url.scheme': url.protocol.slice(0, -1) } : {}),
    ...(url?.port ? { 'server.port': Number(url.port) } : {}),
  });
  let failure: string | undefined;
  try {
    const reply = await outbound.request(withTraceparent(config, span), signal);
    span.tell({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 400) failure = String(reply.statusCode);
    return reply;
  } catch (error) {
    failure = kindOfFailure(error);
    throw error;
  } finally {
    span.end(failure);
  }
}

/** An author's own header counts. */
function withTraceparent(config: HttpRequestConfig, { traceparent }: Span): HttpRequestConfig {
  if (traceparent === undefined) return config;
  const { headers = {} } = config;
  const isSet = Object.keys(headers).some((name) => name.toLowerCase() === 'traceparent');
  return isSet ? config : { ...config, headers: { ...headers, traceparent } };
}
