import { expect } from 'vitest';
import { errorBodySchema } from '../../contract/errors.ts';
import { endpointOf } from './contract.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Calls over HTTP as one user. Bodies go as JSON; texts and bytes as they are. */
export type ApiClient = {
  token: string | undefined;
  get: (path: string) => Promise<Answer>;
  post: Send;
  put: Send;
  delete: Send;
  request(path: string, init?: CallInit): Promise<Answer>;
};

export type CallInit = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** Every answer is held to the contract: a success to the endpoint's schema, an error to the shape of all errors. */
export function createClient(address: string, token: string | undefined): ApiClient {
  const request = async (path: string, init: CallInit = {}): Promise<Answer> => {
    const response = await fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...init.headers },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
    assertContract(init.method ?? 'GET', path, answer);
    return answer;
  };
  const sender =
    (method: string): Send =>
    (path, body, headers = {}) => {
      const raw = typeof body === 'string' || body instanceof Uint8Array;
      const type: Record<string, string> =
        body === undefined || raw ? {} : { 'content-type': 'application/json' };
      return request(path, {
        method,
        headers: { ...type, ...headers },
        ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
      });
    };
  return {
    token,
    request,
    get: (path) => request(path),
    post: sender('POST'),
    put: sender('PUT'),
    delete: sender('DELETE'),
  };
}

function assertContract(method: string, path: string, { status, body }: Answer): void {
  const call = `${method} ${path.slice(0, 200)} answered ${status} ${JSON.stringify(body)?.slice(0, 500)}`;
  if (status >= 400) {
    expect(status, call).not.toBe(500);
    expect(errorBodySchema.parse(body).statusCode, call).toBe(status);
  } else if (status < 300) {
    const problem = endpointOf(method, path)?.reply.safeParse(body).error;
    expect(problem, call).toBeUndefined();
  }
}
