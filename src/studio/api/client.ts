import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { ErrorBody } from '../../contract/errors.ts';
import { ApiFailure } from './failure.ts';

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

/** What an endpoint takes; a member the endpoint does not declare is not accepted. */
export type CallArguments<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: Input<P>;
  query?: Input<Q>;
  body?: Input<B>;
  signal?: AbortSignal;
  /** Lets the request outlive the page (bodies below 64 kB only). */
  keepalive?: boolean;
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

/**
 * Calls endpoints of the contract. The promise fails with an `ApiFailure` only, but for an aborted call,
 * which fails as `fetch` does.
 */
export function createClient({ origin, token, onUnauthenticated }: ClientOptions): Call {
  return async (endpoint, options = {}) => {
    const sentToken = endpoint.auth === 'none' ? undefined : token();
    const headers: Record<string, string> = { accept: 'application/json' };
    if (sentToken) headers['authorization'] = `Bearer ${sentToken}`;
    if (options.body !== undefined) headers['content-type'] = 'application/json';

    let response: Response;
    try {
      response = await fetch(origin + pathOf(endpoint.path, options.params) + searchOf(options.query), {
        method: endpoint.method,
        headers,
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.signal ? { signal: options.signal } : {}),
        ...(options.keepalive ? { keepalive: true } : {}),
      });
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw new ApiFailure({
        status: 0,
        code: 'UNREACHABLE',
        message: 'The server cannot be reached. Check the connection and try again.',
        cause,
      });
    }

    const value = readJson(await response.text());
    if (response.ok) return value as z.output<(typeof endpoint)['reply']>;
    if (response.status === 401 && sentToken) onUnauthenticated(sentToken);
    const error = (value ?? {}) as Partial<ErrorBody>;
    throw new ApiFailure({
      status: response.status,
      code: error.code ?? 'INTERNAL',
      message: error.message ?? `The server answered with status ${response.status}.`,
      details: error.details,
    });
  };
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
