import { expect, onTestFinished, test } from 'vitest';
import { finishRuns } from '../store/runs.ts';
import { useDatabase } from '../store/testing/database.ts';
import { statusOf, until, untilBlocked, useEngine } from './testing/engine.ts';
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
