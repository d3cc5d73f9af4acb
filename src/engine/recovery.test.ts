import { once } from 'node:events';
import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { countOf, endOf, engineConnections, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';
import { useReceiver } from './testing/receiver.ts';
import { startWorkerProcess } from './testing/start-worker-process.ts';

const database = useDatabase();

test('the runs of a killed worker go on elsewhere, and nothing that was done is done twice', async () => {
  const receiver = await useReceiver();
  const engine = await useEngine(database());
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'go' } },
    first: {
      type: 'call',
      from: [['t', 'out']],
      lambda: { url: `${receiver.url}/first`, body: '{{{$.t.out.data}}}' },
    },
    second: { type: 'call', from: [['first', 'out']], lambda: { url: `${receiver.url}/hang`, body: {} } },
    third: {
      type: 'call',
      from: [['second', 'out']],
      lambda: { url: `${receiver.url}/third`, body: { code: '{{{$.first.out.statusCode}}}' } },
    },
  });
  const child = await startWorkerProcess(database());
  const pathsSeen = () => receiver.received.map((one) => one.path);
  receiver.hold(true);
  const [runId] = await engine.send('go', { n: 1 });
  await until(async () => pathsSeen().includes('/first'));
  expect(await statusOf(database(), runId!)).toBe('running');
  child.kill('SIGKILL');
  await once(child, 'exit');
  receiver.hold(false);
  await engine.start();
  expect(await endOf(database(), runId!, 10_000)).toMatchObject({ status: 'completed' });
  // Its first call had no answer when the process died, so it is made again, with the same key.
  expect(pathsSeen()).toEqual(['/first', '/first', '/hang', '/third']);
  expect(receiver.received[0]!.idempotencyKey).toBe(receiver.received[1]!.idempotencyKey);
  expect(receiver.received[3]!.body).toEqual({ code: 200 });
});

test('a worker that is killed behind a journaled step does not repeat it', async () => {
  const receiver = await useReceiver();
  const engine = await useEngine(database());
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'resume' } },
    ids: { type: 'set', from: [['t', 'out']], lambda: { id: '{{{$.t.out.data.id}}}' } },
    first: { type: 'call', from: [['ids', 'out']], lambda: { url: `${receiver.url}/first`, body: {} } },
    wait: { type: 'call', from: [['first', 'out']], lambda: { url: '{{{$.t.out.data.hang}}}', body: {} } },
    last: {
      type: 'call',
      from: [['wait', 'out']],
      lambda: { url: `${receiver.url}/last`, body: '{{{$.ids.out}}}' },
    },
  });
  const hanging = await useReceiver();
  hanging.hold(true);
  const child = await startWorkerProcess(database());
  const [runId] = await engine.send('resume', { id: 7, hang: hanging.url });
  await until(async () => hanging.received.length === 1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await stepsOf(database(), runId!)).toHaveLength(3);
  hanging.hold(false);
  await engine.start();
  expect(await endOf(database(), runId!, 10_000)).toMatchObject({ status: 'completed' });
  expect(receiver.received.map(({ path: at, body }) => [at, body])).toEqual([
    ['/first', {}],
    ['/last', { id: 7 }],
  ]);
  expect(hanging.received[0]!.idempotencyKey).toBe(hanging.received[1]!.idempotencyKey);
  expect(await stepsOf(database(), runId!)).toHaveLength(5);
});

test('who buries a worker goes on with its jobs at once, and does not wait for the next look at the queue', async () => {
  const { pool } = database();
  const front = await useEngine(database());
  await front.startNew({ t: { type: 'onEvent', properties: { event: 'told' } } });
  const engine = await useEngine(database(), { pollMs: 600_000 });
  await engine.start();
  // As if a worker had taken the job in the moment it came.
  await pool.query(
    `create function taken() returns trigger language plpgsql as
       $$ begin new.locked_by = 'dead'; new.locked_at = now(); return new; end $$;
     create trigger taken before insert on graphile_worker._private_jobs for each row execute function taken()`,
  );
  const [runId] = await front.send('told', 1);
  await pool.query('drop function taken cascade');
  await pool.query(`insert into workers (id, lock_key, started_at) values ('dead', 0, now())`);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
});

test('a living worker keeps its runs while others look for dead ones', async () => {
  const receiver = await useReceiver();
  receiver.hold(true);
  const busy = await useEngine(database(), { stopGraceMs: 20 });
  await busy.start();
  await busy.startNew({
    t: { type: 'onEvent', properties: { event: 'slow' } },
    a: { type: 'call', from: [['t', 'out']], lambda: { url: receiver.url, body: {} } },
  });
  await busy.send('slow', {});
  await until(async () => receiver.received.length === 1);
  const other = await useEngine(database());
  await other.start();
  await other.startNew({
    t: { type: 'onEvent', properties: { event: 'quick' } },
    a: { type: 'set', from: [['t', 'out']] },
  });
  const [quick] = await other.send('quick', {});
  await endOf(database(), quick!);
  expect(receiver.received).toHaveLength(1);
  const workers = await database().db.selectFrom('workers').select('id').execute();
  expect(workers).toHaveLength(2);
});

test('a worker whose lock connection breaks takes the lock again', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const holders = () =>
    database().pool.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
  const before = (await holders()).rows[0]!.pid;
  await database().pool.query('select pg_terminate_backend($1)', [before]);
  const after = await until(async () => {
    const pid = (await holders()).rows[0]?.pid;
    return pid !== before && pid;
  });
  expect(after).toBeGreaterThan(0);
});

test('a stopping process hands back what does not finish in time, and leaves no row behind', async () => {
  const receiver = await useReceiver();
  receiver.hold(true);
  const engine = await useEngine(database(), { stopGraceMs: 20 });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'handover' } },
    a: { type: 'call', from: [['t', 'out']], lambda: { url: receiver.url, body: {} } },
  });
  const [runId] = await engine.send('handover', {});
  await until(async () => receiver.received.length === 1);
  await engine.stop();
  expect(await statusOf(database(), runId!)).toBe('running');
  expect(await database().db.selectFrom('workers').select('id').execute()).toEqual([]);
  receiver.hold(false);
  const next = await useEngine(database());
  await next.start();
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(receiver.received).toHaveLength(2);
});

test('when every connection breaks, what was accepted is still done', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      seen.push(context.messages['in']?.content['n']);
      if (seen.length === 20) {
        await database().pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = $1`,
          [engineConnections],
        );
      }
    },
  });
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'cut' } },
    a: { type: 'act', from: [['t', 'out']], lambda: { n: '{{{$.t.out.data}}}' } },
  });
  const runIds = (await Promise.all(Array.from({ length: 40 }, (_, n) => engine.send('cut', n)))).flat();
  await engine.start();
  for (const runId of runIds) {
    expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  }
  expect(seen.toSorted((a, b) => Number(a) - Number(b))).toEqual(runIds.map((_, n) => n));
});

test('a queue that could not write what several jobs came to at once is started again', async () => {
  const engine = await useEngine(database(), { stopGraceMs: 20 });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'unwritten' } },
    a: { type: 'set', from: [['t', 'out']] },
  });
  // As slow as that, the ends of several jobs are under way side by side when they fail.
  await database().pool.query(
    `create function refuse() returns trigger language plpgsql as
       $$ begin perform pg_sleep(0.2); raise exception 'not now'; end $$;
     create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()`,
  );
  const runIds: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const [runId] = await engine.send('unwritten', n);
    expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
    runIds.push(runId!);
  }
  const jobsOf = async () =>
    (await database().pool.query('select from graphile_worker.jobs where key = any($1)', [runIds])).rowCount;
  await database().pool.query('drop function refuse cascade');
  await until(async () => (await jobsOf()) === 0);
  const [after] = await engine.send('unwritten', 'after');
  // Were it forgotten, nobody would free its jobs when it dies.
  expect(await countOf(database(), 'workers')).toBe(1);
  expect(await endOf(database(), after!)).toMatchObject({ status: 'completed' });
});

test('a wait survives the death of its worker', async () => {
  const engine = await useEngine(database());
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'wait' } },
    w: { type: 'wait', from: [['t', 'out']], lambda: { interval: '2s' } },
    after: { type: 'set', from: [['w', 'out']], lambda: { n: '{{{$.w.out.data.n}}}' } },
  });
  const child = await startWorkerProcess(database());
  const [runId] = await engine.send('wait', { n: 3 });
  const timers = await until(async () => {
    const [, step] = await stepsOf(database(), runId!);
    return step?.timers ?? undefined;
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await engine.start();
  expect(await endOf(database(), runId!, 10_000)).toMatchObject({ status: 'completed' });
  const steps = await stepsOf(database(), runId!);
  expect(steps.map((step) => [step.component_id, step.attempts])).toEqual([
    ['t', 1],
    ['w', 1],
    ['w', 1],
    ['after', 1],
  ]);
  expect(steps[2]!.started_at.getTime()).toBeGreaterThanOrEqual(Date.parse(timers.set[0]!.at));
  expect(steps[3]!.outputs).toEqual([{ port: 'out', content: { n: 3 } }]);
});

test('a list in the middle of being worked on comes together again after a crash, and nothing is doubled', async () => {
  const receiver = await useReceiver();
  const hanging = await useReceiver();
  const engine = await useEngine(database());
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'list' } },
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    left: {
      type: 'call',
      from: [['each', 'item']],
      lambda: { url: '{{{$.each.item.value}}}', body: { n: '{{{$.each.item.index}}}' } },
    },
    right: { type: 'set', from: [['each', 'item']], lambda: { n: '{{{$.each.item.index}}}' } },
    both: {
      type: 'join',
      from: [
        ['left', 'out'],
        ['right', 'out'],
      ],
    },
    all: {
      type: 'joinEach',
      into: {
        in: { from: [['both', 'out']], lambda: { item: '{{{$.right.out.n}}}' } },
        count: { from: [['each', 'done']], lambda: { count: '{{{$.each.done.count}}}' } },
      },
    },
    last: {
      type: 'call',
      from: [['all', 'out']],
      lambda: { url: `${receiver.url}/last`, body: '{{{$.all.out}}}' },
    },
  });
  hanging.hold(true);
  const child = await startWorkerProcess(database());
  const [runId] = await engine.send('list', [`${receiver.url}/0`, `${receiver.url}/1`, hanging.url]);
  await until(async () => hanging.received.length === 1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  hanging.hold(false);
  await engine.start();
  expect(await endOf(database(), runId!, 10_000)).toMatchObject({ status: 'completed' });
  expect(receiver.received.map(({ path: at, body }) => [at, body])).toEqual([
    ['/0', { n: 0 }],
    ['/1', { n: 1 }],
    ['/last', { items: [0, 1, 2] }],
  ]);
  expect(hanging.received[0]!.idempotencyKey).toBe(hanging.received[1]!.idempotencyKey);
  const paths = (await stepsOf(database(), runId!)).map((step) => step.path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('a tick whose worker is killed in the middle happens elsewhere, once', async () => {
  const engine = await useEngine(database());
  const flowId = await engine.startNew({ t: { type: 'timer', properties: { interval: 1_000 } } });
  const { pool } = database();
  const planned = new Date(Date.now() - 1_000).toISOString();
  await pool.query('update schedules set planned_at = $2 where flow_id = $1', [flowId, planned]);
  await pool.query(`select graphile_worker.add_job('tick', $1::json, job_key => $2)`, [
    JSON.stringify({ flowId, componentId: 't', planned }),
    `tick:${flowId}:t`,
  ]);
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select from schedules where flow_id = $1 for update', [flowId]);
  const child = await startWorkerProcess(database());
  await until(async () => {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%from schedules%'`,
    );
    return rowCount === 1;
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await holder.query('rollback');
  holder.release();
  await engine.start();
  const runs = () => database().db.selectFrom('runs').selectAll().where('flow_id', '=', flowId).execute();
  await until(async () => (await runs()).some((run) => run.finished_at));
  expect(await runs()).toHaveLength(1);
  const { rows } = await pool.query(`select from graphile_worker._private_jobs where key like 'tick:%'`);
  expect(rows).toHaveLength(1);
});
