import { expect, onTestFinished, test } from 'vitest';
import { message } from '../flow/messages/message.ts';
import { openDatabase } from '../store/database.ts';
import { useDatabase } from '../store/testing/database.ts';
import { EventRefused, Unavailable } from './errors.ts';
import { insertFlow, insertUser } from './testing/flows.ts';
import { countOf, request, untilBlocked, useEngine } from './testing/engine.ts';

const database = useDatabase();

const listening = (event: string) => ({ t: { type: 'onEvent' as const, properties: { event } } });

test('an event starts the running flows of its user that wait for its name, and no others', async () => {
  const engine = await useEngine(database());
  const stranger = await useEngine(database());
  const first = await engine.startNew(listening('paid'));
  const second = await engine.startNew(listening('paid'));
  await engine.startNew(listening('Paid'));
  await insertFlow(database(), engine.userId, listening('paid'));
  await stranger.startNew(listening('paid'));

  const { triggers, replayed } = await engine.acceptAppEvent({
    userId: engine.userId,
    event: 'paid',
    data: { sum: 3 },
    request,
  });
  expect(replayed).toBe(false);
  expect(triggers.map((trigger) => trigger.flowId).toSorted()).toEqual([first, second].toSorted());
  for (const trigger of triggers) {
    expect(trigger).toMatchObject({ userId: engine.userId, event: 'paid', componentId: 't' });
    expect(new Date(trigger.createdAt).toISOString()).toBe(trigger.createdAt);
    const run = await database()
      .db.selectFrom('runs')
      .selectAll()
      .where('id', '=', trigger.correlationId)
      .executeTakeFirstOrThrow();
    expect(run).toMatchObject({ flow_id: trigger.flowId, status: 'queued', user_id: engine.userId });
  }

  const only = await engine.acceptAppEvent({
    userId: engine.userId,
    event: 'paid',
    data: 1,
    request,
    flowId: second.toUpperCase(),
  });
  expect(only.triggers.map((trigger) => trigger.flowId)).toEqual([second]);
  expect(await engine.send('unknown', {})).toEqual([]);
  const odd = { userId: engine.userId, event: 'paid', data: 1, request, flowId: 'no uuid' };
  expect((await engine.acceptAppEvent(odd)).triggers).toEqual([]);
});

test('the message is kept as it came, without what proves who sent it', async () => {
  const engine = await useEngine(database());
  const data = { b: [1, 2.5, null], a: 'x\u0000y \ud800', nested: { deep: true } };
  await engine.acceptAppEvent({
    userId: engine.userId,
    event: 'kept',
    data,
    request: {
      ...request,
      headers: { Authorization: 'Bearer x', Cookie: 'y', 'x-id': '1' },
      query: { q: '2' },
    },
  });
  const event = await database()
    .db.selectFrom('events')
    .selectAll()
    .where('name', '=', 'kept')
    .executeTakeFirstOrThrow();
  expect(event.message).toEqual({
    method: 'POST',
    hostname: 'localhost',
    headers: { 'x-id': '1' },
    query: { q: '2' },
    data,
  });
});

test('the same key of a user is taken once, in one batch and later', async () => {
  const engine = await useEngine(database());
  const other = await useEngine(database());
  await engine.startNew(listening('once'));
  await other.startNew(listening('once'));
  const event = { userId: engine.userId, event: 'once', data: {}, request, idempotencyKey: 'k1' };
  const together = await Promise.all([1, 2, 3].map(() => engine.acceptAppEvent(event)));
  const later = await engine.acceptAppEvent(event);
  const runIds = [...together, later].map((one) => one.triggers[0]?.correlationId);
  expect(new Set(runIds).size).toBe(1);
  expect([...together, later].map((one) => one.replayed)).toEqual([false, true, true, true]);
  const ofOther = await engine.acceptAppEvent({ ...event, userId: other.userId });
  expect(ofOther.replayed).toBe(false);
  expect(ofOther.triggers[0]?.correlationId).not.toBe(runIds[0]);
});

test('events of one moment share a transaction', async () => {
  const engine = await useEngine(database());
  await engine.startNew(listening('many'));
  const before = await transactionIds();
  const runs = await Promise.all(Array.from({ length: 200 }, (_, n) => engine.send('many', { n })));
  expect(new Set(runs.flat()).size).toBe(200);
  expect((await transactionIds()) - before).toBeLessThan(100);
});

/** How many writing transactions there have been. */
async function transactionIds(): Promise<number> {
  const { rows } = await database().pool.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return Number(rows[0]!.id);
}

test('it is all the same whether anybody listened to an event when it came last', async () => {
  const engine = await useEngine(database());
  const sendAll = (names: string[]) => Promise.all(names.map(async (name) => engine.send(name, name)));
  const startedBy = async (names: string[]) => (await sendAll(names)).map((runs) => runs.length);
  expect(await startedBy(['news', 'news', 'other'])).toEqual([0, 0, 0]);

  const flow = await engine.startNew(listening('news'));
  expect(await startedBy(['other', 'news', 'other', 'news'])).toEqual([0, 1, 0, 1]);
  expect(await startedBy(['news', 'other'])).toEqual([1, 0]);
  expect(await startedBy(['other'])).toEqual([0]);

  await engine.stopFlow(flow, engine.userId);
  expect(await startedBy(['news', 'other'])).toEqual([0, 0]);
  expect(await startedBy(['news'])).toEqual([0]);

  await engine.startFlow(flow, engine.userId);
  expect(await startedBy(['news', 'news'])).toEqual([1, 1]);
  const { rows } = await database().pool.query(
    `select name, count(*)::int from events where user_id = $1 group by name order by name`,
    [engine.userId],
  );
  expect(rows).toEqual([
    { name: 'news', count: 9 },
    { name: 'other', count: 6 },
  ]);
});

test('an event the database refuses fails alone', async () => {
  const engine = await useEngine(database());
  await engine.startNew(listening('good'));
  const results = await Promise.allSettled([
    engine.send('good', 1),
    engine.send('bad\u0000name', 2),
    engine.send('good', 3),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await expect(engine.send('bad\u0000name', 2)).rejects.toBeInstanceOf(EventRefused);
});

test('without a database nothing is acknowledged', async () => {
  const engine = await useEngine(database(), {
    database: closedDatabase(),
  });
  await expect(engine.send('x', 1)).rejects.toBeInstanceOf(Unavailable);
});

/** On a port on which nothing listens: refused at once. */
function closedDatabase() {
  return openDatabase({ ...database().options, host: '127.0.0.1', port: 1 }, () => {});
}

test('the more runs a user has open, the later the next ones start', async () => {
  const engine = await useEngine(database());
  const calm = await insertUser(database());
  const flow = await engine.startNew(listening('flood'));
  const calmFlow = await insertFlow(database(), calm, listening('flood'));
  await engine.startFlow(calmFlow, calm);
  for (let batch = 0; batch < 4; batch++) {
    await Promise.all(Array.from({ length: 30 }, () => engine.send('flood', {})));
  }
  await engine.acceptAppEvent({ userId: calm, event: 'flood', data: {}, request });
  const { rows } = await database().pool.query<{ flowId: string; priority: number }>(
    `select runs.flow_id as "flowId", jobs.priority from graphile_worker.jobs join runs on runs.id::text = jobs.key
     where runs.flow_id = any($1)`,
    [[flow, calmFlow]],
  );
  const priorities = (of: string) => rows.filter((row) => row.flowId === of).map((row) => row.priority);
  expect(new Set(priorities(flow))).toEqual(new Set([0, 10, 20]));
  expect(priorities(calmFlow)).toEqual([0]);
});

test('a flow whose start fails keeps no trace', async () => {
  const engine = await useEngine(database());
  const before = await countOf(database(), 'flow_versions');
  const flowId = await insertFlow(database(), engine.userId, listening(''));
  await expect(engine.startFlow(flowId, engine.userId)).rejects.toMatchObject({
    name: 'FlowNotStartable',
    problems: [
      { componentId: 't', message: message('problem.told', { reason: 'An event name may not be empty.' }) },
    ],
  });
  expect(await countOf(database(), 'flow_versions')).toBe(before);
});

test('an event that comes while one of its flows is deleted starts the others', async () => {
  const engine = await useEngine(database());
  const deleted = await engine.startNew(listening('raced'));
  const kept = await engine.startNew(listening('raced'));
  const other = await database().connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('select from flows where id = $1 for update', [deleted]);
  const sent = engine.acceptAppEvent({ userId: engine.userId, event: 'raced', data: 1, request });
  // It has matched both and waits to store its runs.
  await untilBlocked(database());
  await other.query('delete from flows where id = $1', [deleted]);
  await other.query('commit');
  expect((await sent).triggers.map((trigger) => trigger.flowId)).toEqual([kept]);
});

test('a receipt that cannot be read makes nothing else be stored again', async () => {
  const own = openDatabase(database().options, () => {});
  onTestFinished(() => own.close());
  const engine = await useEngine(database(), { database: own });
  await engine.startNew(listening('repeated'));
  const event = { userId: engine.userId, event: 'repeated', data: 1, request };
  await engine.acceptAppEvent({ ...event, idempotencyKey: 'known' });
  for (const pool of [own.pool, own.intake]) {
    const query = pool.query.bind(pool) as (...statement: unknown[]) => Promise<unknown>;
    const refuse = (...statement: unknown[]) =>
      String(statement[0]).includes('e.receipt') ? Promise.reject(new Error('refused')) : query(...statement);
    Object.assign(pool, { query: refuse });
  }
  const [plain, again] = await Promise.allSettled([
    engine.acceptAppEvent(event),
    engine.acceptAppEvent({ ...event, idempotencyKey: 'known' }),
  ]);
  expect([plain.status, again.status]).toEqual(['fulfilled', 'rejected']);
  const { rowCount } = await database().pool.query('select from events where user_id = $1', [engine.userId]);
  expect(rowCount).toBe(2);
});
