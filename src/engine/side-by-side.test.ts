import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from '../store/migrations/index.ts';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, until, useEngine } from './testing/engine.ts';

const database = useDatabase();

/** All kinds of what a migration may do: see `store/testing/hinders-older.ts`. */
async function nextRelease(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users add column more int;
    alter table flows add column more json not null default '{}';
    alter table flow_versions add column more text;
    alter table listeners add column more boolean not null default false;
    alter table events add column more jsonb not null default '{}', add column another text;
    alter table runs add column more int not null default 0, add column another timestamptz;
    alter table steps add column more text not null default 'a';
    alter table log_entries add column more int;
    alter table schedules add column more int;
    alter table workers add column more int not null default 1;
    create index runs_by_more on runs (more) where more > 0;
    create table more_things (id uuid primary key, run_id uuid references runs on delete cascade);
  `.execute(db);
}

test('a process at work goes on while a newer release migrates its database, and loses and doubles nothing', async () => {
  const done = new Map<number, number>();
  const engine = await useEngine(database(), {
    retentionDays: 30,
    act: async (context) => {
      const n = Number(context.messages['in']?.content['n']);
      done.set(n, (done.get(n) ?? 0) + 1);
      await context.log({ n });
      await context.sendJson({ n }, 'out');
    },
  });
  await engine.start();
  const flow = {
    t: { type: 'onEvent' as const, properties: { event: 'e', orderBy: ['key'] } },
    s: {
      type: 'set' as const,
      from: [['t', 'out'] as [string, string]],
      lambda: { n: '{{{$.t.out.data.n}}}' },
    },
    a: { type: 'act' as const, from: [['s', 'out'] as [string, string]], lambda: { n: '{{{$.s.out.n}}}' } },
    w: { type: 'wait' as const, from: [['a', 'out'] as [string, string]], lambda: { interval: '1s' } },
  };
  const flowId = await engine.startNew(flow);
  let sent = 0;
  const enough = new AbortController();
  const runIds: string[] = [];
  const senders = Array.from({ length: 4 }, async () => {
    while (!enough.signal.aborted) {
      const n = sent++;
      runIds.push(...(await engine.send('e', { n, key: n % 50 })));
    }
  });
  await until(async () => done.size > 20);
  const migrator = new Migrator({
    db: database().db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations, '9000_next': { up: nextRelease } }) },
  });
  // Where it and the process wait for each other, whichever gives way tries again, as `migrate` does.
  await until(async () => (await migrator.migrateToLatest()).error === undefined);
  const before = sent;
  await until(async () => sent > before + 20);
  enough.abort();
  await Promise.all(senders);
  for (const runId of runIds) {
    expect(await endOf(database(), runId, 60_000)).toMatchObject({ status: 'completed' });
  }
  expect(runIds).toHaveLength(sent);
  expect([...done.values()].every((times) => times === 1)).toBe(true);

  // Everything else that it does, too.
  await engine.restartFlow(flowId, engine.userId);
  const [again] = await engine.send('e', { n: -1, key: 'x' });
  expect(await endOf(database(), again!)).toMatchObject({ status: 'completed' });
  await engine.sweepOld();
  await engine.stopFlow(flowId, engine.userId);
}, 90_000);
