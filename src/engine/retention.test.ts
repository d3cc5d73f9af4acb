import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { createUuidV7 } from './uuid.ts';
import { endOf, request, useEngine } from './testing/engine.ts';

const database = useDatabase();

const day = 24 * 60 * 60_000;
const listening = (event: string) => ({ t: { type: 'onEvent' as const, properties: { event } } });

async function left(table: 'runs' | 'events' | 'steps' | 'flow_versions', id: string): Promise<number> {
  const column = table === 'steps' ? 'run_id' : 'id';
  const { rowCount } = await database().pool.query(`select 1 from ${table} where ${column} = $1`, [id]);
  return rowCount ?? 0;
}

test('what is too old is deleted, but nothing that is unfinished or in use', async () => {
  let now = Date.now() - 100 * day;
  const clock = () => new Date(now);
  const engine = await useEngine(database(), { clock, newId: createUuidV7(clock), retentionDays: 30 });
  const send = async (event: string) => {
    const [runId] = await engine.send(event, 1);
    const { rows } = await database().pool.query<{ event_id: string; version_id: string }>(
      'select event_id, version_id from runs where id = $1',
      [runId],
    );
    return { runId: runId!, eventId: rows[0]!.event_id, versionId: rows[0]!.version_id };
  };
  const flowId = await engine.startNew(listening('aged'));
  await engine.startNew(listening('kept'));
  const ended = await send('aged');
  const worker = await useEngine(database(), { clock });
  await worker.start();
  expect(await endOf(database(), ended.runId)).toMatchObject({ status: 'completed' });
  await worker.stop();
  const unfinished = await send('kept');
  await engine.acceptAppEvent({ userId: engine.userId, event: 'unheard', data: 1, request });
  await engine.stopFlow(flowId, engine.userId);

  now += 100 * day;
  const recent = await useEngine(database(), { clock, newId: createUuidV7(clock) });
  await recent.startNew(listening('recent'));
  const [recentRun] = await recent.send('recent', 1);
  await engine.sweepOld();

  expect(await left('runs', ended.runId)).toBe(0);
  expect(await left('steps', ended.runId)).toBe(0);
  expect(await left('events', ended.eventId)).toBe(0);
  expect(await left('flow_versions', ended.versionId)).toBe(0);
  expect(await left('runs', unfinished.runId)).toBe(1);
  expect(await left('events', unfinished.eventId)).toBe(1);
  expect(await left('flow_versions', unfinished.versionId)).toBe(1);
  expect(await left('runs', recentRun!)).toBe(1);
  const { rows } = await database().pool.query<{ name: string }>('select name from events order by id');
  expect(rows.map((row) => row.name)).toEqual(['kept', 'recent']);
});

test('more than one statement holds is deleted by several', async () => {
  let now = Date.now() - 100 * day;
  const clock = () => new Date(now);
  const engine = await useEngine(database(), { clock, newId: createUuidV7(clock), retentionDays: 30 });
  await Promise.all(
    Array.from({ length: 2_300 }, (_, n) =>
      engine.acceptAppEvent({ userId: engine.userId, event: 'many', data: n, request }),
    ),
  );
  now += 100 * day;
  await engine.sweepOld();
  const { rows } = await database().pool.query<{ count: number }>(
    "select count(*)::int as count from events where name = 'many'",
  );
  expect(rows[0]!.count).toBe(0);
});
