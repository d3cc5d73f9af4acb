import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { bringForward, movableClock, stepsOf, until, useEngine } from './testing/engine.ts';
import { descriptorOf, insertFlow, type TestNode } from './testing/flows.ts';

const database = useDatabase();
const minute = 60_000;

const every = (interval: number): TestNode => ({ type: 'timer', properties: { interval } });

async function runsOf(flowId: string) {
  return database()
    .db.selectFrom('runs')
    .selectAll()
    .where('flow_id', '=', flowId)
    .orderBy('created_at')
    .execute();
}

async function planOf(flowId: string) {
  return database().db.selectFrom('schedules').selectAll().where('flow_id', '=', flowId).executeTakeFirst();
}

/** Resolves when so many runs have ended, and the next tick is planned. */
async function untilRuns(flowId: string, count: number) {
  return until(async () => {
    const runs = await runsOf(flowId);
    return runs.length === count && runs.every((run) => run.finished_at) && runs;
  });
}

/** Of this flow alone: those of tests before go on ticking. */
async function tickJobs(flowId: string): Promise<number> {
  const { rowCount } = await database().pool.query(
    `select from graphile_worker._private_jobs where key like $1 and locked_at is null`,
    [`tick:${flowId}:%`],
  );
  return rowCount ?? 0;
}

test('two workers and one timer: each tick starts one run and plans the next', async () => {
  const { clock, pass } = movableClock();
  const engines = [await useEngine(database(), { clock }), await useEngine(database(), { clock })];
  for (const engine of engines) await engine.start();
  const flowId = await engines[0]!.startNew({
    t: every(10),
    a: { type: 'set', from: [['t', 'out']], lambda: { last: '{{{$.t.out.lastTick}}}' } },
  });
  // The first one comes at once.
  for (let ticks = 1; ticks <= 5; ticks++) {
    if (ticks > 1) pass(10 * minute);
    await bringForward(database());
    const runs = await untilRuns(flowId, ticks);
    const plan = await planOf(flowId);
    expect(plan!.planned_at.getTime()).toBe(plan!.started_at.getTime() + ticks * 10 * minute);
    expect((await stepsOf(database(), runs.at(-1)!.id)).map((step) => step.component_id)).toEqual(['t', 'a']);
    await until(async () => (await tickJobs(flowId)) === 1);
  }
});

test('a tick whose job is taken twice happens once; one that comes too early is put off', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  await engine.start();
  const flowId = await engine.startNew({ t: every(10) });
  await untilRuns(flowId, 1);
  const plan = (await planOf(flowId))!;
  const payload = { flowId, componentId: 't', planned: plan.planned_at.toISOString() };
  const again = () =>
    database().pool.query(`select graphile_worker.add_job('tick', $1::json) from generate_series(1, 5)`, [
      JSON.stringify(payload),
    ]);
  const left = async () => {
    const { rowCount } = await database().pool.query(
      `select from graphile_worker._private_jobs where key is null`,
    );
    return rowCount === 0;
  };
  await again();
  await until(left);
  expect(await runsOf(flowId)).toHaveLength(1);
  pass(10 * minute);
  await again();
  await until(left);
  await untilRuns(flowId, 2);
});

test('after a long standstill one tick makes up for all that were missed', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  const flowId = await engine.startNew({ t: every(10) });
  const { started_at: start } = (await planOf(flowId))!;
  pass(65 * minute);
  await bringForward(database());
  await engine.start();
  await untilRuns(flowId, 1);
  expect((await planOf(flowId))!.planned_at.getTime()).toBe(start.getTime() + 70 * minute);
});

test('a stopped flow ticks no more', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  await engine.start();
  const flowId = await engine.startNew({ t: every(10) });
  await untilRuns(flowId, 1);
  await engine.stopFlow(flowId, engine.userId);
  expect(await planOf(flowId)).toBeUndefined();
  pass(20 * minute);
  await bringForward(database());
  await until(async () => (await tickJobs(flowId)) === 0);
  expect(await runsOf(flowId)).toHaveLength(1);
});

test('a changed flow plans anew, and keeps the plan of what was not changed', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  const flowId = await engine.startNew({ t: every(10) });
  const before = (await planOf(flowId))!;
  const change = async (nodes: Record<string, TestNode>) => {
    await database()
      .db.updateTable('flows')
      .set({ descriptor: JSON.stringify(descriptorOf(nodes)) })
      .where('id', '=', flowId)
      .execute();
    await engine.restartFlow(flowId, engine.userId);
  };
  pass(5 * minute);
  await change({ t: every(10), a: { type: 'set', from: [['t', 'out']] } });
  const kept = (await planOf(flowId))!;
  expect(kept.planned_at).toEqual(before.planned_at);
  expect(kept.version_id).not.toBe(before.version_id);
  await change({ t: every(30) });
  expect((await planOf(flowId))!.planned_at.getTime()).toBeGreaterThanOrEqual(
    before.started_at.getTime() + 5 * minute,
  );
  await change({ t: { type: 'onEvent', properties: { event: 'e' } } });
  expect(await planOf(flowId)).toBeUndefined();
});

test('a schedule that makes no sense keeps the flow from starting, and says why', async () => {
  const engine = await useEngine(database());
  const flowId = await insertFlow(database(), engine.userId, { t: every(0.5) });
  await expect(engine.startFlow(flowId, engine.userId)).rejects.toMatchObject({
    problems: [{ componentId: 't' }],
  });
});
