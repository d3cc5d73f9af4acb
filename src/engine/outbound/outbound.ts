import { Agent, type Dispatcher, errors } from 'undici';
import { CancelError, type HttpReply, type HttpRequestConfig } from '../../connectors/component.ts';
import { allowanceOf } from './allowance.ts';
import { guardedConnector, type Resolve } from './connector.ts';
import { exchange } from './exchange.ts';
import { type Hop, httpUrl, moveCredentials, nextHop } from './hop.ts';
import { addParams, payloadOf } from './payload.ts';

/** The one way out for HTTP calls of flows. */
export type Outbound = {
  /**
   * Any status resolves. Rejects with CancelError when another attempt cannot help (a refused address, a
   * malformed URL or header, too many redirects, an answer above 10 MiB), else with an Error whose `cause`
   * is the failure of the exchange. An aborted `signal` rejects with its reason.
   */
  request(config: HttpRequestConfig, signal: AbortSignal): Promise<HttpReply>;
  /** Ends all connections. */
  close(): Promise<void>;
};

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_REDIRECTS = 5;

/**
 * Makes the guarded client. `allow` names hosts and CIDR blocks that may be reached although they are not
 * public; a malformed entry throws an Error.
 */
export function createOutbound(options: { allow: string[]; resolve?: Resolve }): Outbound {
  const agent = new Agent({
    connect: guardedConnector(allowanceOf(options.allow), options.resolve),
    // The deadline of `request` covers the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    request: (config, signal) => guarded(agent, config, signal),
    close: () => agent.destroy(),
  };
}

async function guarded(
  agent: Dispatcher,
  config: HttpRequestConfig,
  signal: AbortSignal,
): Promise<HttpReply> {
  signal.throwIfAborted();
  const timeout = config.timeout ?? DEFAULT_TIMEOUT_MS;
  const first = firstHop(config);
  // AbortSignal.any and AbortSignal.timeout would cost more than all else of a call that is ours.
  const ends = new AbortController();
  const abort = () => ends.abort(signal.reason);
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    ends.abort();
  }, timeout);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await follow(agent, first, config.maxRedirects ?? DEFAULT_REDIRECTS, ends.signal);
  } catch (cause) {
    if (cause instanceof CancelError) throw cause;
    signal.throwIfAborted();
    // The query is left out of messages: it may hold secrets.
    const call = `${first.method} ${first.url.origin}${first.url.pathname}`;
    if (late) throw new Error(`${call}: no answer within ${timeout / 1000} s`, { cause });
    const message = `${call}: ${cause instanceof Error ? cause.message : String(cause)}`;
    const isOurs = cause instanceof errors.InvalidArgumentError;
    throw isOurs ? new CancelError(message, { cause }) : new Error(message, { cause });
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', abort);
  }
}

function firstHop({ method, url: text, params, data, headers }: HttpRequestConfig): Hop {
  const url = httpUrl(text);
  const payload = payloadOf(data, headers);
  moveCredentials(url, payload.headers);
  addParams(url, params);
  return { method: method.toUpperCase(), url, payload };
}

/** A limit of 0 gives the redirect itself to the caller. */
async function follow(agent: Dispatcher, first: Hop, limit: number, signal: AbortSignal): Promise<HttpReply> {
  let hop = first;
  for (let followed = 0; ; followed++) {
    const reply = await exchange(agent, hop, signal);
    const next = limit === 0 ? undefined : nextHop(hop, reply.statusCode, reply.headers['location']);
    if (!next) return reply;
    if (followed === limit) throw new CancelError(`${first.url.origin} redirects more than ${limit} times.`);
    hop = next;
  }
}
