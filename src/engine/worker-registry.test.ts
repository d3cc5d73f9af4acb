import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { useDatabase } from '../store/testing/database.ts';
import { wayThatFallsSilent } from '../store/testing/silent-way.ts';
import { until } from './testing/engine.ts';
import { createWorkerRegistry } from './worker-registry.ts';

const database = useDatabase();
const silent = () => {};

/** A worker with a way of its own to the database, and whom it took for dead. */
async function useWorker(id: string) {
  const way = await wayThatFallsSilent(database().options);
  const own = openDatabase({ ...way.options, silence: { askEveryMs: 50, silentForMs: 300 } }, silent);
  const buried: unknown[] = [];
  const registry = createWorkerRegistry(
    {
      database: own,
      clock: () => new Date(),
      watchMs: 10,
      logger: {
        debug: silent,
        info: silent,
        error: silent,
        warn: (facts: object, text: string) => text.startsWith('A worker died') && buried.push(facts),
      },
    },
    id,
  );
  await registry.start();
  onTestFinished(async () => {
    await registry.stop();
    await own.close();
  });
  const holdsLock = async () => {
    const { rowCount } = await database().pool.query(
      `select from pg_locks where locktype = 'advisory' and granted
       and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`,
      [id],
    );
    return rowCount === 1;
  };
  return { way, buried, holdsLock, stop: () => registry.stop() };
}

test('who comes back first after an outage, which broke its look, leaves the others time to come back', async () => {
  const first = await useWorker('first');
  const second = await useWorker('second');
  for (const { way } of [first, second]) way.fallSilent();
  for (const { holdsLock } of [first, second]) await until(async () => !(await holdsLock()));
  first.way.speakAgain();
  await until(first.holdsLock);
  second.way.speakAgain();
  await until(second.holdsLock);
  // It may be looking, for which it would hold that lock itself.
  await first.stop();
  expect(first.buried).toEqual([]);
});
