import { expect, onTestFinished, test } from 'vitest';
import { useDatabase } from './testing/database.ts';
import { buryDead, registerWorker } from './workers.ts';

const database = useDatabase();

async function session() {
  const client = await database().connect();
  onTestFinished(() => client.end());
  return client;
}

test('while the database has just started, a worker without its lock may be on its way back', async () => {
  const living = await database().connect();
  await registerWorker(living, 'reconnects', new Date());
  await living.end();
  const looking = await session();
  const { rows } = await looking.query<{ up: number }>(
    `select extract(epoch from clock_timestamp() - pg_postmaster_start_time())::float8 * 1000 as up`,
  );
  expect(await buryDead(looking, 'new', rows[0]!.up + 60_000)).toEqual([]);
  expect(await buryDead(looking, 'new', rows[0]!.up)).toEqual(['reconnects']);
});
