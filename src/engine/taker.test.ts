import { expect, onTestFinished, test } from 'vitest';
import { addJobs } from '../store/jobs.ts';
import { useDatabase } from '../store/testing/database.ts';
import { buryDead } from '../store/workers.ts';
import { Unavailable } from './errors.ts';
import {
  endOf,
  engineConnections,
  movableClock,
  statusOf,
  stepsOf,
  until,
  untilBlocked,
  useEngine,
} from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

const flow = (event: string): Record<string, TestNode> => ({
  t: { type: 'onEvent', properties: { event } },
  a: { type: 'act', from: [['t', 'out']], lambda: { n: '{{{$.t.out.data}}}' } },
});

const jobsOf = async (runIds: string[]) =>
  (await database().pool.query('select from graphile_worker.jobs where key = any($1)', [runIds])).rowCount;

const workersOf = async (runIds: string[]) => {
  const rows = await database().db.selectFrom('runs').select('worker_id').where('id', 'in', runIds).execute();
  return rows.map((row) => row.worker_id);
};

/** Steps that wait until they are let go, or aborted. */
function holdingAct() {
  const held: { n: unknown; end: () => void }[] = [];
  return {
    held,
    act: (context: { messages: Record<string, { content: unknown } | undefined>; signal: AbortSignal }) =>
      new Promise<void>((resolve, reject) => {
        const inputs = context.messages['in']!.content as { n: unknown };
        held.push({ n: inputs.n, end: resolve });
        context.signal.addEventListener('abort', () => reject(context.signal.reason as Error));
      }),
  };
}

test('a process goes on with what it accepts, without a job; where no worker is, there is one', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act });
  await engine.startNew(flow('once'));
  const [queued] = await engine.send('once', 1);
  expect(await jobsOf([queued!])).toBe(1);
  await engine.start();
  await until(async () => held.length === 1);
  const [taken] = await engine.send('once', 2);
  await until(async () => held.length === 2);
  expect(await jobsOf([taken!])).toBe(0);
  expect(await statusOf(database(), taken!)).toBe('running');
  for (const { end } of held) end();
  expect(await endOf(database(), taken!)).toMatchObject({ status: 'completed', worker_id: null });
  expect(await endOf(database(), queued!)).toMatchObject({ status: 'completed' });
  expect(await stepsOf(database(), taken!)).toHaveLength(2);
});

test('one user takes half of the room at most; what finds none is queued', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act, concurrency: 6 });
  await engine.startNew(flow('many'));
  await engine.start();
  const runIds: string[] = [];
  for (let n = 0; n < 8; n += 1) runIds.push(...(await engine.send('many', n)));
  await until(async () => held.length === 8);
  expect((await workersOf(runIds)).filter((worker) => worker !== null)).toHaveLength(6);
  expect(await jobsOf(runIds)).toBe(2);
  for (const { end } of held) end();
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(new Set(held.map(({ n }) => n)).size).toBe(8);
});

test('events of one batch share the room of their user', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act, concurrency: 4, userShare: 1 });
  await engine.startNew(flow('batch'));
  await engine.start();
  const runIds = (await Promise.all(Array.from({ length: 14 }, (_, n) => engine.send('batch', n)))).flat();
  await until(async () => held.length >= 8);
  // Two batches are stored at a time.
  const taken = (await workersOf(runIds)).filter((worker) => worker !== null);
  expect(taken.length).toBeLessThanOrEqual(8);
  await until(async () => {
    for (const { end } of held) end();
    return held.length === runIds.length;
  });
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
});

test('a job for a run that is taken does nothing', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act });
  await engine.startNew(flow('stray'));
  await engine.start();
  const [runId] = await engine.send('stray', 1);
  await until(async () => held.length === 1);
  await addJobs(database().pool, [{ runId: runId!, userId: engine.userId }]);
  expect(await jobsOf([runId!])).toBe(1);
  await until(async () => (await jobsOf([runId!])) === 0);
  expect(held).toHaveLength(1);
  held[0]!.end();
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
});

test('what a dead worker had taken goes on elsewhere', async () => {
  const { held, act } = holdingAct();
  const dying = await useEngine(database(), { act, stopGraceMs: 1 });
  await dying.startNew(flow('dies'));
  await dying.start();
  const [runId] = await dying.send('dies', 1);
  await until(async () => held.length === 1);
  const [workerId] = await workersOf([runId!]);
  const session = await database().connect();
  onTestFinished(() => session.end());
  // Its lock is free for a moment when its connection breaks.
  await until(async () => {
    await database().pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    return (await buryDead(session, 'another', 0)).includes(workerId!);
  });
  await until(async () => held.length === 2);
  expect(await workersOf([runId!])).toEqual([null]);
  for (const { end } of held) end();
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
});

test('a run whose acceptance was not answered goes on all the same, however late it is stored', async () => {
  const seen: unknown[] = [];
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => void seen.push(context.messages['in']?.content['n']),
  });
  const flowId = await engine.startNew(flow('unanswered'));
  await engine.start();
  // As if the database had stored it and its answer had been lost.
  const storeUnanswered = async () => {
    const { rows } = await database().pool.query<{ id: string }>(
      `with event as (
       insert into events (id, user_id, kind, name, message, created_at)
       values (gen_random_uuid(), $1, 'appevent', 'unanswered', '{"data": 5}', now() - interval '1 minute') returning id
     )
     insert into runs (id, event_id, user_id, flow_id, version_id, component_id, created_at, started_at, status, worker_id)
     select gen_random_uuid(), event.id, l.user_id, l.flow_id, l.version_id, l.component_id, now() - interval '1 minute',
            now(), 'running', workers.id
     from listeners l, event, workers where l.flow_id = $2 returning id`,
      [engine.userId, flowId],
    );
    return rows[0]!.id;
  };
  const early = await storeUnanswered();
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from flows where id = $1 for update', [flowId]);
  const sent = engine.send('unanswered', 6);
  const failure = sent.catch((error: unknown) => error);
  await untilBlocked(database());
  await other.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and datname = current_database() and wait_event_type = 'Lock'`,
    [engineConnections],
  );
  expect(await failure).toBeInstanceOf(Unavailable);
  await other.query('rollback');
  expect(await endOf(database(), early)).toMatchObject({ status: 'completed' });
  // Its statement went on without its client, and waited for a lock.
  expect(await endOf(database(), await storeUnanswered())).toMatchObject({ status: 'completed' });
  // For as long as somebody may hold the lock.
  for (let hour = 1; hour <= 2; hour += 1) {
    const late = await storeUnanswered();
    pass(60 * 60_000);
    expect(await endOf(database(), late)).toMatchObject({ status: 'completed' });
  }
  expect(seen).toEqual([5, 5, 5, 5]);
});

test('a run whose flow was stopped while it was taken does not begin', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act });
  const flowId = await engine.startNew(flow('stopped'));
  await engine.start();
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from flows where id = $1 for update', [flowId]);
  const sent = engine.send('stopped', 1);
  await untilBlocked(database());
  await other.query(`update flows set stage = 'stopped' where id = $1`, [flowId]);
  await other.query('commit');
  const [runId] = await sent;
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'cancelled' });
  expect(held).toHaveLength(0);
});

test('what a taken run waits for is its job, as with any other', async () => {
  let calls = 0;
  const engine = await useEngine(database(), {
    act: async () => {
      calls += 1;
      if (calls === 1) throw new Error('down');
    },
  });
  await engine.startNew(flow('again'));
  await engine.start();
  const [runId] = await engine.send('again', 1);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', worker_id: null });
  expect(calls).toBe(2);
});

test('what is accepted while the process stops is left to others', async () => {
  const { held, act } = holdingAct();
  const engine = await useEngine(database(), { act, stopGraceMs: 20 });
  const flowId = await engine.startNew(flow('closing'));
  await engine.start();
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from flows where id = $1 for update', [flowId]);
  const sent = engine.send('closing', 1);
  await untilBlocked(database());
  const stopped = engine.stop();
  // The worker's row is wanted by who removes it, and held by the acceptance.
  await until(async () => {
    const { rowCount } = await database().pool.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from workers%'`,
    );
    return rowCount === 1;
  });
  await other.query('commit');
  const [runId] = await sent;
  await stopped;
  expect(held).toHaveLength(0);
  expect(await workersOf([runId!])).toEqual([null]);
  expect(await jobsOf([runId!])).toBe(1);
});
