import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { until } from '../engine/testing/engine.ts';
import type { UnprocessedMessage } from '../contract/unprocessed.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, flowOf, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

/** Somewhere outside that fails, hangs or answers as it is told, and notes the keys it was called with. */
async function useOutside() {
  const keys: (string | undefined)[] = [];
  const outside = { answer: 500 as number | 'none', keys, url: '' };
  const http = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    if (outside.answer === 'none') return;
    response.statusCode = outside.answer;
    response.end('{}');
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  outside.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return outside;
}

/** On App Event → HTTP Post, which is tried once. */
async function postFlow(user: ApiClient, event: string, url: string): Promise<string> {
  const flow = {
    t1: eventFlow(event)['t1']!,
    p1: {
      type: 'appmixer.utils.http.Post',
      x: 300,
      y: 0,
      source: { in: { t1: ['out'] } },
      config: {
        transform: {
          in: { t1: { out: { lambda: { url, bodyType: 'raw', body: '{{{$.t1.out.data.no}}}' } } } },
        },
      },
      errorHandling: { autoRetry: false },
    },
  };
  const flowId = await createFlow(user, { name: 'Post', flow });
  await startFlow(user, flowId);
  return flowId;
}

const send = async (user: ApiClient, event: string, data: unknown) => {
  const { body } = await user.post(`/plugins/appmixer/utils/appevents/events/${event}`, data);
  return (body as { triggers: { correlationId: string }[] }).triggers[0]!.correlationId;
};

const ended = (user: ApiClient, runId: string) =>
  until(async () => {
    const run = (await user.get(`/runs/${runId}`)).body as { status: string; finishedAt: string | null };
    return run.finishedAt !== null && run;
  });

const listed = async (user: ApiClient, query = '') =>
  (await user.get(`/unprocessed-messages${query}`)).body as UnprocessedMessage[];

test('a failed message is listed, read, tried again by either address, and gone when it is done', async () => {
  const outside = await useOutside();
  const user = await server().user();
  const flowId = await postFlow(user, 'one', outside.url);
  const runId = await send(user, 'one', { no: 'A7' });
  expect(await ended(user, runId)).toMatchObject({ status: 'failed' });

  const [message] = await listed(user);
  expect(message).toMatchObject({
    messageId: `${runId}.2`,
    flowId,
    componentId: 'p1',
    runId,
    stepNo: 2,
    attempts: 1,
    flowName: 'Post',
    flowRuns: true,
    eventName: 'one',
    componentType: 'appmixer.utils.http.Post',
    err: { message: expect.stringContaining('500') },
    messages: {
      in: [
        {
          properties: {
            correlationId: runId,
            flowRunId: runId,
            flowId,
            messageId: `${runId}.2`,
            sender: { componentId: 't1', outputPort: 'out' },
            destination: { componentId: 'p1', inputPort: 'in' },
          },
          content: { body: 'A7' },
        },
      ],
    },
  });
  expect((await user.get(`/unprocessed-messages/${runId}.2`)).body).toMatchObject({
    messages: {
      in: [{ scope: { t1: { out: { data: { no: 'A7' } } } }, originalContent: { data: { no: 'A7' } } }],
    },
  });
  expect((await listed(user, '?messages=false'))[0]).not.toHaveProperty('messages');
  expect((await user.get(`/unprocessed-messages/count?flowId=${flowId}`)).body).toEqual({ count: 1 });

  // Still down: it fails again, and stays.
  expect((await user.post(`/unprocessed-messages/${runId}.2`)).body).toEqual({
    messageId: `${runId}.2`,
    runId,
  });
  await ended(user, runId);
  outside.answer = 200;
  expect((await user.post(`/unprocessed-messages/${runId}.2/retry`, {})).status).toBe(200);
  expect(await ended(user, runId)).toMatchObject({ status: 'completed' });
  expect(outside.keys).toHaveLength(3);
  expect(new Set(outside.keys).size).toBe(1);
  expect(await listed(user)).toEqual([]);
  expect((await user.post(`/unprocessed-messages/${runId}.2/retry`)).status).toBe(404);
});

test('from the trigger there is a new run that names the old one', async () => {
  const outside = await useOutside();
  const user = await server().user();
  await postFlow(user, 'two', outside.url);
  const runId = await send(user, 'two', {});
  await ended(user, runId);
  outside.answer = 200;
  const again = (await user.post(`/unprocessed-messages/${runId}.2/retry`, { from: 'trigger' })).body as {
    runId: string;
  };
  expect(again.runId).not.toBe(runId);
  expect(await ended(user, again.runId)).toMatchObject({ status: 'completed', retryOf: runId });
  expect((await user.get(`/runs/${runId}`)).body).toMatchObject({
    status: 'failed',
    steps: [{}, { resolution: 'restarted' }],
  });
  expect(await listed(user)).toEqual([]);
});

test('many are tried again or given up by a filter or by their ids', async () => {
  const outside = await useOutside();
  const user = await server().user();
  const flowIds = [await postFlow(user, 'many', outside.url), await postFlow(user, 'others', outside.url)];
  const runIds: string[] = [];
  for (const event of ['many', 'many', 'many', 'others']) runIds.push(await send(user, event, {}));
  for (const runId of runIds) await ended(user, runId);
  expect(await listed(user)).toHaveLength(4);
  expect(await listed(user, `?flowId=${flowIds[1]}`)).toHaveLength(1);
  expect(await listed(user, `?correlationId=${runIds[0]}`)).toHaveLength(1);
  expect(await listed(user, '?limit=2&offset=3')).toHaveLength(1);
  expect(await listed(user, '?componentId=t1')).toEqual([]);

  const { body: none } = await user.post('/unprocessed-messages/discard', { messageIds: [] });
  expect(none).toEqual({ discarded: 0 });
  const { body: one } = await user.post('/unprocessed-messages/discard', {
    messageIds: [`${runIds[0]}.2`, 'x'],
  });
  expect(one).toEqual({ discarded: 1 });
  outside.answer = 200;
  const { body } = await user.post('/unprocessed-messages/retry', { flowId: flowIds[0] });
  expect(body).toEqual({ retried: 2, left: 0 });
  for (const runId of runIds.slice(1, 3))
    expect(await ended(user, runId)).toMatchObject({ status: 'completed' });
  expect(await ended(user, runIds[0]!)).toMatchObject({ status: 'failed' });
  expect((await user.delete(`/unprocessed-messages/${runIds[3]}.2`)).body).toEqual({
    messageId: `${runIds[3]}.2`,
  });
  expect((await user.delete(`/unprocessed-messages/${runIds[3]}.2`)).status).toBe(404);
  expect(await listed(user)).toEqual([]);
});

test('a message is told from others by its owner, and its flow must run', async () => {
  const outside = await useOutside();
  const user = await server().user();
  const flowId = await postFlow(user, 'mine', outside.url);
  const runId = await send(user, 'mine', {});
  await ended(user, runId);
  const other = await server().user();
  expect(await listed(other)).toEqual([]);
  for (const call of [
    () => other.get(`/unprocessed-messages/${runId}.2`),
    () => other.post(`/unprocessed-messages/${runId}.2/retry`),
    () => other.delete(`/unprocessed-messages/${runId}.2`),
    () => user.get('/unprocessed-messages/nonsense'),
    () => user.get(`/unprocessed-messages/${runId}.1`),
  ]) {
    expect((await call()).status).toBe(404);
  }
  await user.post(`/flows/${flowId}/coordinator`, { command: 'stop' });
  const refused = await user.post(`/unprocessed-messages/${runId}.2/retry`);
  expect([refused.status, refused.body]).toMatchObject([409, { code: 'FLOW_STOPPED' }]);
  expect((await user.post('/unprocessed-messages/retry', {})).body).toEqual({ retried: 0, left: 1 });
});

test('a run that hangs is cancelled, once, and only by its owner', async () => {
  const outside = await useOutside();
  outside.answer = 'none';
  const user = await server().user();
  await postFlow(user, 'hang', outside.url);
  const runId = await send(user, 'hang', {});
  await until(async () => outside.keys.length === 1);
  expect((await (await server().user()).post(`/runs/${runId}/cancel`)).status).toBe(404);
  expect((await user.post(`/runs/${runId}/cancel`)).body).toEqual({ runId, status: 'cancelled' });
  expect(await ended(user, runId)).toMatchObject({ status: 'cancelled' });
  expect((await user.post(`/runs/${runId}/cancel`)).status).toBe(409);
  expect(await listed(user)).toEqual([]);
});

test('a flow says how many of its runs may be at work at once', async () => {
  const user = await server().user();
  const flowId = await createFlow(user, { flow: eventFlow('c'), concurrency: 2 });
  expect(await flowOf(user, flowId)).toMatchObject({ concurrency: 2 });
  await startFlow(user, flowId);
  const runIds = await Promise.all(Array.from({ length: 9 }, () => send(user, 'c', {})));
  for (const runId of runIds) expect(await ended(user, runId)).toMatchObject({ status: 'completed' });
  expect((await user.put(`/flows/${flowId}`, { concurrency: 0 })).status).toBe(400);
  expect((await user.put(`/flows/${flowId}`, { concurrency: null })).status).toBe(200);
  expect(await flowOf(user, flowId)).toMatchObject({ concurrency: null });
  const { body } = await user.post(`/flows/${flowId}/clone`, {});
  expect(await flowOf(user, (body as { cloneId: string }).cloneId)).toMatchObject({ concurrency: null });
});
