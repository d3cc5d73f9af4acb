import { CancelError } from '../connectors/component.ts';
import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { countUnprocessed } from '../store/unprocessed.ts';
import { endOf, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const acting = (rest: Partial<TestNode> = {}): TestNode => ({ type: 'act', from: [['t', 'out']], ...rest });

test('a failing step is tried again with the same inputs and key; what a failed attempt sent is gone', async () => {
  const attempts: { key: string; id: unknown }[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      attempts.push({ key: context.idempotencyKey, id: context.messages['in']?.content['id'] });
      await context.sendJson({ attempt: attempts.length }, 'out');
      if (attempts.length < 3) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger,
    a: acting({ lambda: { id: '{{{$.t.out.data.id}}}' } }),
    b: { type: 'set', from: [['a', 'out']], lambda: { attempt: '{{{$.a.out.attempt}}}' } },
  });
  const [runId] = await engine.send('e', { id: 5 });
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(attempts.map((attempt) => attempt.id)).toEqual([5, 5, 5]);
  expect(new Set(attempts.map((attempt) => attempt.key))).toEqual(new Set([`${runId}:a:1.0`]));
  expect(await stepsOf(database(), runId!)).toMatchObject([
    { component_id: 't' },
    {
      component_id: 'a',
      attempts: 3,
      status: 'completed',
      error: null,
      outputs: [{ content: { attempt: 3 } }],
    },
    { component_id: 'b', input: { attempt: 3 } },
  ]);
});

test('while one branch waits for its retry the others go on, and the run fails when it fails for good', async () => {
  const order: string[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      order.push(context.componentId);
      if (context.componentId === 'bad') throw new Error('always');
      await context.sendJson({}, 'out');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger,
    bad: acting({ errorHandling: { maxRetries: 2 } }),
    good: acting(),
    after: acting({ from: [['good', 'out']] }),
  });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({
    status: 'failed',
    error: { message: 'always', name: 'Error', componentId: 'bad', stepNo: 2 },
  });
  expect(order).toEqual(['bad', 'good', 'after', 'bad', 'bad']);
  const steps = await stepsOf(database(), runId!);
  expect(steps.map(({ component_id, attempts, status }) => [component_id, attempts, status])).toEqual([
    ['t', 1, 'completed'],
    ['bad', 3, 'failed'],
    ['good', 1, 'completed'],
    ['after', 1, 'completed'],
  ]);
});

test('CancelError and autoRetry: false are not tried again', async () => {
  const engine = await useEngine(database(), {
    act: async (context) => {
      if (context.componentId === 'cancel') throw new CancelError('no use');
      throw new Error('once');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger,
    cancel: acting(),
    once: acting({ errorHandling: { autoRetry: false } }),
  });
  const [runId] = await engine.send('e', {});
  await endOf(database(), runId!);
  expect(await stepsOf(database(), runId!)).toMatchObject([
    {},
    {
      component_id: 'cancel',
      attempts: 1,
      status: 'failed',
      error: { name: 'CancelError', message: 'no use' },
    },
    { component_id: 'once', attempts: 1, status: 'failed' },
  ]);
});

test('the error port gets the error and the input, and the run is not failed', async () => {
  const engine = await useEngine(database(), {
    act: async () => {
      throw Object.assign(new Error('refused'), { code: 'E1' });
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger,
    a: acting({ lambda: { n: 1 }, errorHandling: { maxRetries: 0, onError: 'errorPort' } }),
    handler: { type: 'set', from: [['a', 'error']], lambda: { text: '{{{$.a.error.error.message}}}' } },
  });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', error: null });
  expect(await stepsOf(database(), runId!)).toMatchObject([
    {},
    {
      status: 'failed',
      outputs: [
        {
          port: 'error',
          content: { error: { message: 'refused', code: 'E1', name: 'Error' }, input: { n: 1 } },
        },
      ],
    },
    { component_id: 'handler', sender_port: 'error', input: { text: 'refused' } },
  ]);
});

test('an error port that leads to switched-off components only leads nowhere: the run fails', async () => {
  const engine = await useEngine(database(), { act: () => Promise.reject(new Error('refused')) });
  await engine.start();
  await engine.startNew({
    t: trigger,
    a: acting({ errorHandling: { maxRetries: 0, onError: 'errorPort' } }),
    handler: { type: 'set', from: [['a', 'error']], disabled: true },
  });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed', error: { message: 'refused' } });
  expect(await countUnprocessed(database().pool, { userId: engine.userId })).toBe(1);
});

test('a step may stop its flow', async () => {
  const engine = await useEngine(database(), { act: () => Promise.reject(new Error('enough')) });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger,
    a: acting({ errorHandling: { maxRetries: 0, onError: 'stopFlow' } }),
  });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed', error: { message: 'enough' } });
  await until(async () => {
    const flow = await database()
      .db.selectFrom('flows')
      .select('stage')
      .where('id', '=', flowId)
      .executeTakeFirst();
    return flow?.stage === 'stopped';
  });
  expect(await engine.send('e', {})).toEqual([]);
});

test('a step has its time, its output a limit', async () => {
  const engine = await useEngine(database(), {
    stepTimeoutMs: 50,
    act: async (context) => {
      if (context.componentId === 'slow') await new Promise(() => {});
      if (context.componentId === 'big') await context.sendJson('x'.repeat(11 * 1024 * 1024), 'out');
      if (context.componentId === 'many') await context.sendArray(Array.from({ length: 10_001 }), 'out');
    },
  });
  await engine.start();
  const errorHandling = { autoRetry: false };
  await engine.startNew({
    t: trigger,
    slow: acting({ errorHandling }),
    big: acting({ errorHandling }),
    many: acting({ errorHandling }),
  });
  const [runId] = await engine.send('e', {});
  await endOf(database(), runId!);
  const steps = await stepsOf(database(), runId!);
  expect(steps.slice(1).map((step) => step.error)).toMatchObject([
    { message: 'The step took longer than 0.05 s.' },
    { message: 'The output of the step is larger than 10 MiB.' },
    { message: 'The step emitted more than 10,000 messages.' },
  ]);
});

test('a run that waits for a retry is cancelled with its flow', async () => {
  const engine = await useEngine(database(), {
    retryBaseMs: 60_000,
    act: () => Promise.reject(new Error('later')),
  });
  await engine.start();
  const flowId = await engine.startNew({ t: trigger, a: acting() });
  const [runId] = await engine.send('e', {});
  await until(async () => (await stepsOf(database(), runId!)).length === 2);
  expect((await stepsOf(database(), runId!))[1]).toMatchObject({
    status: 'running',
    error: { retryAt: expect.any(String) },
  });
  expect(await statusOf(database(), runId!)).toBe('running');
  await engine.stopFlow(flowId, engine.userId);
  expect(await statusOf(database(), runId!)).toBe('cancelled');
});

test('a run that cannot be noted down ends, and does nothing twice', async () => {
  let calls = 0;
  const engine = await useEngine(database(), { act: async () => void calls++ });
  await engine.start();
  // The document may hold such an id, a text column may not.
  await engine.startNew({ t: trigger, 'a\0': acting() });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({
    status: 'failed',
    error: { message: expect.stringContaining('gave the run up') as string },
  });
  expect(calls).toBe(1);
});
