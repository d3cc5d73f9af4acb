import { heardEvent } from './event.ts';
import type { Answers } from './load.ts';
import type { Stage } from './stage.ts';

const neighbours = 10;
const everyMs = 50;

export type StartDelay = { p50: number; p95: number };

/**
 * How long the runs of ten users (20 events a second in all) wait from their event to their first step: alone, and while
 * another user sends `events` as fast as they are taken. The times that the product stored are taken, so the load process
 * being busy does not count.
 */
export async function floodingNeighbour(
  stage: Stage,
  events: number,
): Promise<{ alone: StartDelay; flooded: StartDelay; flood: Answers }> {
  const others = [];
  for (let index = 0; index < neighbours; index += 1) others.push(await stage.newUser(`other-${index}`));
  const senders = others.map(({ token }) => ({ url: stage.url, token, event: heardEvent }));
  const userIds = others.map((other) => other.userId);

  await stage.load.ask('trickle', { senders, everyMs, forMs: 3_000, flood: null });
  const alone = await startDelay(stage, userIds);
  const since = new Date();
  const { flood } = await stage.load.ask('trickle', {
    senders,
    everyMs,
    forMs: 15_000,
    flood: {
      url: stage.url,
      token: stage.token,
      event: heardEvent,
      connections: 64,
      forMs: 120_000,
      atMost: events,
      firstNo: 1_000_000,
    },
  });
  return { alone, flooded: await startDelay(stage, userIds, since), flood: flood! };
}

async function startDelay(stage: Stage, userIds: string[], since = new Date(0)): Promise<StartDelay> {
  const { rows } = await stage.database.query<StartDelay>(
    `select percentile_cont(0.5) within group (order by delay) as p50,
            percentile_cont(0.95) within group (order by delay) as p95
     from (
       select extract(epoch from coalesce(
                (select min(s.started_at) from steps s where s.run_id = runs.id), now()
              ) - created_at)::float8 * 1000 as delay
       from runs where user_id = any($1::uuid[]) and created_at >= $2
     ) as delays`,
    [userIds, since],
  );
  return rows[0]!;
}
