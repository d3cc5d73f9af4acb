import { expect, test } from 'vitest';
import { resolveMapping } from '../../../../flow/mapping.ts';
import { testEnvironment } from '../../../../flow/modifiers/testing/environment.ts';
import { behaviours } from '../../../behaviours.ts';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { startReceiver } from '../../../testing/receiver.ts';

async function run(verb: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const context = testContext({ input });
  await behaviours[`appmixer.utils.http.${verb}`]?.receive(context);
  expect(context.sent.map((message) => message.port)).toEqual(['response']);
  return context.sent[0]?.content as Record<string, unknown>;
}

test.each(['Post', 'Put', 'Patch', 'Delete'])(
  '%s sends its body and a key that stays over retries',
  async (verb) => {
    await using receiver = await startReceiver();
    await run(verb, { url: receiver.url, bodyType: 'json', bodyJson: '{"no": 12345678901234567890}' });
    const [call] = receiver.received;
    expect(call?.method).toBe(verb.toUpperCase());
    expect(call?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'r1:c1:0' });
    expect(call?.body.toString()).toBe('{"no": 12345678901234567890}');
  },
);

test('Get sends no body and no key', async () => {
  await using receiver = await startReceiver();
  await run('Get', { url: `${receiver.url}/x?a=1`, body: '{"b":[2,3],"c":{"d":4},"e":null}' });
  await run('Get', { url: receiver.url, body: 'q=a%20b&q=c' });
  await run('Get', { url: receiver.url, body: { page: 2 } });
  await run('Get', {
    url: receiver.url,
    bodyType: 'form-data',
    bodyFormData: { ADD: [{ name: 'f', text: 'g' }] },
  });
  expect(receiver.received.map((call) => call.path)).toEqual([
    '/x?a=1&b=2&b=3&c=%7B%22d%22%3A4%7D',
    '/?q=a+b&q=c',
    '/?page=2',
    '/?f=g',
  ]);
  expect(receiver.received[0]?.headers['idempotency-key']).toBeUndefined();
  expect(receiver.received[0]?.body.length).toBe(0);
});

test.each([
  [{ body: '{"a":1}' }, 'application/json', '{"a":1}'],
  [{ bodyType: 'raw', body: { a: 1 } }, 'application/json', '{"a":1}'],
  [{ bodyType: 'raw', body: 'Hello {you}' }, 'text/plain; charset=utf-8', 'Hello {you}'],
  [{ bodyType: 'raw', body: 'Hello', bodyBase64Encode: true }, 'text/plain', 'SGVsbG8='],
  [{ bodyType: 'raw', body: '<a/>', headers: '{"content-type":"text/xml"}' }, 'text/xml', '<a/>'],
  [{ bodyType: 'json', bodyJson: [1] }, 'application/json', '[1]'],
  [{ bodyType: 'binary', bodyBase64: 'SGVsbG8=' }, 'application/octet-stream', 'Hello'],
  [{ bodyType: 'binary', bodyBase64: 'data:image/svg+xml;base64,PGEvPg==' }, 'image/svg+xml', '<a/>'],
  [{ bodyType: 'json', bodyJson: '' }, undefined, ''],
  [{}, undefined, ''],
])('%j is sent as %s', async (input, contentType, body) => {
  await using receiver = await startReceiver();
  await run('Post', { url: receiver.url, ...input });
  expect(receiver.received[0]?.headers['content-type']).toBe(contentType);
  expect(receiver.received[0]?.body.toString()).toBe(body);
});

const reference = (variable: string) => ({ variable: `$.t.out.data.${variable}`, functions: [] });

test('a mapped JSON body is valid JSON whatever its variables hold, and keeps their types', async () => {
  await using receiver = await startReceiver();
  const data = { title: 'A "quoted"\n\\ title', no: 7, labels: ['a', { b: null }] };
  const { inputs } = resolveMapping({
    mapping: {
      modifiers: {
        bodyJson: {
          m1: reference('title'),
          m2: reference('no'),
          m3: reference('labels'),
          m4: reference('gone'),
        },
      },
      lambda: {
        url: receiver.url,
        bodyType: 'json',
        bodyJson: '{"text":"#{{{m2}}}: {{{m1}}}","no":{{{m2}}},"labels":{{{m3}}},"gone":{{{m4}}}}',
      },
    },
    scope: { t: { out: { data } } },
    jsonFields: new Set(['bodyJson']),
    environment: testEnvironment,
  });
  await run('Post', inputs);
  expect(JSON.parse(receiver.received[0]?.body.toString() ?? '')).toEqual({
    text: `#7: ${data.title}`,
    no: 7,
    labels: data.labels,
    gone: null,
  });
});

test('form data is sent as multipart, each row by its type', async () => {
  await using receiver = await startReceiver();
  const rows = [
    { name: 'title', type: 'text', text: 'Zoë' },
    { name: 'count', type: 'number', number: 3 },
    { name: 'open', type: 'toggle', toggle: false },
    { name: 'title', text: 'again' },
  ];
  await run('Post', { url: receiver.url, bodyType: 'form-data', bodyFormData: { ADD: rows } });
  const [call] = receiver.received;
  const form = await new Response(new Uint8Array(call?.body ?? []), {
    headers: { 'content-type': String(call?.headers['content-type']) },
  }).formData();
  expect([...form]).toEqual([
    ['title', 'Zoë'],
    ['count', '3'],
    ['open', 'false'],
    ['title', 'again'],
  ]);
});

test("the author's own headers win, as an object or as JSON text", async () => {
  await using receiver = await startReceiver();
  await run('Post', { url: receiver.url, headers: { 'IDEMPOTENCY-KEY': 'mine', 'X-N': 5, 'X-Gone': null } });
  await run('Post', { url: receiver.url, headers: '"{\\"X-Text\\":\\"a\\"}"' });
  expect(receiver.received[0]?.headers).toMatchObject({ 'idempotency-key': 'mine', 'x-n': '5' });
  expect(receiver.received[0]?.headers).not.toHaveProperty('x-gone');
  expect(receiver.received[1]?.headers).toMatchObject({ 'x-text': 'a' });
});

test('emits body, headers with the content type parsed, request and status code', async () => {
  await using receiver = await startReceiver((_request, response) =>
    response
      .writeHead(404, { 'Content-Type': 'application/problem+json; charset="utf-8"', 'X-A': '1' })
      .end('{"why":["none"]}'),
  );
  const content = await run('Put', { url: `${receiver.url}/a`, headers: '{"Accept":"x/y"}' });
  expect(content).toMatchObject({
    statusCode: 404,
    body: { why: ['none'] },
    headers: {
      'x-a': '1',
      'content-type': { type: 'application/problem+json', parameters: { charset: 'utf-8' } },
    },
    request: { uri: `${receiver.url}/a`, method: 'PUT', headers: { accept: 'x/y' } },
  });
});

test.each([
  [undefined, 'é{}'],
  ['utf8', 'é{}'],
  ['latin1', 'Ã©{}'],
  ['binary', 'Ã©{}'],
  ['hex', 'c3a97b7d'],
  ['base64', 'w6l7fQ=='],
  ['noEncoding', { type: 'Buffer', data: [0xc3, 0xa9, 0x7b, 0x7d] }],
])('the response encoding %s decides what the bytes become', async (responseEncoding, body) => {
  await using receiver = await startReceiver((_request, response) => response.end('é{}'));
  expect((await run('Get', { url: receiver.url, responseEncoding }))['body']).toEqual(body);
});

test('an answer that says JSON and is none stays text', async () => {
  await using receiver = await startReceiver((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('<html>'),
  );
  expect((await run('Get', { url: receiver.url }))['body']).toBe('<html>');
});

test.each([429, 500, 503])('status %d is worth another attempt', async (status) => {
  await using receiver = await startReceiver((_request, response) => response.writeHead(status).end('busy'));
  const attempt = run('Post', { url: `${receiver.url}/x?token=secret` });
  await expect(attempt).rejects.toThrow(`POST ${receiver.url}/x answered ${status}: busy`);
  await expect(attempt).rejects.not.toThrow(CancelError);
});

test.each([
  [{ url: '  ' }, 'The URL is empty'],
  [{ url: 'http://127.0.0.1:9', headers: '{"a":\n 1,}' }, 'Headers: not valid JSON at line 2, column 3'],
  [{ url: 'http://127.0.0.1:9', headers: '[]' }, 'Headers: a JSON object'],
  [
    { url: 'http://127.0.0.1:9', bodyType: 'json', bodyJson: '{"a" 1}' },
    'JSON body: not valid JSON at line 1',
  ],
  [{ url: 'http://127.0.0.1:9', bodyType: 'toString' }, 'body type toString'],
  [{ url: 'http://127.0.0.1:9', bodyType: 'binary', bodyBase64: '%%' }, 'not base64'],
  [{ url: 'http://127.0.0.1:9', bodyType: 'binary', fileId: 'f' }, 'no files'],
  [
    {
      url: 'http://127.0.0.1:9',
      bodyType: 'form-data',
      bodyFormData: { ADD: [{ name: 'a', type: 'filepicker', filepicker: 'f' }] },
    },
    'no files',
  ],
])('%j fails for good', async (input, message) => {
  const attempt = run('Post', input);
  await expect(attempt).rejects.toThrow(message);
  await expect(attempt).rejects.toThrow(CancelError);
});

test.each(['{"a":', '[1]'])('the query %s fails for good', async (body) => {
  await expect(run('Get', { url: 'http://127.0.0.1:9', body })).rejects.toThrow(CancelError);
});
