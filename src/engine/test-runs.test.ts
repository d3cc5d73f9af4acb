import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import type { TestCall } from './test-runs.ts';
import { endOf, stepsOf, type TestEngine, until, useEngine } from './testing/engine.ts';
import { descriptorOf, insertFlow, type TestNode } from './testing/flows.ts';
import { useReceiver } from './testing/receiver.ts';

const database = useDatabase();

const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const acting = (rest: Partial<TestNode> = {}): TestNode => ({ type: 'act', from: [['t', 'out']], ...rest });

/** Tests a stopped flow of these nodes; `seen` is what the observer is told, in order. */
async function testing(engine: TestEngine, nodes: Record<string, TestNode>, call: Partial<TestCall> = {}) {
  const seen: string[] = [];
  const flowId = await insertFlow(database(), engine.userId, nodes);
  const done = engine.testFlow({
    flow: {
      id: flowId,
      userId: engine.userId,
      name: 'A flow',
      descriptor: descriptorOf(nodes),
      customFields: {},
    },
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    observer: {
      runBegan: async (runId) => void seen.push(`run ${runId.length}`),
      stepBegan: async (componentId) => void seen.push(`begin ${componentId}`),
      stepEnded: async (step) => void seen.push(`${step.status} ${step.componentId}`),
    },
    ...call,
  });
  return { flowId, done, seen };
}

test('a flow that is not switched on runs from its trigger, told step by step, and the journal has it', async () => {
  const engine = await useEngine(database());
  const receiver = await useReceiver();
  const { done, seen } = await testing(
    engine,
    {
      t: trigger,
      s: { type: 'set', from: [['t', 'out']], lambda: { n: '{{{$.t.out.data.n}}}' } },
      c: {
        type: 'call',
        from: [['s', 'out']],
        lambda: { url: receiver.url, body: '{{{$.s.out}}}' },
      },
    },
    { payload: { n: 7 } },
  );
  const { runId, status, timedOut } = await done;
  expect([status, timedOut]).toEqual(['completed', false]);
  expect(seen).toEqual([
    'run 36',
    'begin t',
    'completed t',
    'begin s',
    'completed s',
    'begin c',
    'completed c',
  ]);
  expect(receiver.received).toMatchObject([{ body: { n: 7 } }]);
  expect(await endOf(database(), runId)).toMatchObject({ kind: 'test', status: 'completed', event_id: null });
  expect(await stepsOf(database(), runId)).toMatchObject([
    { component_id: 't', outputs: [{ content: { data: { n: 7 } } }] },
    { component_id: 's', input: { n: 7 } },
    { component_id: 'c', outputs: [{ content: { statusCode: 200 } }] },
  ]);
});

test('a trigger that sends when its flow starts is tested with that message', async () => {
  const engine = await useEngine(database());
  const { done } = await testing(engine, {
    o: { type: 'onStart' },
    s: { type: 'set', from: [['o', 'out']], lambda: { at: '{{{$.o.out.started}}}' } },
  });
  const { runId, status } = await done;
  expect(status).toBe('completed');
  expect(await stepsOf(database(), runId)).toMatchObject([
    {},
    { input: { at: expect.stringMatching(/Z$/) } },
  ]);
});

test('a component by itself gets the inputs given, and nothing follows it', async () => {
  const engine = await useEngine(database(), {
    act: (context) => context.sendJson({ got: context.messages['in']?.content }, 'out'),
  });
  const { done } = await testing(
    engine,
    { t: trigger, a: acting(), b: acting({ from: [['a', 'out']] }) },
    { componentId: 'a', inputData: { x: [1] } },
  );
  const { runId, status } = await done;
  expect(status).toBe('completed');
  expect(await stepsOf(database(), runId)).toMatchObject([
    { component_id: 'a', in_port: 'in', input: { x: [1] }, outputs: [{ content: { got: { x: [1] } } }] },
  ]);
});

test('a failure is not tried again, and one that stops the flow ends the test alone', async () => {
  let attempts = 0;
  const engine = await useEngine(database(), {
    act: () => {
      attempts += 1;
      return Promise.reject(new Error('busy'));
    },
  });
  const nodes = { t: trigger, a: acting({ errorHandling: { onError: 'stopFlow' } }) };
  const flowId = await engine.startNew(nodes);
  const { done, seen } = await testing(engine, nodes, {
    flow: {
      id: flowId,
      userId: engine.userId,
      name: '',
      descriptor: descriptorOf(nodes),
      customFields: {},
    },
  });
  expect(await done).toMatchObject({ status: 'failed' });
  expect([attempts, seen.at(-1)]).toEqual([1, 'failed a']);
  const flow = await database()
    .db.selectFrom('flows')
    .select('stage')
    .where('id', '=', flowId)
    .executeTakeFirstOrThrow();
  expect(flow.stage).toBe('running');
});

test('it is cancelled when nobody listens any more, and when its time is up', async () => {
  const engine = await useEngine(database(), { act: () => new Promise(() => {}) });
  await engine.start();
  const leaving = new AbortController();
  const left = await testing(engine, { t: trigger, a: acting() }, { signal: leaving.signal });
  await until(async () => left.seen.includes('begin a'));
  leaving.abort();
  const { runId: leftId, ...leftSo } = await left.done;
  expect(leftSo).toEqual({ status: 'cancelled', timedOut: false });
  expect(await stepsOf(database(), leftId)).toMatchObject([
    { component_id: 't', status: 'completed' },
    { component_id: 'a', status: 'cancelled', error: { code: 'CANCELLED_AT_WORK' } },
  ]);

  const slow = await testing(engine, { t: trigger, a: acting() }, { timeoutMs: 20 });
  const { runId, ...end } = await slow.done;
  expect(end).toEqual({ status: 'cancelled', timedOut: true });
  const statuses = (await stepsOf(database(), runId)).map((step) => step.status);
  expect(statuses).not.toContain('running');
});

test('a test whose process died is cancelled by the queue, never gone on with', async () => {
  let attempts = 0;
  const dying = await useEngine(database(), {
    act: () => {
      attempts += 1;
      return new Promise(() => {});
    },
  });
  const { flowId } = await testing(dying, { t: trigger, a: acting() });
  await until(async () => attempts === 1);
  const other = await useEngine(database());
  await database().pool.query('update graphile_worker._private_jobs set run_at = now()');
  await other.start();
  const run = await database()
    .db.selectFrom('runs')
    .select('id')
    .where('flow_id', '=', flowId)
    .executeTakeFirstOrThrow();
  expect(await endOf(database(), run.id)).toMatchObject({ status: 'cancelled' });
  expect(attempts).toBe(1);
});

test('stopping the flow leaves its tests alone', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const engine = await useEngine(database(), { act: () => released });
  const nodes = { t: trigger, a: acting() };
  const flowId = await engine.startNew(nodes);
  const { done, seen } = await testing(engine, nodes, {
    flow: {
      id: flowId,
      userId: engine.userId,
      name: '',
      descriptor: descriptorOf(nodes),
      customFields: {},
    },
  });
  await until(async () => seen.includes('begin a'));
  await engine.stopFlow(flowId, engine.userId);
  release();
  expect(await done).toMatchObject({ status: 'completed' });
});

test.each<[string, Record<string, TestNode>, Partial<TestCall>, string]>([
  ['no trigger', { s: { type: 'set' } }, {}, 'The flow has no trigger.'],
  ['a disabled trigger', { t: { ...trigger, disabled: true } }, { componentId: 't' }, 'is disabled'],
  ['two triggers', { t: trigger, u: trigger }, {}, 'several triggers'],
  ['an unknown component', { t: trigger }, { componentId: 'constructor' }, 'no component constructor'],
  [
    'an unknown port',
    { t: trigger, a: acting() },
    { componentId: 'a', inPort: 'up' },
    'has no input port up',
  ],
  ['a trigger that does not start', { t: { type: 'onEvent', properties: { event: '' } } }, {}, 'empty'],
])('%s is refused in words, and nothing is stored', async (_name, nodes, call, message) => {
  const engine = await useEngine(database());
  const { flowId, done } = await testing(engine, nodes, call);
  await expect(done).rejects.toMatchObject({
    name: 'TestRefused',
    message: expect.stringContaining(message),
  });
  const runs = await database().db.selectFrom('runs').select('id').where('flow_id', '=', flowId).execute();
  expect(runs).toEqual([]);
});

test('only problems on the way of the test keep it from running', async () => {
  const engine = await useEngine(database(), { act: async () => {} });
  const nodes: Record<string, TestNode> = {
    t: trigger,
    a: acting(),
    u: { type: 'onEvent', properties: { event: 'other' } },
    b: { type: 'act', from: [['u', 'out']], lambda: { x: '{{{$.gone.out}}}' } },
  };
  expect(await (await testing(engine, nodes, { componentId: 't' })).done).toMatchObject({
    status: 'completed',
  });
  const { done } = await testing(engine, nodes, { componentId: 'u' });
  await expect(done).rejects.toMatchObject({ problems: [{ componentId: 'b', kind: 'broken-variable' }] });
});

test('a run that was deleted with its flow ends as cancelled', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const engine = await useEngine(database(), { act: () => released });
  const { flowId, done, seen } = await testing(engine, { t: trigger, a: acting() });
  await until(async () => seen.includes('begin a'));
  await database().db.deleteFrom('flows').where('id', '=', flowId).execute();
  release();
  expect(await done).toMatchObject({ status: 'cancelled' });
});

test('a test does not wait: what a timer calls comes last, at once and with a note', async () => {
  const engine = await useEngine(database());
  const { done, seen } = await testing(engine, {
    t: trigger,
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '3 days' } },
    a: { type: 'set', from: [['w', 'out']] },
    b: { type: 'set', from: [['t', 'out']] },
    join: {
      type: 'join',
      properties: { timeout: '1m' },
      from: [
        ['b', 'out'],
        ['w', 'out'],
      ],
    },
  });
  const { runId, status } = await done;
  expect(status).toBe('completed');
  expect(seen.filter((line) => line.startsWith('completed'))).toEqual(
    ['t', 'w', 'b', 'join', 'join', 'w', 'a', 'join'].map((id) => `completed ${id}`),
  );
  const steps = await stepsOf(database(), runId);
  expect(steps.filter((step) => step.warnings)).toMatchObject([
    { component_id: 'join', in_port: 'timeout', warnings: [expect.stringContaining('does not wait')] },
    { component_id: 'w', in_port: 'timeout' },
  ]);
});

test('a trigger that the clock calls is tested as if it were called now; a step that stops the flow ends the test', async () => {
  const engine = await useEngine(database());
  const { done, flowId } = await testing(engine, {
    t: { type: 'timer', properties: { interval: 5 } },
    s: { type: 'stopFlow', from: [['t', 'out']] },
  });
  const { runId, status } = await done;
  expect(status).toBe('completed');
  expect((await stepsOf(database(), runId))[0]).toMatchObject({
    outputs: [{ port: 'out', content: { lastTick: null } }],
  });
  expect((await flowRow(flowId)).stage_change).toBeNull();
});

test('a component that gathers can be tested by itself', async () => {
  const engine = await useEngine(database());
  const { done } = await testing(
    engine,
    { t: trigger, j: { type: 'join', from: [['t', 'out']] } },
    { componentId: 'j' },
  );
  const { runId } = await done;
  expect(await stepsOf(database(), runId)).toMatchObject([{ component_id: 'j', outputs: [{ port: 'out' }] }]);
});

async function flowRow(flowId: string) {
  return database().db.selectFrom('flows').selectAll().where('id', '=', flowId).executeTakeFirstOrThrow();
}

test('what a test did until it was cancelled from elsewhere stays to be seen, and what was cut off', async () => {
  const began = Promise.withResolvers<string>();
  const engine = await useEngine(database(), {
    act: async (context) => {
      await context.log({ step: 'at work' });
      began.resolve(context.correlationId);
      await new Promise((_resolve, reject) => {
        context.signal.addEventListener('abort', () => reject(context.signal.reason as Error));
      });
    },
  });
  const { done } = await testing(engine, { t: trigger, a: acting() });
  const runId = await began.promise;
  expect(await engine.cancelRun({ runId, userId: engine.userId })).toBe(true);
  expect(await done).toMatchObject({ runId, status: 'cancelled' });
  expect(await stepsOf(database(), runId)).toMatchObject([
    { component_id: 't', status: 'completed' },
    { component_id: 'a', status: 'cancelled', error: { code: 'CANCELLED_AT_WORK' } },
  ]);
});
