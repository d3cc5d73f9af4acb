import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** What was seen of the workers at a moment (milliseconds): the ids of their rows, and whose lock is held. */
export type Sighting = { at: number; rows: string[]; living: string[] };

export type Burials = {
  /** Milliseconds from when others could see it until the last of the dead was gone; undefined: nobody died. */
  slowest: number | undefined;
  violations: string[];
};

const lookEveryMs = 100;
const buriedWithinMs = 10_000;

/**
 * Who died, and for how long others left its row and so its runs alone. Its time begins with the kill, or when after it
 * another worker is seen to live: one process alone has to be started again, and a PostgreSQL that is killed keeps nobody's
 * lock.
 */
export function burialsOf(sightings: Sighting[], killedAt: number): Burials {
  const after = sightings.filter(({ at }) => at >= killedAt);
  const last = after.at(-1);
  if (!last) return { slowest: undefined, violations: ['Nobody looked after the workers'] };
  const dead = new Set(sightings.flatMap(({ rows }) => rows).filter((id) => !last.living.includes(id)));
  const took = [...dead].flatMap((id) => {
    const seen = after.filter(({ rows }) => rows.includes(id));
    if (seen.length === 0) return [];
    const witnessed = after.find(({ living }) => living.some((other) => !dead.has(other)));
    const gone = after.find(({ at }) => at > seen.at(-1)!.at) ?? last;
    return [{ id, ms: witnessed ? Math.max(0, gone.at - witnessed.at) : gone.at - killedAt }];
  });
  return {
    slowest: took.length > 0 ? Math.max(...took.map(({ ms }) => ms)) : undefined,
    violations: [
      ...took
        .filter(({ ms }) => ms > buriedWithinMs)
        .map(({ id, ms }) => `The dead worker ${id} was replaced after ${Math.round(ms)} ms only`),
      ...last.rows
        .filter((id) => !last.living.includes(id))
        .map((id) => `The worker ${id} is dead, and nobody has noticed`),
    ],
  };
}

/** Looks at the workers until `end`; an absent PostgreSQL shows nobody. What was seen is put into `sightings`. */
export async function watchWorkers(
  connection: pg.ClientConfig,
  sightings: Sighting[],
  end: AbortSignal,
): Promise<void> {
  let client: pg.Client | undefined;
  while (!end.aborted) {
    try {
      client ??= await connect(connection);
      sightings.push(await look(client));
    } catch {
      // PostgreSQL was killed, too; the next look connects anew.
      await client?.end().catch(() => undefined);
      client = undefined;
    }
    await delay(lookEveryMs);
  }
  await client?.end();
}

/** Resolves when no more than so many workers have a row, and all of them live; or when that takes too long. */
export async function untilBuried(sightings: Sighting[], left: number): Promise<void> {
  const deadline = performance.now() + buriedWithinMs + 1_000;
  const seenBefore = sightings.length;
  const isOver = () => {
    const last = sightings.length > seenBefore ? sightings.at(-1) : undefined;
    return last !== undefined && last.rows.length <= left && last.living.length === last.rows.length;
  };
  while (!isOver() && performance.now() < deadline) await delay(lookEveryMs);
}

async function connect(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined); // told by the next statement
  await client.connect();
  return client;
}

async function look(client: pg.Client): Promise<Sighting> {
  const { rows } = await client.query<{ id: string; lives: boolean }>(
    `select id, exists (
       select from pg_locks
       where locktype = 'advisory' and granted and objsubid = 1
         and (classid::bigint << 32) | objid::bigint = lock_key
     ) as lives from workers`,
  );
  return {
    at: performance.now(),
    rows: rows.map(({ id }) => id),
    living: rows.filter(({ lives }) => lives).map(({ id }) => id),
  };
}
