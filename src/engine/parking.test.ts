import { expect, test } from 'vitest';
import { parkRuns, unparkRuns } from '../store/parking.ts';
import { claimRuns } from '../store/claimed-runs.ts';
import { useDatabase } from '../store/testing/database.ts';
import { giveBackJobs } from '../store/workers.ts';
import { useEngine } from './testing/engine.ts';

const database = useDatabase();

/** A run that waits for a worker. */
async function waiting(event: string): Promise<{ runId: string; userId: string }> {
  const engine = await useEngine(database());
  await engine.startNew({ t: { type: 'onEvent', properties: { event } } });
  const [runId] = await engine.send(event, {});
  return { runId: runId!, userId: engine.userId };
}

const jobsOf = async (runId: string) => {
  const { rowCount } = await database().pool.query(
    'select from graphile_worker.jobs where key = $1 and attempts < max_attempts',
    [runId],
  );
  return rowCount;
};

const parkedAt = async (runId: string) => {
  const query = database().db.selectFrom('runs').select('parked_at').where('id', '=', runId);
  return (await query.executeTakeFirstOrThrow()).parked_at;
};

test('a run that is parked has no job, though its worker died at that moment, and one that is claimed is not parked', async () => {
  const { pool } = database();
  const { runId, userId } = await waiting('parked');
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()`);
  await parkRuns(pool, [runId], new Date());
  await giveBackJobs(pool, 'dead');
  expect(await jobsOf(runId)).toBe(0);
  expect(await unparkRuns(pool, userId, 10)).toBe(1);
  expect(await jobsOf(runId)).toBe(1);
  await parkRuns(pool, [runId], new Date());
  expect(await jobsOf(runId)).toBe(0);
  expect(await claimRuns(pool, [{ runId }], new Date())).toHaveLength(1);
  expect(await unparkRuns(pool, userId, 10)).toBe(0);
});

test('a run that sleeps at its gate, or that a process has taken, is not parked', async () => {
  const { pool } = database();
  const { runId } = await waiting('elsewhere');
  for (const place of ['held = true, wakes_at = now()', `held = false, worker_id = 'other'`]) {
    await pool.query(`update runs set ${place} where id = $1`, [runId]);
    await parkRuns(pool, [runId], new Date());
    expect(await parkedAt(runId)).toBeNull();
    expect(await jobsOf(runId)).toBe(1);
  }
});
