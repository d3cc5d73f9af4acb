import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { ErrorBody } from '../../contract/errors.ts';
import { apiText as text } from '../text/english/api.ts';
import { ApiFailure } from './failure.ts';
import { readEvents, type ServerEvent } from './server-events.ts';

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** What an endpoint takes; a member the endpoint does not declare is not accepted. */
export type CallArguments<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: Input<P>;
  query?: Input<Q>;
  body?: Input<B>;
  signal?: AbortSignal;
  /** Lets the request outlive the page (bodies below 64 kB only). */
  keepalive?: boolean;
  /** The body where it is JSON already: megabytes need not be read to be sent. */
  written?: Blob;
  /** Writes a large body down in the background; without it that is done at once. */
  write?: (body: unknown) => Promise<Blob>;
  /** Milliseconds until it counts as lost, for a body of so many characters or bytes; without it as long as the browser likes. */
  timeout?: (characters: number) => number;
};

export type Call = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  options?: CallArguments<P, Q, B>,
) => Promise<z.output<R>>;

export type ClientOptions = {
  /** Put before every path; empty for the page's own origin. */
  origin: string;
  token: () => string | undefined;
  /** The token that was sent is not (or no longer) good. */
  onUnauthenticated: (sentToken: string) => void;
};

/** Calls an endpoint that tells what happens as it happens; the promise settles when all is told. */
export type Listen = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  options: CallArguments<P, Q, B>,
  onEvent: (event: ServerEvent) => void,
) => Promise<void>;

/**
 * Calls endpoints of the contract. The promise fails with an `ApiFailure` only, but for an aborted call,
 * which fails as `fetch` does.
 */
export function createClient(clientOptions: ClientOptions): Call {
  return async (endpoint, options = {}) => {
    const { read } = await exchange(clientOptions, endpoint, options, 'application/json');
    return readJson(await read()) as z.output<(typeof endpoint)['reply']>;
  };
}

/** The same for endpoints that answer with server-sent events. */
export function createListener(clientOptions: ClientOptions): Listen {
  return async (endpoint, options, onEvent) => {
    const { body } = (await exchange(clientOptions, endpoint, options, 'text/event-stream')).response;
    if (!body) return;
    try {
      for await (const event of readEvents(body)) onEvent(event);
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw unreachable(text('connectionLost'), cause);
    }
  };
}

/** The answer of a success, its body not read yet: `read` does, and fails as calls do. */
async function exchange(
  { origin, token, onUnauthenticated }: ClientOptions,
  endpoint: Endpoint,
  options: CallArguments<z.ZodType, z.ZodType, z.ZodType>,
  accept: string,
): Promise<{ response: Response; read: () => Promise<string> }> {
  const sentToken = endpoint.auth === 'none' ? undefined : token();
  const headers: Record<string, string> = { accept };
  if (sentToken) headers['authorization'] = `Bearer ${sentToken}`;
  if (options.body !== undefined || options.written) headers['content-type'] = 'application/json';

  // Without waiting: a page that is left waits for nothing.
  const body = options.written ?? (options.write ? await options.write(options.body) : textOf(options.body));
  const size = typeof body === 'string' ? body.length : (body?.size ?? 0);
  const timeout = options.timeout && AbortSignal.timeout(options.timeout(size));
  const signal =
    timeout && options.signal ? AbortSignal.any([timeout, options.signal]) : (timeout ?? options.signal);
  const unlessGivenUp = async <Result>(step: Promise<Result>): Promise<Result> => {
    try {
      return await step;
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw unreachable(text(timeout?.aborted ? 'noAnswer' : 'unreachable'), cause);
    }
  };

  const response = await unlessGivenUp(
    fetch(origin + pathOf(endpoint.path, options.params) + searchOf(options.query), {
      method: endpoint.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    }),
  );
  const read = () => unlessGivenUp(response.text());
  if (response.ok) return { response, read };
  if (response.status === 401 && sentToken) onUnauthenticated(sentToken);
  const error = (readJson(await read()) ?? {}) as Partial<ErrorBody>;
  throw new ApiFailure({
    status: response.status,
    code: error.code ?? 'INTERNAL',
    message: error.message ?? text('status', { status: response.status }),
    details: error.details,
  });
}

function textOf(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function unreachable(message: string, cause: unknown): ApiFailure {
  return new ApiFailure({ status: 0, code: 'UNREACHABLE', message, cause });
}

function pathOf(template: string, params: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>;
  return template.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

type QueryValue = string | number | boolean | undefined;
type Query = Record<string, QueryValue | QueryValue[]>;

/** A list becomes a repeated key; undefined is left out. */
function searchOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Query)) {
    for (const item of [value].flat()) if (item !== undefined) search.append(name, String(item));
  }
  return search.size === 0 ? '' : `?${search}`;
}

/** An answer that is no JSON (a proxy's error page) reads as undefined. */
function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
