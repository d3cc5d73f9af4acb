import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, request, stepsOf, unknownId, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

const call = (flowId: string, componentId = 'h') => ({
  flowId,
  componentId,
  request: { ...request, method: 'PUT', query: { q: '1' }, data: { n: 1 } },
});

const answering: Record<string, TestNode> = {
  h: { type: 'hook', properties: { wait: true } },
  r: { type: 'reply', from: [['h', 'out']], lambda: { body: { got: '{{{$.h.out.data.n}}}' }, status: 201 } },
  again: { type: 'reply', from: [['h', 'out']], lambda: { body: 'second' } },
};

test('a call of a trigger by its URL is a run with the request', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const flowId = await engine.startNew({ h: { type: 'hook' }, a: { type: 'set', from: [['h', 'out']] } });
  const outcome = await engine.acceptWebhook(call(flowId));
  if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
  await endOf(database(), outcome.runId);
  const [trigger] = await stepsOf(database(), outcome.runId);
  expect(trigger?.outputs?.[0]?.content).toMatchObject({ method: 'PUT', query: { q: '1' }, data: { n: 1 } });
});

test('only a webhook trigger of a running flow is there to be called', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew({
    h: { type: 'hook' },
    e: { type: 'onEvent', properties: { event: 'x' } },
  });
  const kinds = async (...calls: Parameters<typeof call>[]) =>
    Promise.all(calls.map(async (one) => (await engine.acceptWebhook(call(...one))).kind));
  expect(await kinds([flowId], [flowId, 'e'], [flowId, 'none'], [flowId, '\0'])).toEqual([
    'accepted',
    'not-found',
    'not-found',
    'not-found',
  ]);
  expect(await kinds([unknownId()], ['no-uuid'])).toEqual(['not-found', 'not-found']);
  await engine.stopFlow(flowId, engine.userId);
  expect(await kinds([flowId])).toEqual(['not-found']);
});

test('a waiting caller gets the first answer, whichever process the run is at', async () => {
  const front = await useEngine(database());
  const worker = await useEngine(database());
  await worker.start();
  const flowId = await front.startNew(answering);
  const outcome = await front.acceptWebhook(call(flowId));
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
  expect(await outcome.response).toEqual({ statusCode: 201, headers: { 'x-test': 'yes' }, body: { got: 1 } });
  expect(await endOf(database(), outcome.runId)).toMatchObject({
    status: 'completed',
    response: { statusCode: 201 },
  });
});

test('a caller hears of a run that ends without an answer at once', async () => {
  const engine = await useEngine(database(), { responseTimeoutMs: 60_000 });
  await engine.start();
  const flowId = await engine.startNew({ h: { type: 'hook', properties: { wait: true } } });
  const outcome = await engine.acceptWebhook(call(flowId));
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
  expect(await outcome.response).toBeUndefined();
});

test('a caller waits for a limited time, and no longer than the process lives', async () => {
  const engine = await useEngine(database(), { responseTimeoutMs: 30 });
  const flowId = await engine.startNew(answering);
  const outcome = await engine.acceptWebhook(call(flowId));
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
  expect(await outcome.response).toBeUndefined();

  const patient = await useEngine(database(), { responseTimeoutMs: 60_000 });
  const other = await patient.acceptWebhook(call(flowId));
  if (other.kind !== 'waiting') throw new Error(other.kind);
  await patient.stop();
  expect(await other.response).toBeUndefined();
});

test('an answer is not missed when the listening connection breaks', async () => {
  const front = await useEngine(database(), { responseTimeoutMs: 60_000 });
  const flowId = await front.startNew(answering);
  const outcome = await front.acceptWebhook(call(flowId));
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
  await database().pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen trib%'`,
  );
  const worker = await useEngine(database());
  await worker.start();
  expect(await outcome.response).toMatchObject({ statusCode: 201 });
});
