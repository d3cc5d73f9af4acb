import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { noMetrics } from './metrics.ts';
import { endOf, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();
const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const act: TestNode = { type: 'act', from: [['t', 'out']], errorHandling: { autoRetry: false } };

/** An engine, and how many runs it told of: begun but by events, and ended by status. */
async function useCounted(options: Parameters<typeof useEngine>[1] = {}) {
  const runs = { began: 0, completed: 0, failed: 0, cancelled: 0 };
  const engine = await useEngine(database(), {
    ...options,
    metrics: {
      ...noMetrics,
      runsBegan: (count) => void (runs.began += count),
      runsEnded: (status, count) => void (runs[status] += count),
    },
  });
  const runIds = async () =>
    (await database().db.selectFrom('runs').select('id').where('user_id', '=', engine.userId).execute()).map(
      (run) => run.id,
    );
  return { engine, runs, runIds };
}

test('cancelled runs are counted once: by their user, and with their flow', async () => {
  const { engine, runs } = await useCounted();
  const flowId = await engine.startNew({ t: trigger, a: act });
  const [first] = await engine.send('e', {});
  await engine.send('e', {});
  await engine.send('e', {});
  const cancel = () => engine.cancelRun({ runId: first!, userId: engine.userId });
  expect([await cancel(), await cancel()]).toEqual([true, false]);
  expect(runs).toMatchObject({ cancelled: 1 });
  await engine.stopFlow(flowId, engine.userId);
  await engine.stopFlow(flowId, engine.userId);
  expect(runs).toEqual({ began: 0, completed: 0, failed: 0, cancelled: 3 });
});

test('a run that was cancelled before it came to its end is not counted as completed', async () => {
  const holding = Promise.withResolvers<void>();
  let began = false;
  const { engine, runs } = await useCounted({
    act: async () => {
      began = true;
      await holding.promise;
    },
  });
  await engine.start();
  await engine.startNew({ t: trigger, a: act });
  const [runId] = await engine.send('e', {});
  await until(async () => began);
  // As the news of it comes later than the end.
  await database().pool.query(`update runs set status = 'cancelled', finished_at = now() where id = $1`, [
    runId,
  ]);
  holding.resolve();
  await until(async () => (await stepsOf(database(), runId!)).length === 2);
  await engine.stop();
  expect(runs).toEqual({ began: 0, completed: 0, failed: 0, cancelled: 0 });
});

test('runs that no event started are counted as they begin: by a start, the clock, a failure, a retry, a test', async () => {
  let isDown = true;
  const { engine, runs, runIds } = await useCounted({
    act: async () => {
      if (isDown) throw new Error('down');
    },
  });
  await engine.start();
  const allEnded = async () => {
    for (const id of await runIds()) await endOf(database(), id);
  };
  const flowId = await engine.startNew({
    t: { type: 'onStart' },
    a: act,
    told: { type: 'onError' },
    heard: { type: 'set', from: [['told', 'out']] },
  });
  await until(async () => (await runIds()).length === 2);
  await allEnded();
  await until(async () => runs.completed === 1 && runs.failed === 1);
  expect(runs.began).toBe(2);

  isDown = false;
  const filter = { userId: engine.userId };
  await engine.retryUnprocessed(filter, 'step');
  expect(runs.began).toBe(3);
  await allEnded();
  await until(async () => runs.completed === 2);

  await engine.startNew({ t: { type: 'timer', properties: { interval: 60, immediate: true } } });
  await until(async () => (await runIds()).length === 3);
  await until(async () => runs.completed === 3);
  expect(runs.began).toBe(4);

  const flow = await database()
    .db.selectFrom('flows')
    .selectAll()
    .where('id', '=', flowId)
    .executeTakeFirstOrThrow();
  await engine.testFlow({
    flow: {
      id: flowId,
      userId: engine.userId,
      name: flow.name,
      descriptor: flow.descriptor,
      customFields: {},
    },
    componentId: 't',
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    observer: {
      runBegan: () => Promise.resolve(),
      stepBegan: () => Promise.resolve(),
      stepEnded: () => Promise.resolve(),
    },
  });
  expect(runs).toEqual({ began: 5, completed: 4, failed: 1, cancelled: 0 });
});
