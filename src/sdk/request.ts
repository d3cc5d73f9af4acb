import { AppmixerError, failureOf } from './failure.ts';

type QueryValue = string | number | boolean | null | undefined;

export type QueryParams = Record<string, QueryValue | QueryValue[]>;

export type RequestOptions = {
  /** Absolute, or a path below `baseUrl`. */
  url: string;
  method?: string;
  /** A list repeats its name; what is not set is left out. */
  params?: QueryParams;
  /** Sent as JSON. */
  data?: unknown;
  headers?: Record<string, string>;
};

/** Sends a call and gives the data of the answer. Rejects with AppmixerError. */
export async function request(
  { url, method = 'GET', params, data, headers }: RequestOptions,
  { baseUrl, accessToken }: { baseUrl: string; accessToken: string | undefined },
): Promise<unknown> {
  const root = baseUrl.replace(/\/+$/, '');
  const target = /^https?:\/\//i.test(url) ? url : `${root}/${url.replace(/^\/+/, '')}`;
  const response = await send(target + queryOf(params, target), {
    method: method.toUpperCase(),
    headers: {
      // A page may call other services too: the token is for our own alone.
      ...(accessToken && isBelow(target, root) && { Authorization: `Bearer ${accessToken}` }),
      ...(data !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(data !== undefined && { body: JSON.stringify(data) }),
  });
  const answer = await dataOf(response);
  if (response.ok) return answer;
  throw failureOf({
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    data: answer,
  });
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new AppmixerError('Network Error', { cause });
  }
}

function isBelow(target: string, root: string): boolean {
  return target === root || target.startsWith(`${root}/`) || target.startsWith(`${root}?`);
}

function queryOf(params: QueryParams = {}, target: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) query.append(name, String(item));
    }
  }
  const text = query.toString();
  return text && (target.includes('?') ? '&' : '?') + text;
}

async function dataOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!/[/+]json/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
