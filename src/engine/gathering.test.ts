import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { bringForward, endOf, movableClock, stepsOf, until, useEngine } from './testing/engine.ts';
import type { TestNode } from './testing/flows.ts';

const database = useDatabase();
const hour = 3_600_000;

const trigger = (event: string): TestNode => ({ type: 'onEvent', properties: { event } });

async function outputsOf(runId: string, componentId: string): Promise<unknown[]> {
  const steps = await stepsOf(database(), runId);
  return steps
    .filter((step) => step.component_id === componentId)
    .flatMap((step) => step.outputs ?? [])
    .map(({ port, content }) => ({ port, ...(content as object) }));
}

async function untilDelayed(): Promise<void> {
  await until(async () => {
    const { rowCount } = await database().pool.query(
      `select from graphile_worker._private_jobs where run_at > now() + interval '1 minute' and locked_at is null`,
    );
    return rowCount === 1;
  });
}

test('what comes of a list is collected in its order, however long each element takes', async () => {
  const tries = new Map<unknown, number>();
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { value } = context.messages['in']?.content ?? {};
      const tried = (tries.get(value) ?? 0) + 1;
      tries.set(value, tried);
      if (value === 'a' && tried < 3) throw new Error('Not yet.');
      await context.sendJson({ done: value }, 'out');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger('collect'),
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    work: { type: 'act', from: [['each', 'item']], lambda: { value: '{{{$.each.item.value}}}' } },
    join: {
      type: 'joinEach',
      into: {
        in: { from: [['work', 'out']] },
        count: { from: [['each', 'done']], lambda: { count: '{{{$.each.done.count}}}' } },
      },
    },
    after: { type: 'set', from: [['join', 'out']], lambda: { items: '{{{$.join.out.items}}}' } },
  });
  const [runId] = await engine.send('collect', ['a', 'b', 'c']);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'join')).toEqual([
    { port: 'out', items: [{ done: 'a' }, { done: 'b' }, { done: 'c' }] },
  ]);
  expect(await outputsOf(runId!, 'after')).toHaveLength(1);
  const steps = await stepsOf(database(), runId!);
  // The count came when all elements had been worked on, the one that was tried again too.
  const count = steps.find((step) => step.in_port === 'count');
  const last = steps.findLast((step) => step.component_id === 'work');
  expect(count!.started_at.getTime()).toBeGreaterThanOrEqual(last!.finished_at!.getTime());
});

test('lists inside a list are collected each by itself', async () => {
  const engine = await useEngine(database());
  await engine.start();
  await engine.startNew({
    t: trigger('nested'),
    outer: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    inner: { type: 'eachItem', from: [['outer', 'item']], lambda: { list: '{{{$.outer.item.value}}}' } },
    join: {
      type: 'joinEach',
      into: {
        in: { from: [['inner', 'item']], lambda: { item: '{{{$.inner.item.value}}}' } },
        count: { from: [['inner', 'done']], lambda: { count: '{{{$.inner.done.count}}}' } },
      },
    },
    all: {
      type: 'joinEach',
      into: {
        in: { from: [['join', 'out']], lambda: { item: '{{{$.join.out.items}}}' } },
        count: { from: [['outer', 'done']], lambda: { count: '{{{$.outer.done.count}}}' } },
      },
    },
  });
  const [runId] = await engine.send('nested', [[1, 2], [], [3]]);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'all')).toEqual([{ port: 'out', items: [[1, 2], [], [3]] }]);
});

test('branches come together once for each element, with the variables of both', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => void seen.push(context.messages['in']?.content),
  });
  await engine.start();
  await engine.startNew({
    t: trigger('branches'),
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    left: { type: 'set', from: [['each', 'item']], lambda: { of: '{{{$.each.item.value}}}' } },
    long: { type: 'set', from: [['each', 'item']], lambda: { of: '{{{$.each.item.value}}}' } },
    right: { type: 'set', from: [['long', 'out']], lambda: { of: '{{{$.each.item.value}}}' } },
    off: { type: 'set', from: [['each', 'item']], disabled: true },
    elsewhere: trigger('never sent'),
    join: {
      type: 'join',
      from: ['left', 'right', 'off', 'elsewhere'].map((id): [string, string] => [id, 'out']),
    },
    a: {
      type: 'act',
      from: [['join', 'out']],
      lambda: { left: '{{{$.left.out.of}}}', right: '{{{$.right.out.of}}}' },
    },
  });
  const [runId] = await engine.send('branches', ['x', 'y']);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(seen).toEqual([
    { left: 'x', right: 'x' },
    { left: 'y', right: 'y' },
  ]);
});

test('a join whose time is up goes on with what has come; what comes then comes too late', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), { clock });
  await engine.start();
  await engine.startNew({
    t: trigger('late'),
    quick: { type: 'set', from: [['t', 'out']] },
    slow: { type: 'wait', from: [['t', 'out']], lambda: { interval: '5h' } },
    join: {
      type: 'join',
      properties: { timeout: '2h' },
      from: [
        ['quick', 'out'],
        ['slow', 'out'],
      ],
    },
    gaveUp: { type: 'set', from: [['join', 'timeout']] },
    together: { type: 'set', from: [['join', 'out']] },
  });
  const [runId] = await engine.send('late', {});
  await untilDelayed();
  pass(3 * hour);
  await bringForward(database());
  await until(async () => (await outputsOf(runId!, 'gaveUp')).length === 1);
  await untilDelayed();
  pass(3 * hour);
  await bringForward(database());
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'join')).toEqual([{ port: 'timeout', count: 2, arrived: 1 }]);
  expect(await outputsOf(runId!, 'together')).toEqual([]);
});

test('elements that never arrive: at its time the rest goes on, even when nothing else happens', async () => {
  const { clock, pass } = movableClock();
  const engine = await useEngine(database(), {
    clock,
    act: async (context) => {
      const { value } = context.messages['in']?.content ?? {};
      if (value !== 2) await context.sendJson({ value }, 'out');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger('lost'),
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    work: { type: 'act', from: [['each', 'item']], lambda: { value: '{{{$.each.item.value}}}' } },
    join: {
      type: 'joinEach',
      into: {
        in: { from: [['work', 'out']], lambda: { item: '{{{$.work.out.value}}}' } },
        count: {
          from: [['each', 'done']],
          lambda: { count: '{{{$.each.done.count}}}', timeout: '10m' },
        },
      },
    },
  });
  const [runId] = await engine.send('lost', [1, 2, 3]);
  await untilDelayed();
  pass(hour);
  await bringForward(database());
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'join')).toEqual([{ port: 'timeout', items: [1, 3], count: 3, arrived: 2 }]);
});

test('a join that nothing completes is told of when the run ends, and a complete one does not keep it open', async () => {
  const engine = await useEngine(database(), { act: async () => {} });
  await engine.start();
  await engine.startNew({
    t: trigger('alone'),
    a: { type: 'set', from: [['t', 'out']] },
    silent: { type: 'act', from: [['t', 'out']] },
    b: { type: 'set', from: [['t', 'out']] },
    vain: {
      type: 'join',
      from: [
        ['a', 'out'],
        ['silent', 'out'],
      ],
    },
    whole: {
      type: 'join',
      properties: { timeout: '30 days' },
      from: [
        ['a', 'out'],
        ['b', 'out'],
      ],
    },
  });
  const [runId] = await engine.send('alone', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  const lines = await database()
    .db.selectFrom('log_entries')
    .selectAll()
    .where('run_id', '=', runId!)
    .execute();
  expect(lines).toMatchObject([
    {
      component_id: 'vain',
      severity: 'warning',
      message: { message: 'One message came here and waited for others, but the run has ended.' },
    },
  ]);
});

test('an element that fails ends its branch: what follows the list still goes on', async () => {
  const engine = await useEngine(database(), {
    act: async (context) => {
      if (context.messages['in']?.content['value'] === 'bad') throw new context.CancelError('Bad.');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger('failing'),
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    work: { type: 'act', from: [['each', 'item']], lambda: { value: '{{{$.each.item.value}}}' } },
    after: { type: 'set', from: [['each', 'done']], lambda: { count: '{{{$.each.done.count}}}' } },
  });
  const [runId] = await engine.send('failing', ['good', 'bad', 'good']);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
  const steps = await stepsOf(database(), runId!);
  expect(steps.map((step) => [step.component_id, step.status])).toEqual([
    ['t', 'completed'],
    ['each', 'completed'],
    ['work', 'completed'],
    ['work', 'failed'],
    ['work', 'completed'],
    ['after', 'completed'],
  ]);
});

test('an element that failed and is tried again is collected with those that came then', async () => {
  let isDown = true;
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { value } = context.messages['in']?.content ?? {};
      if (value === 'b' && isDown) throw new context.CancelError('Down.');
      await context.sendJson(value, 'out');
    },
  });
  await engine.start();
  await engine.startNew({
    t: trigger('again'),
    each: { type: 'eachItem', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    work: { type: 'act', from: [['each', 'item']], lambda: { value: '{{{$.each.item.value}}}' } },
    join: {
      type: 'joinEach',
      into: {
        in: { from: [['work', 'out']] },
        count: { from: [['each', 'done']], lambda: { count: '{{{$.each.done.count}}}' } },
      },
    },
  });
  const [runId] = await engine.send('again', ['a', 'b', 'c']);
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'failed' });
  expect(await outputsOf(runId!, 'join')).toEqual([]);
  isDown = false;
  await engine.retryUnprocessed({ userId: engine.userId }, 'step');
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'join')).toEqual([{ port: 'out', items: ['a', 'b', 'c'] }]);
});

test('what came together meets again each of what it came of, whichever came last', async () => {
  const engine = await useEngine(database());
  await engine.start();
  await engine.startNew({
    t: trigger('again and again'),
    left: { type: 'set', from: [['t', 'out']] },
    right: { type: 'set', from: [['t', 'out']] },
    first: { type: 'join', from: ['left', 'right'].map((id): [string, string] => [id, 'out']) },
    byLeft: { type: 'join', from: ['first', 'left'].map((id): [string, string] => [id, 'out']) },
    byRight: { type: 'join', from: ['first', 'right'].map((id): [string, string] => [id, 'out']) },
  });
  const [runId] = await engine.send('again and again', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  expect(await outputsOf(runId!, 'byLeft')).toEqual([{ port: 'out' }]);
  expect(await outputsOf(runId!, 'byRight')).toEqual([{ port: 'out' }]);
});
