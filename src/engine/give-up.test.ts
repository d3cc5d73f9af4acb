import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { ComponentContext } from '../connectors/component.ts';
import { discardUnprocessed, listUnprocessed } from '../store/unprocessed.ts';
import { useDatabase } from '../store/testing/database.ts';
import { behavioursWith, types } from './testing/catalogue.ts';
import { bringForward, endOf, stepsOf, until, useEngine } from './testing/engine.ts';
import { startWorkerProcess } from './testing/start-worker-process.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

const flow = (event: string, orderBy?: string[]): Record<string, TestNode> => ({
  t: { type: 'onEvent', properties: { event, ...(orderBy ? { orderBy } : {}) } },
  s: { type: 'set', from: [['t', 'out']], lambda: { how: '{{{$.t.out.data.how}}}' } },
  a: { type: 'act', from: [['s', 'out']], lambda: { how: '{{{$.s.out.how}}}' } },
});

async function messagesOf(userId: string) {
  return listUnprocessed(database().pool, { userId }, { limit: 100, offset: 0 });
}

/** As if the job had been taken so often before, and its worker had died each time. */
async function takenBefore(attempts: number): Promise<void> {
  await database().pool.query('update graphile_worker._private_jobs set attempts = $1', [attempts]);
}

test('a run that kills its worker again and again is given up, and none that was beside it', async () => {
  const engine = await useEngine(database(), { act: (context) => context.sendJson({}, 'out') });
  await engine.startNew(flow('e'));
  const [deadly] = await engine.send('e', { how: 'die' });
  const beside = (await Promise.all([1, 2, 3, 4].map((n) => engine.send('e', { how: n })))).flat();
  await takenBefore(3);
  for (let life = 1; life <= 3; life += 1) {
    const child = await startWorkerProcess(database());
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  }
  await engine.start();
  for (const runId of beside) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(await endOf(database(), deadly!)).toMatchObject({
    status: 'failed',
    error: { code: 'RUN_GIVEN_UP', message: expect.stringContaining('3 times in a row') as string },
  });
  expect(await messagesOf(engine.userId)).toMatchObject([{ runId: deadly }]);

  // Here it is not deadly: tried again, it goes its way, and nothing is left of its having been given up.
  await engine.retryUnprocessed({ userId: engine.userId }, 'step');
  expect(await endOf(database(), deadly!)).toMatchObject({ status: 'completed', error: null });
  expect((await stepsOf(database(), deadly!)).map(({ component_id: id, status }) => [id, status])).toEqual([
    ['t', 'completed'],
    ['s', 'completed'],
    ['a', 'completed'],
  ]);
});

test('a run that is given up in its middle is left behind its last step', async () => {
  let calls = 0;
  const engine = await useEngine(database(), {
    act: async (context) => {
      calls += 1;
      await context.setTimeout({}, 3_600_000);
    },
  });
  await engine.start();
  await engine.startNew(flow('middle'));
  const [runId] = await engine.send('middle', { how: 1 });
  await until(async () => (await stepsOf(database(), runId!)).length === 3);
  await database().pool.query('update runs set turns = 3 where id = $1', [runId]);
  await until(async () => {
    const { rowCount } = await database().pool.query(
      `update graphile_worker._private_jobs set attempts = 3, run_at = now() where key = $1 and locked_at is null`,
      [runId],
    );
    return rowCount === 1;
  });
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
  const [message] = await messagesOf(engine.userId);
  expect(message).toMatchObject({ runId, componentId: 'a', stepNo: 4 });
  await engine.retryUnprocessed({ userId: engine.userId }, 'step');
  // It waits on, and nothing of it is done again.
  await until(async () => (await stepsOf(database(), runId!)).length === 3);
  expect(calls).toBe(1);
  await engine.cancelRun({ runId: runId!, userId: engine.userId });
});

test('a run whose version cannot be read fails at once, is told of, and holds up nobody of its key', async () => {
  const done: unknown[] = [];
  const engine = await useEngine(database(), {
    concurrency: 1,
    act: async (context) => void done.push(context.messages['in']?.content['how']),
  });
  const flowId = await engine.startNew(flow('unreadable', ['key']));
  const [lost] = await engine.send('unreadable', { key: 'k', how: 1 });
  await database().pool.query(`update flow_versions set descriptor = 'null' where flow_id = $1`, [flowId]);
  await engine.restartFlow(flowId, engine.userId);
  const [next] = await engine.send('unreadable', { key: 'k', how: 2 });
  await engine.start();
  expect(await endOf(database(), lost!)).toMatchObject({ status: 'failed', error: { code: 'RUN_GIVEN_UP' } });
  expect(await endOf(database(), next!)).toMatchObject({ status: 'completed' });
  expect(await stepsOf(database(), lost!)).toMatchObject([{ component_id: 't', status: 'failed' }]);

  await engine.retryUnprocessed({ userId: engine.userId }, 'trigger');
  await until(async () => done.length === 2);
  expect(done).toEqual([2, 1]);
  expect(await messagesOf(engine.userId)).toEqual([]);
});

test('what the engine cannot go on with leaves a message, which can be discarded', async () => {
  const poisoned = {
    receive: (context: ComponentContext) => context.sendJson({}, 'out'),
    get pure(): boolean {
      throw new Error('poison');
    },
  };
  const engine = await useEngine(database(), {
    behaviours: { ...behavioursWith(), [types.act]: poisoned },
  });
  await engine.startNew(flow('poisoned'));
  await engine.start();
  const [runId] = await engine.send('poisoned', {});
  expect(await endOf(database(), runId!)).toMatchObject({
    status: 'failed',
    error: { message: expect.stringContaining('poison') as string },
  });
  expect(await discardUnprocessed(database().pool, { userId: engine.userId }, new Date())).toBe(1);
});

test('a run whose job is used up, or gone, goes on when a worker looks for such', async () => {
  const engine = await useEngine(database(), { act: (context) => context.sendJson({}, 'out') });
  await engine.startNew(flow('lost'));
  const [usedUp] = await engine.send('lost', { how: 1 });
  const [gone] = await engine.send('lost', { how: 2 });
  const { pool } = database();
  await pool.query('update graphile_worker._private_jobs set attempts = max_attempts where key = $1', [
    usedUp,
  ]);
  await pool.query('delete from graphile_worker._private_jobs where key = $1', [gone]);
  await engine.start();
  expect(await endOf(database(), usedUp!)).toMatchObject({ status: 'completed' });
  expect(await endOf(database(), gone!)).toMatchObject({ status: 'completed' });
});

test('a run that has a step to show for its turn is not to blame for what happens then', async () => {
  let calls = 0;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const engine = await useEngine(database(), {
    act: async (context) => {
      calls += 1;
      if (calls === 2) await held;
      await context.sendJson({}, 'out');
    },
  });
  await engine.startNew({ ...flow('slow'), b: { type: 'act', from: [['a', 'out']] } });
  const [runId] = await engine.send('slow', {});
  await takenBefore(3);
  const turns = async () => {
    const query = database().db.selectFrom('runs').select('turns').where('id', '=', runId!);
    return (await query.executeTakeFirstOrThrow()).turns;
  };
  await database().pool.query('update runs set turns = 2 where id = $1', [runId]);
  await engine.start();
  await until(async () => calls === 2);
  expect(await turns()).toBe(0);
  release();
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
});

test('suspects have their turns one after another, and most wait for that in the queue', async () => {
  let atWork = 0;
  let most = 0;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const engine = await useEngine(database(), {
    act: async () => {
      most = Math.max(most, ++atWork);
      await held;
      atWork -= 1;
    },
  });
  await engine.startNew(flow('line'));
  const runIds = (await Promise.all(Array.from({ length: 9 }, (_, n) => engine.send('line', n)))).flat();
  await takenBefore(3);
  await engine.start();
  const { pool } = database();
  await until(async () => {
    const { rowCount } = await pool.query(
      `select from graphile_worker._private_jobs
       where locked_at is null and run_at > now() and (payload ->> 'suspected')::boolean`,
    );
    return (rowCount ?? 0) >= 4;
  });
  release();
  await until(async () => {
    await bringForward(database());
    const { rowCount } = await pool.query('select from runs where id = any($1) and finished_at is not null', [
      runIds,
    ]);
    return rowCount === runIds.length;
  });
  expect(most).toBe(1);
});
