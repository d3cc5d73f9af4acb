/* oxlint-disable no-underscore-dangle -- `_request` is the name that host pages call. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startReceiver } from '../connectors/testing/receiver.ts';
import { Appmixer } from './appmixer.ts';
import { AppmixerError } from './failure.ts';

/** A token whose claims nobody checks here. */
const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

const adaToken = tokenOf({ sub: 'u-ada', username: 'ada' });
const zoeToken = tokenOf({ id: 'u-zoë' });

/** Answers by "METHOD path", set anew by each test. */
let answers: Record<string, { status?: number; body?: unknown; text?: string }> = {};

const server = await startReceiver((_request, response, { method, path }) => {
  const { status = 200, body = {}, text } = answers[`${method} ${path.split('?')[0]}`] ?? { status: 404 };
  if (text !== undefined) response.writeHead(status, { 'Content-Type': 'text/html' }).end(text);
  else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
});
afterAll(() => server[Symbol.asyncDispose]());

beforeEach(() => {
  answers = {};
  server.received.length = 0;
});

const calls = () =>
  server.received.map(({ method, path, body }) => [
    `${method} ${path}`,
    ...(body.length > 0 ? [JSON.parse(body.toString()) as unknown] : []),
  ]);

const signedIn = () => new Appmixer({ baseUrl: `${server.url}/`, accessToken: adaToken });

test('authenticateUser gives token and user, and the user is known at once', async () => {
  const session = { token: adaToken, user: { id: 'u-ada', username: 'ada', plan: 'beta' } };
  answers = { 'POST /user/auth': { body: session } };
  const appmixer = new Appmixer({ baseUrl: server.url });
  const reply = await appmixer.api.authenticateUser('ada', 'pass-1');
  appmixer.set('accessToken', reply.token);
  expect(reply).toEqual(session);
  expect(appmixer.get('user')).toEqual(session.user);
  expect(calls()).toEqual([['POST /user/auth', { username: 'ada', password: 'pass-1' }]]);
  expect(server.received[0]?.headers.authorization).toBeUndefined();
});

test('signupUser gives the token, and the user is known from it', async () => {
  answers = { 'POST /user': { status: 201, body: { token: zoeToken } } };
  const appmixer = new Appmixer({ baseUrl: server.url });
  expect(await appmixer.api.signupUser('zoe@acme.example', 'pass-1')).toEqual({ token: zoeToken });
  appmixer.set('accessToken', zoeToken);
  expect((appmixer.get('user') as { id: string }).id).toBe('u-zoë');
  const body = { username: 'zoe@acme.example', password: 'pass-1', email: 'zoe@acme.example' };
  expect(calls()).toEqual([['POST /user', body]]);
});

test('signupUser asks the server when the token says nothing', async () => {
  answers = { 'POST /user': { body: { token: 'opaque' } }, 'GET /user': { body: { id: 'u-9' } } };
  const appmixer = new Appmixer({ baseUrl: server.url });
  await appmixer.api.signupUser('nine', 'pass-1');
  appmixer.set('accessToken', 'opaque');
  expect(appmixer.get('user')).toEqual({ id: 'u-9' });
  expect(server.received[1]?.headers.authorization).toBe('Bearer opaque');
});

test('the user follows the access token', () => {
  const appmixer = signedIn();
  expect(appmixer.get('user')).toEqual({ id: 'u-ada', username: 'ada' });
  appmixer.set('accessToken', zoeToken);
  expect(appmixer.get('user')).toEqual({ id: 'u-zoë' });
  appmixer.set('accessToken', null);
  expect(appmixer.get('user')).toBeUndefined();
});

test('sendAppEvent posts the data with the token, the name encoded', async () => {
  const receipt = { triggers: [{ flowId: 'f1', correlationId: 'r1' }], errors: [] };
  answers['POST /plugins/appmixer/utils/appevents/events/a%2Fb%20%C3%A9'] = { body: receipt };
  answers['POST /plugins/appmixer/utils/appevents/events/ping'] = { body: { triggers: [] } };
  const { api } = signedIn();
  expect(await api.sendAppEvent('a/b é', { email: 'david@example.com' })).toEqual(receipt);
  expect(await api.sendAppEvent('ping')).toEqual({ triggers: [] });
  expect(calls().map(([, body]) => body)).toEqual([{ email: 'david@example.com' }, {}]);
  expect(server.received[0]?.headers).toMatchObject({
    authorization: `Bearer ${adaToken}`,
    'content-type': 'application/json',
  });
});

test('an idempotency key goes along as a header, and a batch has one result for each event', async () => {
  answers['POST /plugins/appmixer/utils/appevents/events/ping'] = { body: { triggers: [] } };
  const results = [{ triggers: [] }, { error: { statusCode: 400, code: 'INVALID_EVENT_NAME' } }];
  answers['POST /plugins/appmixer/utils/appevents/batch'] = { body: { results } };
  const { api } = signedIn();
  await api.sendAppEvent('ping', { n: 1 }, { idempotencyKey: 'ping-1' });
  expect(server.received[0]?.headers['idempotency-key']).toBe('ping-1');
  const events = [{ event: 'ping', data: { n: 2 }, id: 'ping-2' }, { event: '' }];
  expect(await api.sendAppEvents(events)).toEqual(results);
  expect(calls().at(-1)?.[1]).toEqual({ events });
});

test('flows are created, read, listed, counted, changed, started, stopped, cloned and deleted', async () => {
  answers = {
    'POST /flows': { body: { flowId: 'f1' } },
    'GET /flows/f1': { body: { flowId: 'f1', name: 'One' } },
    'GET /flows': { body: [{ flowId: 'f1' }] },
    'GET /flows/count': { body: { count: 7 } },
    'PUT /flows/f1': { body: { flowId: 'f1', result: 'updated', revision: 2 } },
    'POST /flows/f1/coordinator': { body: { flowId: 'f1', ticket: 't' } },
    'POST /flows/f1/clone': { body: { cloneId: 'f2' } },
    'DELETE /flows/f1': { body: { flowId: 'f1' } },
    'GET /user': { body: { id: 'u-ada' } },
  };
  const { api } = signedIn();
  expect(await api.createFlow('One', {}, { customFields: { tag: 'x' } })).toBe('f1');
  expect(await api.createFlow('Two')).toBe('f1');
  expect(await api.getFlow('f1')).toEqual({ flowId: 'f1', name: 'One' });
  const filter = ['type:integration-template', 'customFields.tag:a b'];
  expect(await api.getFlows({ filter, limit: 5 })).toEqual([{ flowId: 'f1' }]);
  expect(await api.getFlowsCount({ filter: 'type:automation' })).toBe(7);
  expect(await api.updateFlow('f1', { templateId: 't1' })).toMatchObject({ result: 'updated' });
  await api.updateFlow('f1', { name: 'New' }, { forceUpdate: true });
  await api.startFlow('f1');
  await api.stopFlow('f1');
  const additional = { type: 'integration-instance' as const };
  expect(await api.cloneFlow('f1', { isTemplateInstance: true, additional })).toBe('f2');
  await api.deleteFlow('f1');
  expect(await api.getUser()).toEqual({ id: 'u-ada' });
  expect(calls()).toEqual([
    ['POST /flows', { customFields: { tag: 'x' }, name: 'One', flow: {} }],
    ['POST /flows', { name: 'Two', flow: {} }],
    ['GET /flows/f1'],
    ['GET /flows?filter=type%3Aintegration-template&filter=customFields.tag%3Aa+b&limit=5'],
    ['GET /flows/count?filter=type%3Aautomation'],
    ['PUT /flows/f1', { templateId: 't1' }],
    ['PUT /flows/f1?forceUpdate=true', { name: 'New' }],
    ['POST /flows/f1/coordinator', { command: 'start' }],
    ['POST /flows/f1/coordinator', { command: 'stop' }],
    ['POST /flows/f1/clone', { isTemplateInstance: true, additional }],
    ['DELETE /flows/f1'],
    ['GET /user'],
  ]);
});

test('an id may be an object whose text is the id, and is encoded', async () => {
  answers['POST /flows/f%2F1/coordinator'] = { body: {} };
  await signedIn().api.startFlow({ data: {}, next: () => {}, toString: () => 'f/1' } as {
    toString(): string;
  });
  expect(calls()).toEqual([['POST /flows/f%2F1/coordinator', { command: 'start' }]]);
});

test('a refused call fails with the response and the words of the server', async () => {
  const body = { statusCode: 403, error: 'Forbidden', message: 'Wrong username or password.' };
  answers = { 'POST /user/auth': { status: 403, body }, 'GET /flows': { status: 502, text: '<html>' } };
  const { api } = signedIn();
  const refused = await api.authenticateUser('ada', 'x').catch((error: unknown) => error as AppmixerError);
  expect(refused).toBeInstanceOf(AppmixerError);
  expect(refused).toMatchObject({ message: body.message, response: { status: 403, data: body } });
  await expect(api.getFlows()).rejects.toMatchObject({
    message: 'Request failed with status code 502',
    response: { status: 502, data: '<html>' },
  });
});

test('a server that is not there fails without a response', async () => {
  const gone = await startReceiver();
  await gone[Symbol.asyncDispose]();
  const error: unknown = await new Appmixer({ baseUrl: gone.url }).api
    .getUser()
    .catch((cause: unknown) => cause);
  expect(error).toMatchObject({ message: 'Network Error', response: undefined });
  expect((error as Error).cause).toBeInstanceOf(Error);
});

test('a page replaces and adds methods, which call on with _request and get', async () => {
  answers = { 'GET /custom': { body: { mine: true } }, 'GET /flows': { body: [{ flowId: 'f1' }] } };
  const appmixer = new Appmixer({
    baseUrl: server.url,
    accessToken: adaToken,
    api: {
      getFlows(query: object) {
        return this._request({ url: `${String(this.get('baseUrl'))}/flows`, params: { ...query, own: 1 } });
      },
    },
  });
  const api = appmixer.api as typeof appmixer.api & { custom(): Promise<unknown> };
  expect(await api.getFlows({ limit: 1 })).toEqual([{ flowId: 'f1' }]);
  appmixer.set('api', {
    custom() {
      return (this as unknown as Appmixer['api'])._request({ url: 'custom' });
    },
  });
  expect(await api.custom()).toEqual({ mine: true });
  expect(calls()).toEqual([['GET /flows?limit=1&own=1'], ['GET /custom']]);
  expect(server.received[0]?.headers.authorization).toBe(`Bearer ${adaToken}`);
});

test('the access token goes to no other server', async () => {
  await using other = await startReceiver((_request, response) => response.end('ok'));
  expect(await signedIn().api._request({ url: `${other.url}/x` })).toBe('ok');
  expect(other.received[0]?.headers.authorization).toBeUndefined();
});

test('set tells those who listen, off ends it', () => {
  const appmixer = new Appmixer();
  const seen: unknown[] = [];
  const all = (change: unknown) => seen.push(change);
  appmixer.on('change', all).on('change:lang', (value) => seen.push(value));
  appmixer.set('lang', 'cs');
  expect(appmixer.api.get('lang')).toBe('cs');
  appmixer.off('change', all);
  appmixer.api.set('lang', 'en');
  appmixer.off('change:lang').set('lang', 'de');
  expect(seen).toEqual([{ key: 'lang', value: 'cs' }, 'cs', 'en']);
});
