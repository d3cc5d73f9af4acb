import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { countUnprocessed, discardUnprocessed, listUnprocessed } from '../store/unprocessed.ts';
import { descriptorOf, type TestNode } from './testing/flows.ts';
import { endOf, stepsOf, useEngine } from './testing/engine.ts';

const database = useDatabase();

const once = { autoRetry: false };
const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const acting = (rest: Partial<TestNode> = {}): TestNode => ({
  type: 'act',
  from: [['t', 'out']],
  errorHandling: once,
  ...rest,
});

/** An engine whose `act` fails where `bad` says so, and notes what it was called for. */
async function useFailing() {
  const bad = new Set<string>();
  const calls: string[] = [];
  const keys: string[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      calls.push(context.componentId);
      keys.push(context.idempotencyKey);
      if (bad.has(context.componentId)) throw new Error(`${context.componentId} is down`);
      await context.sendJson(context.messages['in']?.content ?? {}, 'out');
    },
  });
  await engine.start();
  const filter = { userId: engine.userId };
  const listed = () => listUnprocessed(database().pool, filter, { limit: 50, offset: 0 });
  return { engine, bad, calls, keys, filter, listed };
}

test('a message is tried again from the failed step: with its input and key, and what was done stays done', async () => {
  const { engine, bad, calls, keys, filter, listed } = await useFailing();
  await engine.startNew({
    t: trigger,
    first: acting({ lambda: { n: '{{{$.t.out.data.n}}}' } }),
    bad: acting({ from: [['first', 'out']], lambda: { n: '{{{$.first.out.n}}}' } }),
    last: acting({ from: [['bad', 'out']] }),
  });
  bad.add('bad');
  const [runId] = await engine.send('e', { n: 7 });
  await endOf(database(), runId!);
  expect(await listed()).toMatchObject([
    {
      runId,
      stepNo: 3,
      componentId: 'bad',
      input: { n: 7 },
      error: { message: 'bad is down' },
      eventName: 'e',
    },
  ]);

  bad.clear();
  const { runs, hindered } = await engine.retryUnprocessed(filter, 'step');
  expect([runs, hindered]).toEqual([[{ message: expect.objectContaining({ runId, stepNo: 3 }), runId }], []]);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', error: null });
  expect(calls).toEqual(['first', 'bad', 'bad', 'last']);
  expect(keys[1]).toBe(keys[2]);
  expect(await stepsOf(database(), runId!)).toMatchObject([
    { component_id: 't' },
    { component_id: 'first' },
    { component_id: 'bad', status: 'completed', attempts: 1, error: null },
    { component_id: 'last' },
  ]);
  expect(await countUnprocessed(database().pool, filter)).toBe(0);
});

test('a retried step has as many attempts as at first', async () => {
  const { engine, bad, calls, filter } = await useFailing();
  await engine.startNew({ t: trigger, bad: acting({ errorHandling: { maxRetries: 2 } }) });
  bad.add('bad');
  const [runId] = await engine.send('e', {});
  await endOf(database(), runId!);
  await engine.retryUnprocessed(filter, 'step');
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
  expect(calls).toHaveLength(6);
  expect(await countUnprocessed(database().pool, filter)).toBe(1);
});

test('each failed step of a run is a message of its own', async () => {
  const { engine, bad, calls, filter, listed } = await useFailing();
  const flowId = await engine.startNew({
    t: trigger,
    left: acting(),
    right: acting(),
  });
  bad.add('left').add('right');
  const [runId] = await engine.send('e', {});
  await endOf(database(), runId!);
  expect((await listed()).map((one) => one.componentId)).toEqual(['left', 'right']);
  bad.clear();
  await engine.retryUnprocessed({ ...filter, flowId, componentId: 'right' }, 'step');
  // The other one is still undone, and so the run has failed.
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed', error: { componentId: 'left' } });
  expect((await listed()).map((one) => one.componentId)).toEqual(['left']);
  expect(calls).toEqual(['left', 'right', 'right']);

  expect(await discardUnprocessed(database().pool, filter, new Date())).toBe(1);
  expect(await listed()).toEqual([]);
  expect((await engine.retryUnprocessed(filter, 'step')).runs).toEqual([]);
  expect((await stepsOf(database(), runId!))[1]).toMatchObject({ status: 'failed', resolution: 'discarded' });
});

test('from the trigger, the event runs again through the flow as it is now', async () => {
  const { engine, bad, calls, filter, listed } = await useFailing();
  const flowId = await engine.startNew({ t: trigger, old: acting(), other: acting() });
  bad.add('old').add('other');
  const [runId] = await engine.send('e', { n: 3 });
  await endOf(database(), runId!);
  await database()
    .db.updateTable('flows')
    .set({
      descriptor: JSON.stringify(
        descriptorOf({ t: trigger, new: acting({ lambda: { n: '{{{$.t.out.data.n}}}' } }) }),
      ),
    })
    .where('id', '=', flowId)
    .execute();
  await engine.restartFlow(flowId, engine.userId);

  const { runs } = await engine.retryUnprocessed({ ...filter, componentId: 'old' }, 'trigger');
  const again = runs[0]!.runId;
  expect(again).not.toBe(runId);
  expect(await endOf(database(), again)).toMatchObject({ status: 'completed', retry_of: runId });
  expect((await stepsOf(database(), again))[1]).toMatchObject({ component_id: 'new', input: { n: 3 } });
  expect(calls).toEqual(['old', 'other', 'new']);
  // Both messages of the old run are dealt with, and it stays as it was.
  expect(await listed()).toEqual([]);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
});

test('a run that began when its flow started can be tried again from there, too', async () => {
  const { engine, bad, filter } = await useFailing();
  bad.add('a');
  await engine.startNew({ t: { type: 'onStart' }, a: acting() });
  const { id } = await database()
    .db.selectFrom('runs')
    .select('id')
    .where('user_id', '=', engine.userId)
    .executeTakeFirstOrThrow();
  await endOf(database(), id);
  bad.clear();
  const { runs } = await engine.retryUnprocessed(filter, 'trigger');
  expect(await endOf(database(), runs[0]!.runId)).toMatchObject({ status: 'completed' });
});

test('nothing is tried again while its flow is stopped, nor what an event began that is gone', async () => {
  const { engine, bad, filter } = await useFailing();
  const flowId = await engine.startNew({ t: trigger, a: acting() });
  bad.add('a');
  const [runId] = await engine.send('e', {});
  await endOf(database(), runId!);
  await engine.stopFlow(flowId, engine.userId);
  expect(await engine.retryUnprocessed(filter, 'step')).toMatchObject({
    runs: [],
    hindered: [{ by: 'flow-stopped' }],
  });
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
  await engine.startFlow(flowId, engine.userId);
  await database().db.deleteFrom('events').where('user_id', '=', engine.userId).execute();
  expect(await engine.retryUnprocessed(filter, 'trigger')).toMatchObject({
    runs: [],
    hindered: [{ by: 'event-gone' }],
  });
  bad.clear();
  await engine.retryUnprocessed(filter, 'step');
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
});

test('two who try the same messages again at once do it once', async () => {
  const { engine, bad, calls, filter } = await useFailing();
  await engine.startNew({ t: trigger, a: acting() });
  bad.add('a');
  const runIds = (await Promise.all(Array.from({ length: 30 }, () => engine.send('e', {})))).flat();
  for (const runId of runIds) await endOf(database(), runId);
  bad.clear();
  const both = await Promise.all([
    engine.retryUnprocessed(filter, 'step'),
    engine.retryUnprocessed(filter, 'step'),
  ]);
  expect(both.flatMap((one) => one.runs)).toHaveLength(30);
  for (const runId of runIds) {
    expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  }
  expect(calls).toHaveLength(60);
});

test('an error that went to the error port leaves nothing undone, and neither does a test', async () => {
  const { engine, bad, filter } = await useFailing();
  await engine.startNew({
    t: trigger,
    a: acting({ errorHandling: { autoRetry: false, onError: 'errorPort' } }),
    b: acting({ from: [['a', 'error']] }),
  });
  bad.add('a');
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await countUnprocessed(database().pool, filter)).toBe(0);
});
