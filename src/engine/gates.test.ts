import { expect, onTestFinished, test } from 'vitest';
import type { Behaviour } from '../connectors/component.ts';
import { passGate } from '../store/gates.ts';
import { useDatabase } from '../store/testing/database.ts';
import type { Queryable } from '../store/transaction.ts';
import {
  bringForward,
  endOf,
  movableClock,
  request,
  statusOf,
  stepsOf,
  type TestEngine,
  until,
  useEngine,
} from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();
const ordered: TestNode = { type: 'onEvent', properties: { event: 'e', orderBy: ['order', 'id'] } };
const trigger: TestNode = { type: 'onEvent', properties: { event: 'e' } };
const acting = (rest: Partial<TestNode> = {}): TestNode => ({
  type: 'act',
  from: [['t', 'out']],
  lambda: { id: '{{{$.t.out.data.order.id}}}', n: '{{{$.t.out.data.n}}}' },
  ...rest,
});

type Call = { id: string; n: number };
const callOf = (context: Parameters<Behaviour['receive']>[0]): Call =>
  context.messages['in']?.content as unknown as Call;

const event = (id: string | null, n: number) => ({ order: { id }, n });

test('events with the same key run one after another as they were accepted, others meanwhile', async () => {
  const atWork = new Set<string>();
  const done: Call[] = [];
  let overlaps = 0;
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { id, n } = callOf(context);
      if (atWork.has(id)) overlaps += 1;
      atWork.add(id);
      await new Promise((resolve) => setImmediate(resolve));
      atWork.delete(id);
      done.push({ id, n });
    },
  });
  const second = await useEngine(database());
  await engine.start();
  await engine.startNew({ t: ordered, a: acting() });
  const runIds: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const { triggers } = await (n % 2 ? engine : second).acceptAppEvent({
      userId: engine.userId,
      event: 'e',
      data: event(`k${n % 3}`, n),
      request: { method: 'POST', hostname: 'localhost', headers: {}, query: {} },
    });
    runIds.push(...triggers.map((one) => one.correlationId));
  }
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(overlaps).toBe(0);
  for (const key of ['k0', 'k1', 'k2']) {
    const order = done.filter((one) => one.id === key).map((one) => one.n);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  expect(done).toHaveLength(40);
});

test('events of one batch keep their order', async () => {
  const done: number[] = [];
  const engine = await useEngine(database(), { act: async (context) => void done.push(callOf(context).n) });
  await engine.startNew({ t: ordered, a: acting() });
  const runIds = (
    await Promise.all(Array.from({ length: 60 }, (_, n) => engine.send('e', event('one', n))))
  ).flat();
  await engine.start();
  for (const runId of runIds) await endOf(database(), runId);
  expect(done).toHaveLength(60);
  const { rows } = await database().pool.query<{ n: number }>(
    `select (e.message -> 'data' ->> 'n')::int as n from runs r join events e on e.id = r.event_id
     where r.user_id = $1 order by r.order_no`,
    [engine.userId],
  );
  expect(done).toEqual(rows.map((row) => row.n));
});

test('events of one sequence keep their order, however many they are and whatever else comes', async () => {
  const engine = await useEngine(database());
  await engine.startNew({ t: ordered, a: acting() });
  const sequence = {};
  const send = (n: number) =>
    engine.acceptAppEvent({ userId: engine.userId, event: 'e', data: event('one', n), request, sequence });
  const left = new Set(Array.from({ length: 700 }, (_, n) => n));
  const inOrder = Promise.all([...left].map((n) => send(n).then(() => left.delete(n))));
  const others: Promise<unknown>[] = [];
  while (left.size > 0) {
    others.push(engine.send('nobody listens', {}));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all([inOrder, ...others]);
  const { rows } = await database().pool.query<{ n: number }>(
    `select (e.message -> 'data' ->> 'n')::int as n from runs r join events e on e.id = r.event_id
     where r.user_id = $1 and r.order_key = $2 order by r.order_no`,
    [engine.userId, 'one'],
  );
  expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 700 }, (_, n) => n));
  // Nobody works here; the workers of other tests need not.
  await database().pool.query('delete from runs where user_id = $1', [engine.userId]);
});

test('what waits for its retry is waited for; what has failed is not; another key and no key go on', async () => {
  const done: string[] = [];
  const attempts: number[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { id, n } = callOf(context);
      if (n === 1) {
        attempts.push(n);
        throw new Error('down');
      }
      done.push(`${id}${n}`);
    },
  });
  await engine.start();
  await engine.startNew({ t: ordered, a: acting({ errorHandling: { maxRetries: 2 } }) });
  const first = await engine.send('e', event('a', 1));
  const next = await engine.send('e', event('a', 2));
  const other = await engine.send('e', event('b', 3));
  const free = await engine.send('e', event(null, 4));
  for (const [runId] of [other, free, first, next]) await endOf(database(), runId!);
  expect(await statusOf(database(), first[0]!)).toBe('failed');
  expect(attempts).toHaveLength(3);
  expect(done.indexOf('a2')).toBeGreaterThanOrEqual(0);
  const ends = await Promise.all(
    [first, next].map(async ([runId]) => (await endOf(database(), runId!)).started_at!),
  );
  const firstEnd = (await endOf(database(), first[0]!)).finished_at!;
  expect(ends[1]!.getTime()).toBeGreaterThanOrEqual(firstEnd.getTime());
  expect(done.toSorted()).toEqual(['a2', 'b3', 'null4']);
});

test('a failed run that is tried again waits for the one of its key that is at work', async () => {
  const order: number[] = [];
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let bad = true;
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { n } = callOf(context);
      if (n === 1 && bad) throw new Error('down');
      order.push(n);
      if (n === 2) await held;
      order.push(-n);
    },
  });
  await engine.start();
  await engine.startNew({ t: ordered, a: acting({ errorHandling: { autoRetry: false } }) });
  const [first] = await engine.send('e', event('a', 1));
  await endOf(database(), first!);
  const [second] = await engine.send('e', event('a', 2));
  await until(async () => order.length === 1);
  bad = false;
  await engine.retryUnprocessed({ userId: engine.userId }, 'step');
  const [third] = await engine.send('e', event('a', 3));
  release();
  for (const runId of [first, second, third]) await endOf(database(), runId!);
  // Its place is the one it had.
  expect(order).toEqual([2, -2, 1, -1, 3, -3]);
});

test('at most so many runs of a flow are at work at once, and the others begin as these end', async () => {
  let atWork = 0;
  let most = 0;
  const engine = await useEngine(database(), {
    act: async (context) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await context.httpRequest({ method: 'GET', url: 'http://127.0.0.1:1/' }).catch(() => undefined);
      atWork -= 1;
    },
  });
  await engine.start();
  const flowId = await engine.startNew({ t: trigger, a: acting() });
  await database().db.updateTable('flows').set({ concurrency: 3 }).where('id', '=', flowId).execute();
  await engine.concurrencyChanged(flowId);
  const runIds = (
    await Promise.all(Array.from({ length: 40 }, (_, n) => engine.send('e', event('x', n))))
  ).flat();
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);

  // Without the limit they need no gate.
  await database().db.updateTable('flows').set({ concurrency: null }).where('id', '=', flowId).execute();
  await engine.concurrencyChanged(flowId);
  const [free] = await engine.send('e', event('x', 0));
  expect(await endOf(database(), free!)).toMatchObject({ status: 'completed', order_no: null });
});

test('a cancelled run makes place, and what a crash left at the gate is let through', async () => {
  const began: number[] = [];
  const engine = await useEngine(database(), {
    stopGraceMs: 20,
    act: async (context) => {
      began.push(callOf(context).n);
      if (callOf(context).n !== 1) return;
      await new Promise((_resolve, reject) => {
        context.signal.addEventListener('abort', () => reject(context.signal.reason as Error));
      });
    },
  });
  await engine.start();
  await engine.startNew({ t: ordered, a: acting() });
  const [first] = await engine.send('e', event('a', 1));
  await until(async () => began.length === 1);
  const [second] = await engine.send('e', event('a', 2));
  // Somebody looked at the gate meanwhile, and saw that it may not pass.
  await until(async () => {
    const { rows } = await database().pool.query('select from runs where id = $1 and held', [second]);
    return rows.length === 1;
  });
  await engine.cancelRun({ runId: first!, userId: engine.userId });
  await endOf(database(), second!);

  // A run that ended without anybody looking at the gate.
  const [third] = await engine.send('e', event('a', 1));
  await until(async () => began.length === 3);
  const [fourth] = await engine.send('e', event('a', 4));
  await database().pool.query(`update runs set status = 'cancelled', finished_at = now() where id = $1`, [
    third,
  ]);
  expect(await endOf(database(), fourth!)).toMatchObject({ status: 'completed' });
});

test('an event whose key Postgres cannot read, or has none, has no order', async () => {
  const engine = await useEngine(database(), { act: async () => {} });
  await engine.start();
  await engine.startNew({ t: ordered, a: acting() });
  for (const data of [event('a\0b', 1), {}, null, { order: [] }]) {
    const [runId] = await engine.send('e', data);
    expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', order_key: null });
  }
});

/** Moves the clock on, and lets whatever is due by it happen. */
async function passTime(pass: (ms: number) => void, ms: number): Promise<void> {
  pass(ms);
  await bringForward(database());
}

async function asleep(count: number): Promise<void> {
  await until(async () => {
    const { rows } = await database().pool.query(
      'select from runs where held and wakes_at is not null and finished_at is null',
    );
    return rows.length === count;
  });
}

const limited = async (engine: TestEngine, flowId: string, concurrency: number) => {
  await database().db.updateTable('flows').set({ concurrency }).where('id', '=', flowId).execute();
  await engine.concurrencyChanged(flowId);
};

test('a run that sleeps gives its place to others, and takes one again in its turn', async () => {
  const { clock, pass } = movableClock();
  let atWork = 0;
  let most = 0;
  const done: number[] = [];
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => {
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
      done.push(callOf(context).n);
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger,
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '{{{$.t.out.data.wait}}}' } },
    a: acting({ from: [['w', 'out']], lambda: { n: '{{{$.t.out.data.n}}}' } }),
  });
  await limited(engine, flowId, 1);
  const send = async (n: number, wait: string) => (await engine.send('e', { n, wait }))[0]!;
  const sleepers = [await send(1, '2h'), await send(2, '1h')];
  await asleep(2);
  // There is one place, and both who sleep leave it free.
  expect(await endOf(database(), await send(3, '0s'))).toMatchObject({ status: 'completed' });
  expect(done).toEqual([3]);
  // Nothing is at its turn before its time.
  await passTime(pass, 30 * 60_000);
  await asleep(2);
  await passTime(pass, 2 * 3_600_000);
  for (const runId of sleepers) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(done).toEqual([3, 2, 1]);
  expect(most).toBe(1);
});

test('who sleeps again and again does not keep those from their turn who have not begun', async () => {
  const { clock, pass } = movableClock();
  const done: number[] = [];
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => {
      const round = Number(context.messages['timeout']?.content['round'] ?? 0);
      const n = round === 0 ? callOf(context).n : 1;
      if (n !== 1) done.push(n);
      else if (round < 5) await context.setTimeout({ round: round + 1 }, 60_000);
      else done.push(1);
    },
  });
  const flowId = await engine.startNew({ t: trigger, a: acting() });
  await limited(engine, flowId, 1);
  await engine.start();
  const [restless] = await engine.send('e', event('x', 1));
  await asleep(1);
  // Both it and the others are due when somebody looks.
  pass(61_000);
  const others: string[] = [];
  for (const n of [2, 3, 4]) others.push(...(await engine.send('e', event('x', n))));
  for (const runId of others) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(done).not.toContain(1);
  await until(async () => {
    await passTime(pass, 61_000);
    return (await statusOf(database(), restless!)) === 'completed';
  });
  expect(done).toEqual([2, 3, 4, 1]);
});

test('an event does not overtake one of its key that sleeps; other keys do', async () => {
  const { clock, pass } = movableClock();
  const done: string[] = [];
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => {
      const { id, n } = callOf(context);
      done.push(`${id}${n}`);
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: ordered,
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '{{{$.t.out.data.wait}}}' } },
    a: acting({ from: [['w', 'out']] }),
  });
  for (const concurrency of [1, null]) {
    await database().db.updateTable('flows').set({ concurrency }).where('id', '=', flowId).execute();
    await engine.concurrencyChanged(flowId);
    done.length = 0;
    const [first] = await engine.send('e', { ...event('a', 1), wait: '1h' });
    await until(async () => (await stepsOf(database(), first!)).length === 2);
    const [second] = await engine.send('e', { ...event('a', 2), wait: '0s' });
    const [other] = await engine.send('e', { ...event('b', 3), wait: '0s' });
    expect(await endOf(database(), other!)).toMatchObject({ status: 'completed' });
    expect(done).toEqual(['b3']);
    await passTime(pass, 2 * 3_600_000);
    for (const runId of [first, second]) await endOf(database(), runId!);
    expect(done).toEqual(['b3', 'a1', 'a2']);
  }
});

test('ticks pass the gate of their flow, too', async () => {
  const { clock, pass } = movableClock();
  let atWork = 0;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const engine = await useEngine(database(), {
    clock,
    act: async () => {
      atWork += 1;
      await held;
    },
  });
  await engine.start();
  const flowId = await engine.startNew({
    t: { type: 'timer', properties: { interval: 1 } },
    a: { type: 'act', from: [['t', 'out']] },
  });
  await until(async () => atWork === 1);
  await limited(engine, flowId, 1);
  const runs = async () => {
    const { rows } = await database().pool.query<{ held: boolean; finished_at: Date | null }>(
      'select held, finished_at from runs where flow_id = $1 order by id',
      [flowId],
    );
    return rows;
  };
  // The one at work was there before the limit, so it does not count.
  for (const count of [2, 3]) {
    await passTime(pass, 61_000);
    await until(async () => (await runs()).length === count);
  }
  await until(async () => atWork === 2);
  expect((await runs()).map((run) => run.held)).toEqual([false, false, true]);
  release();
  await until(async () => (await runs()).every((run) => run.finished_at !== null));
});

/** A run with a place of one, asleep, whose job has come just when somebody else lets it through its gate. */
async function letThroughAtItsTime(
  act: Behaviour['receive'],
  letThrough: (db: Queryable, run: { flowId: string; runId: string; at: Date }) => Promise<unknown>,
): Promise<string> {
  const { clock, pass } = movableClock();
  // Nobody else is to look at the gate.
  const engine = await useEngine(database(), { clock, act, sweepMs: 3_600_000 });
  await engine.start();
  const flowId = await engine.startNew({
    t: trigger,
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '1h' } },
    a: acting({ from: [['w', 'out']] }),
  });
  await limited(engine, flowId, 1);
  const [runId] = await engine.send('e', event('x', 1));
  await asleep(1);
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from runs where id = $1 for no key update', [runId]);
  await passTime(pass, 2 * 3_600_000);
  await until(async () => {
    const { rowCount } = await database().pool.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%as "wakesAt"%'`,
    );
    return rowCount === 1;
  });
  await letThrough(other, { flowId, runId: runId!, at: clock() });
  await other.query('commit');
  return runId!;
}

test('a run whose job comes while it is being let through its gate goes on', async () => {
  // The queue takes the job between its look for one and its adding of another, and so adds none.
  const runId = await letThroughAtItsTime(
    async () => {},
    (db, run) => db.query('update runs set held = false, wakes_at = null where id = $1', [run.runId]),
  );
  expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
});

test('a run whose job comes while it is being let through its gate goes on with one job only', async () => {
  let calls = 0;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  onTestFinished(() => release());
  const runId = await letThroughAtItsTime(
    async () => {
      calls += 1;
      await held;
    },
    (db, { flowId, at }) => passGate(db, flowId, { at }),
  );
  await until(async () => calls > 0);
  await until(async () => {
    const { rows } = await database().pool.query(
      'select from graphile_worker.jobs where locked_at is not null',
    );
    return rows.length === 1;
  });
  release();
  expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(calls).toBe(1);
});
