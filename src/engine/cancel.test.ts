import { expect, test } from 'vitest';
import { cancelRun } from '../store/cancelled-runs.ts';
import { useDatabase } from '../store/testing/database.ts';
import type { EngineOptions } from './engine.ts';
import { endOf, engineConnections, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();
const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const acting = (rest: Partial<TestNode> = {}): TestNode => ({ type: 'act', from: [['t', 'out']], ...rest });

/** Steps that hang until they are aborted. */
async function useHanging(options: Partial<EngineOptions> = {}) {
  const began: string[] = [];
  const aborted: string[] = [];
  const engine = await useEngine(database(), {
    ...options,
    act: async (context) => {
      began.push(context.componentId);
      await new Promise((_resolve, reject) => {
        context.signal.addEventListener('abort', () => {
          aborted.push(context.componentId);
          reject(context.signal.reason as Error);
        });
      });
    },
  });
  const cancel = (runId: string) => engine.cancelRun({ runId, userId: engine.userId });
  return { engine, began, aborted, cancel };
}

const jobsOf = async (runId: string) =>
  (await database().pool.query('select from graphile_worker.jobs where key = $1', [runId])).rowCount;

test('a step at work is aborted, whichever process works on it, and nothing more starts', async () => {
  const { engine, began, aborted } = await useHanging();
  await engine.start();
  await engine.startNew({ t: trigger, a: acting({ lambda: { n: 1 } }), b: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => began.length === 1);
  const elsewhere = await useEngine(database());
  expect(await elsewhere.cancelRun({ runId: runId!, userId: elsewhere.userId })).toBe(false);
  expect(await elsewhere.cancelRun({ runId: runId!, userId: engine.userId })).toBe(true);
  await until(async () => aborted.length === 1);
  expect(await statusOf(database(), runId!)).toBe('cancelled');
  await until(async () => (await jobsOf(runId!)) === 0);
  expect(began).toEqual(['a']);
  const steps = await until(async () => {
    const written = await stepsOf(database(), runId!);
    return written.length > 0 && written;
  });
  expect(steps).toMatchObject([
    { component_id: 't', status: 'completed' },
    {
      component_id: 'a',
      status: 'cancelled',
      attempts: 1,
      input: { n: 1 },
      error: { code: 'CANCELLED_AT_WORK', message: expect.stringContaining('may have happened') as string },
      finished_at: expect.any(Date),
    },
  ]);
  expect(await engine.cancelRun({ runId: runId!, userId: engine.userId })).toBe(false);
});

test('a run that has not begun, or waits for a retry, does not go on', async () => {
  const { engine, cancel } = await useHanging();
  await engine.startNew({ t: trigger, a: acting() });
  const [queued] = await engine.send('e', {});
  expect(await cancel(queued!)).toBe(true);
  expect(await jobsOf(queued!)).toBe(0);

  const retrying = await useEngine(database(), {
    retryBaseMs: 60_000,
    act: async () => {
      throw new Error('down');
    },
  });
  await retrying.start();
  await retrying.startNew({ t: trigger, a: acting() });
  const [waiting] = await retrying.send('e', {});
  await until(async () => (await stepsOf(database(), waiting!)).some((step) => step.status === 'running'));
  expect(await retrying.cancelRun({ runId: waiting!, userId: retrying.userId })).toBe(true);
  expect(await endOf(database(), waiting!)).toMatchObject({ status: 'cancelled' });
  expect((await stepsOf(database(), waiting!))[1]).toMatchObject({
    component_id: 'a',
    status: 'cancelled',
    error: { message: 'down' },
    finished_at: expect.any(Date),
  });
  expect(await jobsOf(waiting!)).toBe(0);
});

test('a step that failed just as its run was cancelled does not wait for ever', async () => {
  const holding = Promise.withResolvers<void>();
  let began = false;
  const engine = await useEngine(database(), {
    act: async () => {
      began = true;
      await holding.promise;
      throw new Error('down');
    },
  });
  await engine.start();
  await engine.startNew({ t: trigger, a: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => began);
  // As the news of it comes later than the failure.
  await database().pool.query(`update runs set status = 'cancelled', finished_at = now() where id = $1`, [
    runId,
  ]);
  holding.resolve();
  const step = await until(async () => (await stepsOf(database(), runId!))[1]);
  expect(step).toMatchObject({ component_id: 'a', status: 'cancelled', error: { message: 'down' } });
});

test('a process that stops hands its step back without a word: it goes on elsewhere', async () => {
  const { engine, began } = await useHanging({ stopGraceMs: 1 });
  await engine.start();
  await engine.startNew({ t: trigger, a: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => began.length === 1);
  await engine.stop();
  expect(await stepsOf(database(), runId!)).toMatchObject([{ component_id: 't' }]);
  // The workers of other tests are not to go on with it.
  await cancelRun(database().pool, { runId: runId!, userId: engine.userId }, new Date());
});

test('what another process did meanwhile is not said to be cut off, and nothing comes back to a run that is over', async () => {
  const { engine, began } = await useHanging({ stopGraceMs: 1 });
  await engine.start();
  await engine.startNew({ t: trigger, a: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => began.length === 1);
  // As one does that took this process for dead.
  await database().pool.query(
    `with done as (update runs set status = 'completed', finished_at = now() where id = $1 returning id)
     insert into steps (run_id, step_no, path, component_id, status, started_at, finished_at)
     select id, 2, 'done elsewhere', 'a', 'completed', now(), now() from done`,
    [runId],
  );
  await engine.stop();
  expect((await stepsOf(database(), runId!))[1]).toMatchObject({ component_id: 'a', status: 'completed' });
  expect(await jobsOf(runId!)).toBe(0);
});

test('a worker that heard nothing of it, its connection being away, looks for it', async () => {
  const { engine, began, aborted, cancel } = await useHanging();
  await engine.start();
  await engine.startNew({ t: trigger, a: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => began.length === 1);
  await database().pool.query(
    `with cancelled as (
       select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = $1 and datname = current_database() and query like 'listen tributary_cancels%'
     )
     update runs set status = 'cancelled', finished_at = now() where id = $2 and exists (select from cancelled)`,
    [engineConnections, runId],
  );
  await until(async () => aborted.length === 1);
  expect(await cancel(runId!)).toBe(false);
});

test('the caller who waits for the answer of a cancelled run gets none, at once', async () => {
  const { engine, began, cancel } = await useHanging();
  await engine.start();
  const flowId = await engine.startNew({
    t: { type: 'hook', properties: { wait: true } },
    a: acting(),
  });
  const call = await engine.acceptWebhook({
    flowId,
    componentId: 't',
    request: { method: 'POST', hostname: 'localhost', headers: {}, query: {}, data: {} },
  });
  if (call.kind !== 'waiting') throw new Error('The call does not wait.');
  await until(async () => began.length === 1);
  await cancel(call.runId);
  expect(await call.response).toBeUndefined();
});
