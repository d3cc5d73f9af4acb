import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { CancelError, type HttpRequestConfig } from '../../connectors/component.ts';
import { startReceiver } from '../../connectors/testing/receiver.ts';
import { createOutbound } from './outbound.ts';

const open = createOutbound({ allow: ['127.0.0.0/8', '::1'] });
const closed = createOutbound({ allow: [] });
afterAll(() => Promise.all([open.close(), closed.close()]));

const { signal } = new AbortController();

test('gives status, headers, bytes and the request as it was sent', async () => {
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(201, { 'Content-Type': 'text/plain', 'Set-Cookie': ['a=1', 'b=2'] }).end('made'),
  );
  const reply = await open.request(
    {
      method: 'post',
      url: `${receiver.url}/things?a=1`,
      params: { b: [2, 3], c: { d: 4 }, e: null },
      headers: { 'X-One': '1', 'Content-Length': '999', Connection: 'upgrade' },
      data: { no: 7 },
    },
    signal,
  );
  expect(reply.statusCode).toBe(201);
  expect(reply.body.toString()).toBe('made');
  expect(reply.headers).toMatchObject({ 'content-type': 'text/plain', 'set-cookie': 'a=1, b=2' });
  const uri = `${receiver.url}/things?a=1&b=2&b=3&c=%7B%22d%22%3A4%7D`;
  expect(reply.request).toMatchObject({ uri, method: 'POST', headers: { 'x-one': '1' } });
  const [call] = receiver.received;
  expect(call?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '8' });
  expect(call?.body.toString()).toBe('{"no":7}');
});

test('sends texts and bytes as they are, forms as multipart, parameters url-encoded', async () => {
  await using receiver = await startReceiver();
  const send = (data: unknown, headers = {}) =>
    open.request({ method: 'PUT', url: receiver.url, data, headers }, signal);
  const form = new FormData();
  form.append('name', 'Zoë');
  form.append('file', new File(['xyz'], 'x.txt', { type: 'text/plain' }));
  await send('plain', { 'Content-Type': 'text/x' });
  await send(Buffer.from([0, 255, 1]));
  await send(form, { 'Content-Type': 'multipart/form-data' });
  await send(new URLSearchParams({ a: 'b c' }));
  const [text, bytes, multipart, encoded] = receiver.received;
  expect([text?.headers['content-type'], text?.body.toString()]).toEqual(['text/x', 'plain']);
  expect([...(bytes?.body ?? [])]).toEqual([0, 255, 1]);
  const parsed = await new Response(new Uint8Array(multipart?.body ?? []), {
    headers: { 'content-type': String(multipart?.headers['content-type']) },
  }).formData();
  expect(parsed.get('name')).toBe('Zoë');
  expect(await (parsed.get('file') as File).text()).toBe('xyz');
  expect(encoded?.body.toString()).toBe('a=b+c');
});

test('unpacks a packed answer', async () => {
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('hello')),
  );
  const reply = await open.request({ method: 'GET', url: receiver.url }, signal);
  expect(reply.body.toString()).toBe('hello');
});

test.each([
  ['a literal address', (port: number) => `http://127.0.0.1:${port}/`],
  ['an address in another spelling', (port: number) => `http://0x7f.1:${port}/`],
  ['an IPv4-mapped address', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['a name that resolves to loopback', (port: number) => `http://localhost:${port}/`],
])('refuses %s', async (_name, urlOf) => {
  await using receiver = await startReceiver();
  const call = closed.request({ method: 'GET', url: urlOf(receiver.port) }, signal);
  await expect(call).rejects.toThrow(CancelError);
  await expect(call).rejects.toThrow('OUTBOUND_ALLOW');
  expect(receiver.received).toEqual([]);
});

test('a name with one public and one private address cannot reach the private one', async () => {
  const asked: string[] = [];
  await using receiver = await startReceiver();
  const outbound = createOutbound({
    allow: [],
    resolve: (hostname, done) => {
      asked.push(hostname);
      done(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]);
    },
  });
  const call = outbound.request({ method: 'GET', url: `http://rebinding.example:${receiver.port}` }, signal);
  await expect(call).rejects.toThrow('rebinding.example (::1)');
  expect(asked).toEqual(['rebinding.example']);
  await outbound.close();
});

test('an allowed host name is reached at the address it has', async () => {
  await using receiver = await startReceiver();
  const outbound = createOutbound({ allow: ['localhost'] });
  const reply = await outbound.request({ method: 'GET', url: `http://localhost:${receiver.port}` }, signal);
  expect(reply.statusCode).toBe(200);
  await outbound.close();
});

test('a redirect to a refused address is refused', async () => {
  await using target = await startReceiver();
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(302, { Location: `http://127.0.0.2:${target.port}/` }).end(),
  );
  const outbound = createOutbound({ allow: ['127.0.0.1'] });
  const call = outbound.request({ method: 'GET', url: receiver.url }, signal);
  await expect(call).rejects.toThrow('Calls to 127.0.0.2 are refused');
  expect(target.received).toEqual([]);
  await outbound.close();
});

test('a redirect to another origin loses its secrets, and a POST becomes a GET', async () => {
  await using target = await startReceiver();
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(302, { Location: `${target.url}/there` }).end(),
  );
  const headers = { Authorization: 'Bearer x', Cookie: 'c=1', 'X-Other': 'stays' };
  const reply = await open.request({ method: 'POST', url: receiver.url, headers, data: { a: 1 } }, signal);
  const [call] = target.received;
  expect(call).toMatchObject({ method: 'GET', path: '/there', headers: { 'x-other': 'stays' } });
  expect(Object.keys(call?.headers ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/authorization|cookie|content-type/)]),
  );
  expect(call?.body.length).toBe(0);
  expect(reply.request).toMatchObject({ method: 'GET', uri: `${target.url}/there` });
});

test('307 keeps method, body and the secrets of the same origin', async () => {
  await using receiver = await startReceiver((request, response) =>
    request.url === '/' ? response.writeHead(307, { Location: '/next' }).end() : response.end('done'),
  );
  await open.request(
    { method: 'POST', url: receiver.url, headers: { Authorization: 'Bearer x' }, data: 'body' },
    signal,
  );
  expect(receiver.received[1]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer x' } });
  expect(receiver.received[1]?.body.toString()).toBe('body');
});

test('redirects end after five, and 0 gives the redirect itself', async () => {
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(301, { Location: '/again' }).end(),
  );
  const call = open.request({ method: 'GET', url: receiver.url }, signal);
  await expect(call).rejects.toThrow('redirects more than 5 times');
  await expect(call).rejects.toThrow(CancelError);
  expect(receiver.received.length).toBe(6);
  const reply = await open.request({ method: 'GET', url: receiver.url, maxRedirects: 0 }, signal);
  expect(reply.statusCode).toBe(301);
});

test('an answer above 10 MiB is refused, packed or not', async () => {
  const huge = Buffer.alloc(10 * 1024 * 1024 + 1, 'x');
  await using receiver = await startReceiver((request, response) =>
    request.url === '/packed'
      ? response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(huge))
      : response.end(huge),
  );
  for (const path of ['/', '/packed']) {
    const call = open.request({ method: 'GET', url: receiver.url + path }, signal);
    await expect(call).rejects.toThrow('larger than 10 MiB');
    await expect(call).rejects.toThrow(CancelError);
  }
});

test('a slow answer fails at its time limit, an abort at once with its reason', async () => {
  await using receiver = await startReceiver((_request, response) => response.write('first part'));
  const url = `${receiver.url}/slow?token=secret`;
  const late = open.request({ method: 'GET', url, timeout: 50 }, signal);
  await expect(late).rejects.toThrow(`GET ${receiver.url}/slow: no answer within 0.05 s`);
  await expect(late).rejects.not.toThrow(CancelError);
  const controller = new AbortController();
  const aborted = open.request({ method: 'GET', url }, controller.signal);
  controller.abort(new Error('the process stops'));
  await expect(aborted).rejects.toThrow('the process stops');
});

test('a refused connection is worth another attempt; a malformed call is not', async () => {
  const receiver = await startReceiver();
  await receiver[Symbol.asyncDispose]();
  const failing = open.request({ method: 'GET', url: receiver.url }, signal);
  await expect(failing).rejects.toThrow('ECONNREFUSED');
  await expect(failing).rejects.not.toThrow(CancelError);
  const malformed: Partial<HttpRequestConfig>[] = [
    { url: 'nonsense' },
    { url: 'file:///etc/passwd' },
    { url: 'http://127.0.0.1:9/', headers: { 'X-Bad': 'a\r\nb: c' } },
    { url: 'http://127.0.0.1:9/', headers: { 'X Bad': 'a' } },
  ];
  for (const config of malformed) {
    const call = open.request({ method: 'GET', url: '', ...config }, signal);
    await expect(call).rejects.toThrow(CancelError);
  }
});

test('credentials of a URL travel in the Authorization header', async () => {
  await using receiver = await startReceiver();
  const url = receiver.url.replace('//', '//ada:p%40ss@');
  const reply = await open.request({ method: 'GET', url }, signal);
  expect(receiver.received[0]?.headers.authorization).toBe(`Basic ${btoa('ada:p@ss')}`);
  expect(reply.request.uri).toBe(`${receiver.url}/`);
});

test('credentials that cannot be read are refused for good', async () => {
  const call = open.request({ method: 'GET', url: 'http://ada:50%@127.0.0.1/' }, signal);
  await expect(call).rejects.toThrow(CancelError);
  await expect(call).rejects.not.toThrow('50%');
});
