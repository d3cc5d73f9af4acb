import { expect, onTestFinished, test } from 'vitest';
import type { Behaviour } from '../connectors/component.ts';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, type TestEngine, until, useEngine } from './testing/engine.ts';
import { insertFlow, insertUser } from './testing/flows.ts';

const database = useDatabase();

/** A flow of a new user, whose component does what the engine's `act` does. */
async function flowOf(engine: TestEngine): Promise<{ userId: string; send: () => Promise<string> }> {
  const userId = await insertUser(database());
  const flowId = await insertFlow(database(), userId, {
    t: { type: 'onEvent', properties: { event: 'e' } },
    a: { type: 'act', from: [['t', 'out']] },
  });
  await engine.startFlow(flowId, userId);
  const request = { method: 'POST', hostname: 'localhost', headers: {}, query: {} };
  return {
    userId,
    async send() {
      const { triggers } = await engine.acceptAppEvent({ userId, event: 'e', data: {}, request });
      return triggers[0]!.correlationId;
    },
  };
}

async function parkedOf(userId: string): Promise<number> {
  const { rowCount } = await database().pool.query(
    'select from runs where user_id = $1 and parked_at is not null and finished_at is null',
    [userId],
  );
  return rowCount ?? 0;
}

/** Calls of these users get no answer until they are released. */
function hanging() {
  const atWork = new Map<string, number>();
  const order: string[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const act: Behaviour['receive'] = async ({ userId, correlationId }) => {
    atWork.set(userId, (atWork.get(userId) ?? 0) + 1);
    order.push(correlationId);
    if (hogs.has(userId)) await released;
    atWork.set(userId, atWork.get(userId)! - 1);
  };
  const hogs = new Set<string>();
  return { act, hogs, release, order, atWork: (userId: string) => atWork.get(userId) ?? 0 };
}

test('users whose calls hang leave room for others, however many runs they have', async () => {
  const { act, hogs, release, atWork } = hanging();
  const engine = await useEngine(database(), { concurrency: 20, act });
  await engine.start();
  // A process that has no worker: what it accepts goes through the queue.
  const front = await useEngine(database());
  const first = await flowOf(front);
  const second = await flowOf(front);
  const other = await flowOf(front);
  hogs.add(first.userId).add(second.userId);
  const runIds = await Promise.all(Array.from({ length: 60 }, first.send));
  await until(async () => (await parkedOf(first.userId)) === 44);
  expect(atWork(first.userId)).toBe(16);
  runIds.push(...(await Promise.all(Array.from({ length: 30 }, second.send))));
  await until(async () => (await parkedOf(second.userId)) > 20);
  expect(atWork(second.userId)).toBeLessThan(4);
  for (let n = 0; n < 5; n += 1) {
    expect(await endOf(database(), await other.send())).toMatchObject({ status: 'completed' });
  }
  expect(atWork(first.userId)).toBe(16);
  release();
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect((await parkedOf(first.userId)) + (await parkedOf(second.userId))).toBe(0);
});

test('however many users hang, another one finds room', async () => {
  const { act, hogs, release, atWork } = hanging();
  const engine = await useEngine(database(), { concurrency: 100, act });
  await engine.start();
  const front = await useEngine(database());
  const users: Awaited<ReturnType<typeof flowOf>>[] = [];
  for (let n = 0; n < 50; n += 1) users.push(await flowOf(front));
  for (const { userId } of users) hogs.add(userId);
  const runIds: string[] = [];
  const wait = async ({ userId, send }: (typeof users)[number], runs: number) => {
    runIds.push(...(await Promise.all(Array.from({ length: runs }, send))));
    await until(async () => atWork(userId) + (await parkedOf(userId)) === runs);
  };
  // One after the other, each of them with more than there is room for; and then all the others at once.
  for (const [n, runs] of [90, 30, 12, 6, 6, 6].entries()) await wait(users[n]!, runs);
  await Promise.all(users.slice(6).map((user) => wait(user, 4)));
  expect(users.map(({ userId }) => atWork(userId) > 0)).toEqual(users.map(() => true));
  const other = await flowOf(front);
  const took: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    const sentAt = performance.now();
    expect(await endOf(database(), await other.send())).toMatchObject({ status: 'completed' });
    took.push(Math.round(performance.now() - sentAt));
  }
  expect(took.toSorted((a, b) => a - b)[5]).toBeLessThan(1_000);
  release();
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
}, 60_000);

test('who waits for a user that hardly moves does not stand before others', async () => {
  const ends: (() => void)[] = [];
  const engine = await useEngine(database(), {
    concurrency: 40,
    parkAfterMs: 400,
    act: ({ userId }) =>
      userId === hog.userId ? new Promise<void>((end) => ends.push(end)) : Promise.resolve(),
  });
  const front = await useEngine(database());
  const hog = await flowOf(front);
  const other = await flowOf(front);
  const runIds = await Promise.all(Array.from({ length: 200 }, hog.send));
  await engine.start();
  await until(async () => ends.length === 32);
  // Less than the wait apart, so that the user is never taken for one that hangs altogether.
  let ended = 0;
  const timer = setInterval(() => {
    ended += 1;
    ends.shift()?.();
  }, 100);
  onTestFinished(() => clearInterval(timer));
  // The queue has taken further jobs meanwhile.
  await until(async () => ended === 3);
  ended = 0;
  expect(await endOf(database(), await other.send())).toMatchObject({ status: 'completed' });
  expect(ended).toBeLessThan(25);
  const letGo = setInterval(() => {
    for (const end of ends.splice(0)) end();
  }, 5);
  onTestFinished(() => clearInterval(letGo));
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
}, 60_000);

test('a user who is only busy has nothing parked, and may have all places where the operator says so', async () => {
  const { act, hogs, release, atWork } = hanging();
  const engine = await useEngine(database(), { concurrency: 10, userShare: 1, act });
  // However slow the machine is at this moment.
  const busy = await useEngine(database(), { concurrency: 10, parkAfterMs: 60_000, act });
  const user = await flowOf(busy);
  const runIds = await Promise.all(Array.from({ length: 200 }, user.send));
  await busy.start();
  let most = 0;
  for (const runId of runIds) {
    await endOf(database(), runId);
    most = Math.max(most, await parkedOf(user.userId));
  }
  expect(most).toBe(0);
  await busy.stop();

  const greedy = await flowOf(await useEngine(database()));
  hogs.add(greedy.userId);
  await engine.start();
  const all = await Promise.all(Array.from({ length: 12 }, greedy.send));
  await until(async () => atWork(greedy.userId) === 10);
  release();
  for (const runId of all) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
});

test('what a worker parked that died is fetched by another, in the order of acceptance', async () => {
  const { act, order } = hanging();
  const engine = await useEngine(database(), { concurrency: 1, act });
  const user = await flowOf(engine);
  const runIds: string[] = [];
  for (let n = 0; n < 5; n += 1) runIds.push(await user.send());
  const { pool } = database();
  await pool.query('update runs set parked_at = now() where id = any($1::uuid[])', [runIds]);
  await pool.query('delete from graphile_worker._private_jobs where key = any($1::text[])', [runIds]);
  await engine.start();
  for (const runId of runIds) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  expect(order).toEqual(runIds);
});
