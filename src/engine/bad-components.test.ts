import { expect, test } from 'vitest';
import type { ComponentContext } from '../connectors/component.ts';
import { useDatabase } from '../store/testing/database.ts';
import { behavioursWith, types } from './testing/catalogue.ts';
import { endOf, statusOf, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();

/** On `event`, a component does what the event's data say. */
const flow = (event: string): Record<string, TestNode> => ({
  t: { type: 'onEvent', properties: { event } },
  a: {
    type: 'act',
    from: [['t', 'out']],
    lambda: { how: '{{{$.t.out.data.how}}}' },
    errorHandling: { autoRetry: false },
  },
  b: { type: 'set', from: [['a', 'out']] },
});

const misbehaviours: Record<string, (context: ComponentContext) => Promise<void>> = {
  'throws nothing': () => Promise.reject(undefined),
  'throws before its promise': () => {
    throw new TypeError('not even a promise');
  },
  'hangs and hears nothing': () => new Promise(() => {}),
  'fails after its time': (context) =>
    new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => setImmediate(() => reject(new Error('too late'))));
    }),
  'sends on after its time': (context) =>
    new Promise((_resolve, reject) => {
      context.signal.addEventListener('abort', () => void context.sendJson({}, 'out').catch(reject));
    }),
  'floods by number': (context) => context.sendArray(Array.from({ length: 20_000 }), 'out'),
  'floods by size': (context) => context.sendJson('x'.repeat(11 * 1024 * 1024), 'out'),
  'floods the log': async (context) => {
    for (;;) await context.log({ again: true });
  },
  'sends what is no JSON': (context) => context.sendJson(10n, 'out'),
};

test('a component that throws, hangs or floods harms its own run only', async () => {
  const engine = await useEngine(database(), {
    stepTimeoutMs: 500,
    act: async (context) => {
      await misbehaviours[String(context.messages['in']?.content['how'])]?.(context);
      await context.sendJson({ done: true }, 'out');
    },
  });
  await engine.startNew(flow('bad'));
  await engine.start();
  const bad: string[] = [];
  const good: string[] = [];
  for (const how of Object.keys(misbehaviours)) {
    bad.push(...(await engine.send('bad', { how })));
    good.push(...(await engine.send('bad', { how: 'as it should' })));
  }
  for (const runId of good) expect(await endOf(database(), runId)).toMatchObject({ status: 'completed' });
  for (const [index, runId] of bad.entries()) {
    const how = Object.keys(misbehaviours)[index];
    expect(await endOf(database(), runId), how).toMatchObject({ status: 'failed' });
    expect(await stepsOf(database(), runId), how).toMatchObject([
      { component_id: 't', status: 'completed' },
      { component_id: 'a', status: 'failed', outputs: null },
    ]);
  }
});

test('an event that no run can be walked for never blocks the queue', async () => {
  const poisoned = {
    receive: (context: ComponentContext) => context.sendJson({}, 'out'),
    get pure(): boolean {
      throw new Error('poison');
    },
  };
  const engine = await useEngine(database(), {
    // One at a time: what is not out of the way stands in it.
    concurrency: 1,
    behaviours: { ...behavioursWith(), [types.act]: poisoned },
  });
  await engine.startNew(flow('walk'));
  const unreadable = await engine.startNew(flow('unreadable'));
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'healthy' } },
    b: { type: 'set', from: [['t', 'out']] },
  });
  await database().pool.query(`update flow_versions set descriptor = 'null' where flow_id = $1`, [
    unreadable,
  ]);
  const [lost] = await engine.send('unreadable', {});
  const [thrown] = await engine.send('walk', {});
  const [healthy] = await engine.send('healthy', {});
  await engine.start();
  expect(await endOf(database(), healthy!)).toMatchObject({ status: 'completed' });
  expect(await endOf(database(), thrown!)).toMatchObject({
    status: 'failed',
    error: { message: expect.stringContaining('poison') as string },
  });
  expect(await endOf(database(), lost!)).toMatchObject({ status: 'failed' });
});

test('a database without room for results makes runs wait, and none fail or act twice', async () => {
  let calls = 0;
  const engine = await useEngine(database(), {
    act: async (context) => {
      calls += 1;
      await context.sendJson({}, 'out');
    },
  });
  await engine.startNew(flow('no-room'));
  await database().pool.query(
    `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
     create trigger refuse before insert on steps for each row execute function refuse()`,
  );
  const [runId] = await engine.send('no-room', {});
  await engine.start();
  await until(async () => calls === 1);
  expect(await statusOf(database(), runId!)).toBe('running');
  await database().pool.query('drop function refuse cascade');
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(calls).toBe(1);
});
