import { expect, onTestFinished, test } from 'vitest';
import { finishRuns } from '../store/runs.ts';
import { useDatabase } from '../store/testing/database.ts';
import { countUnprocessed, listUnprocessed } from '../store/unprocessed.ts';
import { endOf, statusOf, stepsOf, until, untilBlocked, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();
const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };

const stageOf = async (flowId: string) =>
  (await database().db.selectFrom('flows').select('stage').where('id', '=', flowId).executeTakeFirstOrThrow())
    .stage;

test('a flow that a run was to stop stops, though the worker died between the two', async () => {
  const accepting = await useEngine(database());
  const flowId = await accepting.startNew({ t: trigger, a: { type: 'set', from: [['t', 'out']] } });
  const [runId] = await accepting.send('e', {});
  // What the worker wrote last.
  await finishRuns(
    database().pool,
    [{ runId: runId!, status: 'failed', error: '{"message":"down"}', stopsFlow: true }],
    new Date(),
  );
  expect(await stageOf(flowId)).toBe('running');
  const next = await useEngine(database());
  await next.start();
  await until(async () => (await stageOf(flowId)) === 'stopped');
});

test('who stops the flow and starts it again has dealt with that', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew({ t: trigger, a: { type: 'set', from: [['t', 'out']] } });
  const [runId] = await engine.send('e', {});
  await finishRuns(
    database().pool,
    [{ runId: runId!, status: 'failed', error: null, stopsFlow: true }],
    new Date(),
  );
  await engine.stopFlow(flowId, engine.userId);
  await engine.startFlow(flowId, engine.userId);
  await engine.start();
  const [other] = await engine.send('e', {});
  await until(async () => {
    const run = await database()
      .db.selectFrom('runs')
      .select('status')
      .where('id', '=', other!)
      .executeTakeFirst();
    return run?.status === 'completed';
  });
  expect(await stageOf(flowId)).toBe('running');
});

/** A flow with a step that waits for its next attempt, and one beside it that stops the flow. */
async function useWaiting(stops: TestNode) {
  const down = new Set(['a', 'b']);
  const engine = await useEngine(database(), {
    retryBaseMs: 60_000,
    act: async ({ componentId }) => {
      if (down.has(componentId)) throw new Error(`${componentId} is down`);
    },
  });
  await engine.start();
  const a: TestNode = { type: 'act', from: [['t', 'out']], lambda: { n: 1 } };
  const flowId = await engine.startNew({ t: trigger, a, b: stops });
  const [runId] = await engine.send('e', {});
  const run = await endOf(database(), runId!);
  await until(async () => (await stageOf(flowId)) === 'stopped');
  const filter = { userId: engine.userId };
  const undone = async () =>
    (await listUnprocessed(database().pool, filter, { limit: 9, offset: 0 })).map((one) => one.componentId);
  return { engine, down, flowId, run, filter, undone };
}

test('what waits for its next attempt when a run stops its flow is left undone, and can be tried again', async () => {
  const { engine, down, flowId, run, filter, undone } = await useWaiting({
    type: 'stopFlow',
    from: [['t', 'out']],
  });
  expect(run).toMatchObject({ status: 'failed', error: { message: 'a is down', componentId: 'a' } });
  expect(run.error).not.toHaveProperty('retryAt');
  expect(await stepsOf(database(), run.id)).toMatchObject([
    { component_id: 't' },
    { component_id: 'a', status: 'failed', finished_at: expect.any(Date) },
    { component_id: 'b', status: 'completed' },
  ]);
  expect(await undone()).toEqual(['a']);

  down.clear();
  await engine.startFlow(flowId, engine.userId);
  await engine.retryUnprocessed(filter, 'step');
  expect(await endOf(database(), run.id)).toMatchObject({ status: 'completed', error: null });
  expect(await stageOf(flowId)).toBe('running');
  expect(await countUnprocessed(database().pool, filter)).toBe(0);
});

test('a step that stops its flow as it fails loses no message of the steps beside it', async () => {
  const { run, undone } = await useWaiting({
    type: 'act',
    from: [['t', 'out']],
    errorHandling: { autoRetry: false, onError: 'stopFlow' },
  });
  expect(run).toMatchObject({ status: 'failed', error: { message: 'b is down' } });
  expect(await undone()).toEqual(['a', 'b']);
});

test('what waits for its next attempt is cancelled with its run when somebody stops the flow', async () => {
  const engine = await useEngine(database(), {
    retryBaseMs: 60_000,
    act: () => Promise.reject(new Error('later')),
  });
  await engine.start();
  const flowId = await engine.startNew({ t: trigger, a: { type: 'act', from: [['t', 'out']] } });
  const [runId] = await engine.send('e', {});
  await until(async () => (await stepsOf(database(), runId!)).length === 2);
  await engine.stopFlow(flowId, engine.userId);
  expect((await stepsOf(database(), runId!))[1]).toMatchObject({
    status: 'cancelled',
    error: { message: 'later' },
    finished_at: expect.any(Date),
  });
});

test('a flow stops although a run of it is held by who wants the flow', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew({ t: trigger });
  const [runId] = await engine.send('e', {});
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query(`set deadlock_timeout = '60s'`);
  await other.query('begin');
  await other.query('select from runs where id = $1 for update', [runId]);
  const stopped = engine.stopFlow(flowId, engine.userId);
  await untilBlocked(database());
  await other.query('select from flows where id = $1 for update', [flowId]);
  await other.query('commit');
  await stopped;
  expect(await stageOf(flowId)).toBe('stopped');
  expect(await statusOf(database(), runId!)).toBe('cancelled');
});
