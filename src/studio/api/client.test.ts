import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { coordinateFlow, listFlows, readFlow } from '../../contract/flows.ts';
import { signIn } from '../../contract/users.ts';
import { createClient } from './client.ts';

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

let answer: (response: ServerResponse) => void;
let seen: Seen[];
let unauthenticated: string[];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { method, url, headers } = request;
    seen.push({ ...(method ? { method } : {}), ...(url ? { url } : {}), headers, body });
    answer(response);
  });
});

beforeEach(async () => {
  seen = [];
  unauthenticated = [];
  answer = (response) => response.setHeader('content-type', 'application/json').end('{}');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function client(token?: string) {
  return createClient({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: () => token,
    onUnauthenticated: (sent) => unauthenticated.push(sent),
  });
}

function answerWith(status: number, body: unknown): void {
  answer = (response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
}

test('parameters go into the path as one segment each, lists are repeated, undefined is left out', async () => {
  await client('t')(readFlow, { params: { flowId: 'a/b?c d' } });
  expect(seen[0]?.url).toBe('/flows/a%2Fb%3Fc%20d');

  await client('t')(listFlows, {
    query: { filter: ['type:automation', 'name:~a&b'], limit: 5, pattern: undefined },
  });
  expect(seen[1]?.url).toBe('/flows?filter=type%3Aautomation&filter=name%3A%7Ea%26b&limit=5');
});

test('the token is sent where the endpoint wants one, and nowhere else', async () => {
  await client('secret')(readFlow, { params: { flowId: 'f' } });
  await client('secret')(signIn, { body: { username: 'u', password: 'p' } });
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined]);
});

async function write(value: unknown): Promise<Blob> {
  return new Blob([JSON.stringify(value)]);
}

test('a body that is written elsewhere is sent as the same JSON', async () => {
  const body = { username: 'u', password: 'p' };
  await client()(signIn, { body, write });
  await client()(signIn, { body });
  await client()(signIn, { written: await write(body) });
  const [written, plain, given] = seen.map(({ headers, body: sent }) => [headers['content-type'], sent]);
  expect(written).toEqual(plain);
  expect(given).toEqual(plain);
});

test('a body is JSON; without one nothing is said about a type', async () => {
  await client('t')(coordinateFlow, { params: { flowId: 'f' }, body: { command: 'start' } });
  await client('t')(readFlow, { params: { flowId: 'f' } });
  expect(seen[0]).toMatchObject({ method: 'POST', body: '{"command":"start"}' });
  expect(seen[0]?.headers['content-type']).toBe('application/json');
  expect(seen[1]?.headers['content-type']).toBeUndefined();
});

test('an error body becomes an ApiFailure with its code and details', async () => {
  answerWith(409, {
    statusCode: 409,
    error: 'Conflict',
    message: 'Changed.',
    code: 'CONFLICT',
    details: { revision: 3 },
  });
  await expect(client('t')(readFlow, { params: { flowId: 'f' } })).rejects.toMatchObject({
    name: 'ApiFailure',
    status: 409,
    code: 'CONFLICT',
    message: 'Changed.',
    details: { revision: 3 },
  });
});

test('an error page that is no JSON is told by its status', async () => {
  answerWith(502, '<html>Bad gateway</html>');
  await expect(client('t')(readFlow, { params: { flowId: 'f' } })).rejects.toMatchObject({
    status: 502,
    message: 'The server answered with status 502.',
  });
});

test('401 tells which token was refused, 403 and calls without a token tell nothing', async () => {
  answerWith(401, { message: 'no' });
  await expect(client('old')(readFlow, { params: { flowId: 'f' } })).rejects.toThrow('no');
  await expect(client()(readFlow, { params: { flowId: 'f' } })).rejects.toThrow('no');
  answerWith(403, { message: 'wrong' });
  await expect(client('old')(signIn, { body: { username: 'u', password: 'p' } })).rejects.toThrow('wrong');
  expect(unauthenticated).toEqual(['old']);
});

test('a server that cannot be reached is a failure with a sentence', async () => {
  answer = (response) => response.destroy();
  await expect(client('t')(readFlow, { params: { flowId: 'f' } })).rejects.toMatchObject({
    status: 0,
    code: 'UNREACHABLE',
  });
});

test('an aborted call fails as fetch does', async () => {
  const abort = new AbortController();
  answer = () => abort.abort();
  await expect(
    client('t')(readFlow, { params: { flowId: 'f' }, signal: abort.signal }),
  ).rejects.toMatchObject({ name: 'AbortError' });
});

test('a call that is not answered in time, or not to its end, fails as unreachable', async () => {
  const lost = { status: 0, code: 'UNREACHABLE', message: 'The server did not answer in time.' };
  const ask = () => client('t')(readFlow, { params: { flowId: 'f' }, timeout: () => 20 });
  answer = () => undefined;
  await expect(ask()).rejects.toMatchObject(lost);
  answer = (response) => response.write('{"name": "Fl');
  await expect(ask()).rejects.toMatchObject(lost);
  answer = (response) => response.write('{"name": "Fl', () => response.destroy());
  await expect(client('t')(readFlow, { params: { flowId: 'f' } })).rejects.toMatchObject({ status: 0 });
});
