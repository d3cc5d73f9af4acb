import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { bringForward, endOf, movableClock, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';

const database = useDatabase();
const hour = 3_600_000;

/** Resolves when the worker has put the run aside until its time comes. */
async function untilDelayed(): Promise<void> {
  await until(async () => {
    const { rowCount } = await database().pool.query(
      `select from graphile_worker._private_jobs where run_at > now() + interval '1 minute' and locked_at is null`,
    );
    return rowCount === 1;
  });
}

test('a run waits without a process at work, its other branches go on, and the same content goes out', async () => {
  const seen: unknown[] = [];
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => void seen.push(context.messages['in']?.content),
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'wait' } },
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '1h 30m' } },
    after: {
      type: 'act',
      from: [['w', 'out']],
      lambda: { after: '{{{$.w.out.data.n}}}', t: '{{{$.t.out.data.n}}}' },
    },
    beside: { type: 'act', from: [['t', 'out']], lambda: { beside: true } },
  });
  const [runId] = await engine.send('wait', { n: 7 });
  await untilDelayed();
  expect(seen).toEqual([{ beside: true }]);
  expect(await statusOf(database(), runId!)).toBe('running');
  const [step] = (await stepsOf(database(), runId!)).filter(({ component_id }) => component_id === 'w');
  expect(step).toMatchObject({ status: 'completed', outputs: [], timers: { set: [{ id: '1.0.t0' }] } });

  // Too early: it is put aside again.
  pass(hour);
  await bringForward(database());
  await untilDelayed();
  expect(seen).toHaveLength(1);

  pass(hour);
  await bringForward(database());
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(seen).toEqual([{ beside: true }, { after: 7, t: 7 }]);
});

test('a moment that has passed holds nothing', async () => {
  const engine = await useEngine(database());
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'past' } },
    w: { type: 'wait', from: [['t', 'out']], lambda: { until: '2020-01-01T00:00:00Z' } },
    after: { type: 'set', from: [['w', 'out']] },
  });
  const [runId] = await engine.send('past', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect((await stepsOf(database(), runId!)).map((step) => step.component_id)).toEqual(['t', 'w', 'after']);
});

test('a stopped flow does not go on after a wait', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  await engine.start();
  const flowId = await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'stopped' } },
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '2h' } },
    after: { type: 'set', from: [['w', 'out']] },
  });
  const [runId] = await engine.send('stopped', {});
  await untilDelayed();
  await engine.stopFlow(flowId, engine.userId);
  pass(3 * hour);
  await bringForward(database());
  expect(await statusOf(database(), runId!)).toBe('cancelled');
});

test('a component may set several timers, take one back, and is called in the order of their times', async () => {
  const seen: unknown[] = [];
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => {
      const timeout = context.messages['timeout'];
      if (timeout) {
        seen.push(timeout.content['name']);
        await context.sendJson({}, 'out');
        return;
      }
      await context.setTimeout({ name: 'second' }, 3 * hour);
      const gone = await context.setTimeout({ name: 'gone' }, hour);
      await context.setTimeout({ name: 'first' }, 2 * hour);
      await context.clearTimeout(gone);
    },
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'several' } },
    a: { type: 'act', from: [['t', 'out']] },
    b: { type: 'set', from: [['a', 'out']] },
  });
  const [runId] = await engine.send('several', {});
  await untilDelayed();
  pass(4 * hour);
  await bringForward(database());
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(seen).toEqual(['first', 'second']);
  expect((await stepsOf(database(), runId!)).map((step) => step.path)).toEqual([
    '1',
    '1.0',
    '1.0.t2',
    '1.0.t2.0',
    '1.0.t0',
    '1.0.t0.0',
  ]);
});
