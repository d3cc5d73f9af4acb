import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TestEvent } from '../contract/test-run.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const post = 'appmixer.utils.http.Post';

async function tested(user: ApiClient, flowId: string, body: object = {}): Promise<TestEvent[]> {
  const answer = await user.post(`/flows/${flowId}/test`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as TestEvent[];
}

/** A trigger and an HTTP Post to a server that never answers; `called` resolves at the call. */
async function waitingFlow(user: ApiClient) {
  const { promise: called, resolve: arrived } = Promise.withResolvers<void>();
  const outside = createServer(() => arrived());
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    outside.closeAllConnections();
    outside.close();
  });
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const flow = {
    t1: eventFlow('e')['t1']!,
    p1: {
      type: post,
      x: 300,
      y: 0,
      source: { in: { t1: ['out'] } },
      config: { transform: { in: { t1: { out: { lambda: { url, bodyType: 'raw' } } } } } },
    },
  };
  return { flowId: await createFlow(user, { flow }), called };
}

const dataOfPast = async (client: ApiClient, query: string) =>
  ((await client.get(`/events?name=order%20created${query}`)).body as { data: unknown }[]).map(
    ({ data }) => data,
  );

const statusOf = async (user: ApiClient, runId: string) =>
  ((await user.get(`/runs/${runId}`)).body as { status: string }).status;

describe('a test run', () => {
  test('uses the example, and tells each step with its output', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'Tried', flow: eventFlow('e') });
    const events = await tested(user, flowId);
    expect(events.map(({ event }) => event)).toEqual([
      'test:start',
      'component:start',
      'component:output',
      'component:step',
      'component:start',
      'component:output',
      'component:step',
      'test:done',
    ]);
    expect(events[2]!.data).toEqual({ componentId: 't1', port: 'out', data: { data: { no: 'A1' } } });
    expect(events[6]!.data).toMatchObject({ label: 'Set Variable', outputs: [{ content: { n: 'A1' } }] });
    const { status, runId } = events.at(-1)!.data as { status: string; runId: string };
    expect(status).toBe('completed');
    expect((await user.get(`/runs?flowId=${flowId}`)).body).toMatchObject([
      { runId, kind: 'test', status: 'completed', eventName: null, stepCount: 2 },
    ]);
  });

  test('takes other data, null included', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('e') });
    const outputOf = async (payload: unknown) =>
      (await tested(user, flowId, { payload })).find(({ event }) => event === 'component:output')!.data;
    expect(await outputOf({ no: 9 })).toMatchObject({ data: { data: { no: 9 } } });
    expect(await outputOf(null)).toMatchObject({ data: { data: null } });
  });

  test('of one component takes its inputs', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('e') });
    const inputData = { variables: { ADD: [{ name: 'n', type: 'number', number: 5 }] } };
    const events = await tested(user, flowId, { componentId: 'a1', inputData });
    expect(events.filter(({ event }) => event === 'component:step')).toMatchObject([
      { data: { componentId: 'a1', input: inputData, outputs: [{ content: { n: 5 } }] } },
    ]);
  });

  test('with problems says which, and there is no run', async () => {
    const user = await server().user();
    const flow = eventFlow('');
    const flowId = await createFlow(user, { flow });
    expect(await tested(user, flowId)).toMatchObject([
      {
        event: 'test:error',
        data: {
          message: expect.stringMatching(/^On App Event: /),
          problems: [{ componentId: 't1', keyword: 'required' }],
        },
      },
    ]);
    expect((await user.get(`/runs?flowId=${flowId}`)).body).toEqual([]);
  });

  test('streams to who asks for it, from any origin', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('e') });
    const response = await fetch(`${server().address}/flows/${flowId}/test`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${user.token}`,
        accept: 'text/event-stream',
        origin: 'https://app.example.com',
      },
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const text = await response.text();
    expect(text).toContain('event: component:output\ndata: {"componentId":"t1","port":"out","data":{"data":');
    expect(text).toMatch(/event: test:done\ndata: \{"status":"completed","runId":"[0-9a-f-]+"\}\n\n$/);
  });

  test('is cancelled when the client goes away', async () => {
    const user = await server().user();
    const { flowId, called } = await waitingFlow(user);
    const leaving = new AbortController();
    const response = await fetch(`${server().address}/flows/${flowId}/test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}`, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    await called;
    leaving.abort();
    await expect(response.text()).rejects.toThrow('aborted');
    const [run] = (await user.get(`/runs?flowId=${flowId}`)).body as { runId: string }[];
    await expect.poll(() => statusOf(user, run!.runId)).toBe('cancelled');
  });

  test('says that its time was up', async () => {
    const user = await server().user();
    const { flowId } = await waitingFlow(user);
    const events = await tested(user, flowId, { options: { timeout: 200 } });
    expect(events.at(-1)).toMatchObject({
      event: 'test:error',
      data: { message: 'The test took longer than 0.2 s and was cancelled.' },
    });
  });

  test('is one of five at the same time at most', async () => {
    const user = await server().user();
    const { flowId } = await waitingFlow(user);
    const call = () => user.post(`/flows/${flowId}/test`, { options: { timeout: 1_000 } });
    const answers = await Promise.all(Array.from({ length: 6 }, call));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await call()).status).toBe(200);
  });

  test('is for the owner of the flow alone', async () => {
    const author = await server().user();
    const other = await server().user();
    const flowId = await createFlow(author, {
      type: 'integration-template',
      flow: eventFlow('e'),
      sharedWith: [{ scope: 'user', permissions: ['read', 'start', 'stop'] }],
    });
    expect((await other.post(`/flows/${flowId}/test`, {})).status).toBe(403);
    const own = await createFlow(author, { flow: eventFlow('e') });
    expect((await other.post(`/flows/${own}/test`, {})).status).toBe(404);
    expect((await server().stranger.post(`/flows/${own}/test`, {})).status).toBe(401);
  });

  test.each([
    { options: { timeout: 300_001 } },
    { options: { timeout: 0 } },
    { options: [] },
    { componentId: 5 },
    { inputData: [] },
  ])('is refused when malformed: %j', async (body) => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('e') });
    const answer = await user.post(`/flows/${flowId}/test`, body);
    expect(answer.body).toMatchObject({ statusCode: 400, code: 'BAD_REQUEST' });
  });
});

describe('events of a name', () => {
  test('are listed newest first with their data, to their user alone', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('order created') });
    await startFlow(user, flowId);
    const send = (name: string, data: unknown) =>
      user.post(`/plugins/appmixer/utils/appevents/events/${encodeURIComponent(name)}`, data);
    for (const no of [1, 2, 3]) await send('order created', { no });
    await send('other', { no: 4 });
    expect(await dataOfPast(user, '')).toEqual([{ no: 3 }, { no: 2 }, { no: 1 }]);
    expect(await dataOfPast(user, '&limit=1')).toEqual([{ no: 3 }]);
    expect(await dataOfPast(await server().user(), '')).toEqual([]);
    expect((await user.get('/events')).status).toBe(400);
    expect((await user.get('/events?name=x&limit=21')).status).toBe(400);
  });
});
