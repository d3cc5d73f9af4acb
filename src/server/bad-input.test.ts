import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../contract/endpoint.ts';
import type { CallInit } from './testing/client.ts';
import { endpoints } from './testing/contract.ts';
import { createFlow, eventFlow, flowOf } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

const nasty: unknown[] = [
  null,
  '',
  'x',
  0,
  -1,
  1e308,
  true,
  [],
  [[]],
  {},
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  "' or 1=1; --",
  'é'.repeat(300),
  { toString: 1, constructor: { prototype: 1 } },
  { $ne: 1 },
];

/** Half a surrogate pair cannot stand in a URL. */
const textOf = (value: unknown) =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\ud800', '\ufffd');

const urlOf = (endpoint: Endpoint, value: unknown) =>
  endpoint.path.replaceAll(/:\w+/g, encodeURIComponent(textOf(value) || 'x'));

/** Every parameter that any endpoint knows. */
const query = (value: string) =>
  ['flowId', 'filter', 'sort', 'limit', 'pattern', 'projection', 'before', 'query', 'app', 'outPort', 'from']
    .map((name) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

type Wrapped = { def?: { innerType?: Wrapped; shape?: object } };

/** A body for an endpoint in which every member it knows has this value. */
function bodyOf(endpoint: Endpoint, value: unknown): unknown {
  let schema = endpoint.body as Wrapped | undefined;
  while (schema?.def?.innerType) schema = schema.def.innerType;
  const members = Object.keys(schema?.def?.shape ?? {});
  return Object.fromEntries(members.map((member) => [member, value]));
}

describe('nothing answers 500', () => {
  // The client of the tests fails on a 500, and on any error that is not in the shape of all errors.
  test.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    '%s %s',
    async (method, _path, endpoint) => {
      const user = await server().user();
      const flowId = await createFlow(user, { flow: eventFlow('e') });
      const call = (path: string, init: CallInit = {}) => user.request(path, { method, ...init });
      const json = { 'content-type': 'application/json' };
      const own = endpoint.path.replace(':flowId', flowId).replaceAll(/:\w+/g, 't1');
      for (const value of nasty) {
        const init =
          method === 'GET' || endpoint.path === '/user/sign-out'
            ? {}
            : { headers: json, body: JSON.stringify(value) };
        await call(urlOf(endpoint, value), init);
        await call(`${own}?${query(textOf(value))}`);
        if (method === 'POST' || method === 'PUT') {
          await call(own, init);
          await call(own, { headers: json, body: JSON.stringify(bodyOf(endpoint, value)) });
        }
      }
      expect((await server().stranger.get('/health')).status).toBe(200);
    },
  );

  test.each([
    '/flows/%',
    '/flows/%ff',
    '/flows/%E0%A4%A',
    '//evil.example.com/%2f..',
    '/flows?filter=%',
    '/studio/%',
  ])('a URL that is none: %s', async (path) => {
    const { status } = await (await server().user()).get(path);
    expect(status).toBeLessThan(500);
  });
});

describe('a malformed descriptor', () => {
  test.each([
    [{ a1: 1 }, 'a1'],
    [{ a1: { type: 'x', x: 0, y: 0 } }, 'a1.type'],
    [{ a1: { type: 'a.b.c.D', x: 'left', y: 0 } }, 'a1.x'],
    [{ a1: { type: 'a.b.c.D', x: 0, y: 0, source: { in: ['t1'] } } }, 'a1.source.in'],
    [
      {
        a1: { type: 'a.b.c.D', x: 0, y: 0, config: { transform: { in: { t1: { out: { modifiers: 7 } } } } } },
      },
      'a1.config.transform.in.t1.out.modifiers',
    ],
    [
      { a1: { type: 'a.b.c.D', x: 0, y: 0, errorHandling: { onError: 'explode' } } },
      'a1.errorHandling.onError',
    ],
  ])('%j: the place is named, and nothing changes', async (flow, path) => {
    const user = await server().user();
    const stored = await createFlow(user, { flow: eventFlow('e') });
    for (const answer of [
      await user.post('/flows', { flow }),
      await user.put(`/flows/${stored}`, { flow }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'INVALID_DESCRIPTOR', details: { path } });
      expect((answer.body as { message: string }).message).toContain(path);
    }
    expect(await flowOf(user, stored)).toMatchObject({ flow: eventFlow('e'), revision: 1 });
  });

  test.each([['x'], [[]], [null], [7]])('that is no object: %j', async (flow) => {
    const { status, body } = await (await server().user()).post('/flows', { flow });
    expect(status).toBe(400);
    expect(body).toMatchObject({ details: { path: 'body.flow' } });
  });

  test('a member named __proto__ is refused', async () => {
    const user = await server().user();
    const json = { 'content-type': 'application/json' };
    for (const key of ['__proto__', String.raw`\u005f_proto__`]) {
      const { status } = await user.post(
        '/flows',
        `{"flow":{"${key}":{"type":"a.b.c.D","x":0,"y":0}}}`,
        json,
      );
      expect(status).toBe(400);
    }
  });
});

describe('bodies of the API', () => {
  const json = { 'content-type': 'application/json' };

  test.each([
    ['no JSON', '{', json, 400, 'INVALID_JSON'],
    [
      'another type',
      'a=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['wrong members', '{"name":1}', json, 400, 'BAD_REQUEST'],
    ['a list', '[]', json, 400, 'BAD_REQUEST'],
    ['nothing', '', json, 400, 'BAD_REQUEST'],
  ])('%s', async (_name, body, headers, status, code) => {
    const answer = await (await server().user()).post('/flows', body, headers);
    expect(answer.body).toMatchObject({ statusCode: status, code });
  });

  test('a flow may be large, to a limit', async () => {
    const user = await server().user();
    const large = { flow: eventFlow('e'), notes: { n: 'x'.repeat(5 * 1024 * 1024) } };
    expect((await user.post('/flows', large)).status).toBe(200);
    const tooLarge = await user.post('/flows', JSON.stringify({ name: 'x'.repeat(20 * 1024 * 1024) }), json);
    expect(tooLarge.body).toMatchObject({ statusCode: 413, code: 'TOO_LARGE' });
  });

  test('a text that cannot be stored is refused, and says so', async () => {
    const user = await server().user();
    for (const body of [
      { name: 'a\u0000' },
      { customFields: { a: '\ud800' } },
      { wizard: { '\u0000': 1 } },
    ]) {
      const { status, body: error } = await user.post('/flows', body);
      expect(status).toBe(400);
      expect((error as { message: string }).message).toContain('cannot be stored');
    }
  });
});
