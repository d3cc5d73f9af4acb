import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { Throttled } from './errors.ts';
import { request, useEngine } from './testing/engine.ts';
import { insertUser, type TestNode } from './testing/flows.ts';

const database = useDatabase();

const listening: Record<string, TestNode> = {
  t: { type: 'onEvent', properties: { event: 'e' } },
};

test('a user sends in bursts, and then no faster than allowed; others are not concerned', async () => {
  let now = Date.now();
  const engine = await useEngine(database(), { eventsPerSecond: 5, clock: () => new Date(now) });
  const other = await insertUser(database());
  const send = (userId: string) => engine.acceptAppEvent({ userId, event: 'e', data: 1, request });
  for (let n = 0; n < 10; n += 1) await send(engine.userId);
  await expect(send(engine.userId)).rejects.toMatchObject({ name: 'Throttled', retryAfter: 1 });
  await send(other);
  now += 200;
  await send(engine.userId);
  await expect(send(engine.userId)).rejects.toBeInstanceOf(Throttled);
});

test('a user with too many unfinished runs waits until some have ended', async () => {
  let now = Date.now();
  const engine = await useEngine(database(), { openRunsPerUser: 3, clock: () => new Date(now) });
  await engine.startNew(listening);
  const refusal = () =>
    engine.send('e', 1).then(
      () => 'accepted',
      (error: Error) => error.name,
    );
  // What began while the backlog was being counted is let through.
  await expect.poll(refusal).toBe('Throttled');
  await database().pool.query('update runs set finished_at = now(), status = $1', ['completed']);
  now += 2_000;
  await expect.poll(refusal).toBe('accepted');
});
