import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

const trigger = (event: string): TestNode => ({ type: 'onEvent', properties: { event } });

async function runsFrom(flowId: string, componentId: string) {
  return database()
    .db.selectFrom('runs')
    .selectAll()
    .where('flow_id', '=', flowId)
    .where('component_id', '=', componentId)
    .execute();
}

test('a failed run starts one that is told of the failure; when that fails, nothing more is started', async () => {
  const seen: Record<string, unknown>[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { content } = context.messages['in']!;
      seen.push(content);
      throw new context.CancelError(`Failed at ${String(content['at'])}.`);
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger('fail'),
    a: { type: 'act', from: [['t', 'out']], lambda: { at: 'a' } },
    e: { type: 'onError' },
    b: { type: 'act', from: [['e', 'out']], lambda: { at: 'b', told: '{{{$.e.out}}}' } },
    off: { type: 'onError', disabled: true },
  });
  const [runId] = await engine.send('fail', {});
  await endOf(database(), runId!);
  const [started, ...others] = await until(async () => {
    const runs = await runsFrom(flowId, 'e');
    return runs.length > 0 && runs.every((run) => run.finished_at) && runs;
  });
  expect(others).toEqual([]);
  expect(started).toMatchObject({ status: 'failed', error: { message: 'Failed at b.' } });
  expect(seen).toEqual([
    { at: 'a' },
    {
      at: 'b',
      told: {
        error: { message: 'Failed at a.', name: 'CancelError' },
        componentId: 'a',
        componentType: 'test.engine.effect.Act',
        correlationId: runId,
        flowId,
        flowName: 'A flow',
        failedAt: expect.any(String),
      },
    },
  ]);
  expect(await runsFrom(flowId, 'off')).toEqual([]);
  // The end of the failing run, and what it started, were written at once: nothing can come later.
  const { rows } = await database().pool.query('select from runs where flow_id = $1', [flowId]);
  expect(rows).toHaveLength(2);
});

test('a step that stops its flow ends its run well and cancels the others', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew({
    t: trigger('stop'),
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '{{{$.t.out.data}}}' } },
    s: { type: 'stopFlow', from: [['w', 'out']] },
    beside: { type: 'set', from: [['t', 'out']] },
  });
  const [other] = await engine.send('stop', '3 days');
  await engine.start();
  await until(async () => (await stepsOf(database(), other!)).length === 3);
  const [runId] = await engine.send('stop', '0s');
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', error: null });
  // The stop follows the end of the run; a crash in between does not prevent it (`upkeep.ts`).
  await until(async () => (await statusOf(database(), other!)) === 'cancelled');
  const flow = await database()
    .db.selectFrom('flows')
    .select('stage')
    .where('id', '=', flowId)
    .executeTakeFirstOrThrow();
  expect(flow.stage).toBe('stopped');
  expect(await engine.send('stop', '0s')).toEqual([]);
});
