import { expect, onTestFinished, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, statusOf, stepsOf, unknownId, until, untilBlocked, useEngine } from './testing/engine.ts';
import { descriptorOf, insertFlow, type TestNode } from './testing/flows.ts';

const database = useDatabase();

const silent = () => {};

const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };

async function flowRow(flowId: string) {
  return database().db.selectFrom('flows').selectAll().where('id', '=', flowId).executeTakeFirstOrThrow();
}

test('a start says who and when, and happens once', async () => {
  const engine = await useEngine(database());
  const flowId = await insertFlow(database(), engine.userId, { t: trigger });
  await Promise.all([engine.startFlow(flowId, 'someone'), engine.startFlow(flowId, 'other')]);
  const flow = await flowRow(flowId);
  expect(flow).toMatchObject({ stage: 'running', stage_change: { action: 'start' } });
  expect(flow.started_at?.toISOString()).toBe(flow.stage_change?.['timestamp']);
  const versions = await database()
    .db.selectFrom('flow_versions')
    .selectAll()
    .where('flow_id', '=', flowId)
    .execute();
  expect(versions).toHaveLength(1);
  await engine.stopFlow(flowId, 'someone');
  await engine.stopFlow(flowId, 'other');
  expect(await flowRow(flowId)).toMatchObject({
    stage: 'stopped',
    stage_change: { action: 'stop', userId: 'someone' },
  });
  expect(await engine.send('e', {})).toEqual([]);
});

test('a flow with problems does not start and names them', async () => {
  const engine = await useEngine(database());
  const flowId = await insertFlow(database(), engine.userId, {
    t: trigger,
    a: { type: 'set', from: [['t', 'out']], lambda: { x: '{{{$.gone.out.y}}}' } },
  });
  await expect(engine.startFlow(flowId, engine.userId)).rejects.toMatchObject({
    name: 'FlowNotStartable',
    problems: [{ kind: 'broken-variable', componentId: 'a' }],
  });
  expect((await flowRow(flowId)).stage).toBe('stopped');
  await expect(engine.startFlow(unknownId(), engine.userId)).rejects.toMatchObject({ name: 'FlowNotFound' });
});

test('a message sent while the flow starts is a run', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const flowId = await engine.startNew({
    s: { type: 'onStart' },
    a: { type: 'set', from: [['s', 'out']], lambda: { at: '{{{$.s.out.started}}}' } },
  });
  const run = await until(() =>
    database().db.selectFrom('runs').selectAll().where('flow_id', '=', flowId).executeTakeFirst(),
  );
  expect(await endOf(database(), run.id)).toMatchObject({ status: 'completed', event_id: null });
  expect(await stepsOf(database(), run.id)).toMatchObject([
    { component_id: 's', outputs: [{ port: 'out', content: { started: expect.any(String) } }] },
    { component_id: 'a', input: { at: expect.any(String) } },
  ]);
});

test('what a stopped flow had accepted and not begun does not run, not even when it starts again', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => void seen.push(context.messages['in']?.content['n']),
  });
  const flowId = await engine.startNew({
    t: trigger,
    a: { type: 'act', from: [['t', 'out']], lambda: { n: '{{{$.t.out.data}}}' } },
  });
  const [before] = await engine.send('e', 1);
  await engine.stopFlow(flowId, engine.userId);
  await engine.startFlow(flowId, engine.userId);
  const [after] = await engine.send('e', 2);
  await engine.start();
  await endOf(database(), after!);
  expect(await statusOf(database(), before!)).toBe('cancelled');
  expect(seen).toEqual([2]);
});

test('a run in the middle finishes its step, then is cancelled', async () => {
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const seen: string[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      seen.push(context.componentId);
      begun.resolve();
      await release.promise;
      await context.sendJson({}, 'out');
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger,
    a: { type: 'act', from: [['t', 'out']] },
    b: { type: 'act', from: [['a', 'out']] },
  });
  const [runId] = await engine.send('e', 1);
  await begun.promise;
  await engine.stopFlow(flowId, engine.userId);
  release.resolve();
  await until(async () => (await stepsOf(database(), runId!)).length === 2);
  await engine.stop();
  expect(seen).toEqual(['a']);
  expect(await statusOf(database(), runId!)).toBe('cancelled');
});

/** A flow that tells which version of it runs. */
const nodes = (version: string): Record<string, TestNode> => ({
  t: trigger,
  a: { type: 'act', from: [['t', 'out']], lambda: { version } },
});

test('a restart runs what was accepted as the flow was, and new events as it is', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => void seen.push(context.messages['in']?.content['version']),
  });
  const flowId = await engine.startNew(nodes('old'));
  const [first] = await engine.send('e', 1);
  await database()
    .db.updateTable('flows')
    .set({ descriptor: JSON.stringify(descriptorOf(nodes('new'))) })
    .where('id', '=', flowId)
    .execute();
  await engine.restartFlow(flowId, engine.userId);
  const [second] = await engine.send('e', 2);
  await engine.start();
  await endOf(database(), first!);
  await endOf(database(), second!);
  expect(new Set(seen)).toEqual(new Set(['new', 'old']));
});

test('a flow that was stopped is not started by a restart', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew(nodes('old'));
  await engine.stopFlow(flowId, engine.userId);
  await engine.restartFlow(flowId, engine.userId);
  expect(await engine.send('e', 1)).toEqual([]);
});

test('a deleted flow takes its runs along, the one at work too', async () => {
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const seen: string[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      seen.push(context.componentId);
      begun.resolve();
      await release.promise;
      await context.sendJson({}, 'out');
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger,
    a: { type: 'act', from: [['t', 'out']] },
    b: { type: 'act', from: [['a', 'out']] },
  });
  await engine.send('e', 1);
  await begun.promise;
  await database().db.deleteFrom('flows').where('id', '=', flowId).execute();
  release.resolve();
  await engine.stop();
  expect(seen).toEqual(['a']);
  expect(await database().db.selectFrom('runs').select('id').where('flow_id', '=', flowId).execute()).toEqual(
    [],
  );
});

test('a run whose flow is deleted while its step is written is no failure', async () => {
  const other = await database().connect();
  onTestFinished(() => other.end());
  const errors: unknown[] = [];
  const engine = await useEngine(database(), {
    logger: { debug: silent, info: silent, warn: silent, error: (...said) => void errors.push(said) },
    act: async (context) => {
      await other.query('begin');
      await other.query('delete from flows where id = $1', [context.flowId]);
    },
  });
  await engine.startNew({ t: trigger, a: { type: 'act', from: [['t', 'out']] } });
  await engine.send('e', 1);
  await engine.start();
  await untilBlocked(database());
  await other.query('commit');
  await engine.stop();
  expect(errors).toEqual([]);
});
