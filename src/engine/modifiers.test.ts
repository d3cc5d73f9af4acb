import { expect, test } from 'vitest';
import type { FunctionCall } from '../flow/descriptor.ts';
import { replaceCustomModifiers } from '../store/custom-modifiers.ts';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, stepsOf, type TestEngine, useEngine } from './testing/engine.ts';

const database = useDatabase();

/** Runs one event through one step, whose field `n` is `$.t.out.data.v` with these modifiers. */
async function run(engine: TestEngine, v: unknown, functions: FunctionCall[]) {
  const event = `event-${performance.now()}`;
  await engine.startNew({
    t: { type: 'onEvent', properties: { event } },
    a: {
      type: 'set',
      from: [['t', 'out']],
      lambda: { n: '{{{m}}}' },
      modifiers: { n: { m: { variable: '$.t.out.data.v', functions } } },
    },
  });
  const [runId] = await engine.send(event, { v });
  const { status, error } = await endOf(database(), runId!);
  const step = (await stepsOf(database(), runId!))[1]!;
  const n = (step.input as { n?: unknown } | null)?.n;
  return { status, error: (error as { message?: string } | null)?.message, n, warnings: step.warnings };
}

const code = (text: string, more: object = {}): FunctionCall => ({
  name: 'g_javascript',
  params: [{ value: text }],
  ...more,
});

test('JavaScript of an author runs in a step, in a chain with other modifiers', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const chain = [
    { name: 'g_map', params: [{ value: 'n' }] },
    code('value.map((n) => n * 2)'),
    { name: 'g_sum' },
  ];
  expect(await run(engine, [{ n: 1 }, { n: 2 }], chain)).toMatchObject({ status: 'completed', n: 6 });
});

test('a modifier that fails is an error of its step, and is not retried', async () => {
  const engine = await useEngine(database());
  await engine.start();
  expect(await run(engine, 1, [code('while (true) {}')])).toMatchObject({
    status: 'failed',
    error: 'Field "n": modifier g_javascript failed: the code took longer than 100 ms',
  });
  expect(await run(engine, 'x', [{ name: 'g_mul', params: [{ value: 2 }] }])).toMatchObject({
    status: 'failed',
    error: 'Field "n": modifier g_mul failed: "x" is not a number',
  });
});

test('where the value is kept, the step goes on and warns', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const chain = [code('value.foo.bar', { onError: 'keep' }), { name: 'g_uppercase' }];
  expect(await run(engine, 'ada', chain)).toMatchObject({
    status: 'completed',
    n: 'ADA',
    warnings: [expect.stringMatching(/^n: modifier g_javascript failed and the value was kept: TypeError: /)],
  });
});

test('g_uuid4 makes ids of version 4', async () => {
  const engine = await useEngine(database());
  await engine.start();
  const { n } = await run(engine, 1, [{ name: 'g_uuid4' }]);
  expect(n).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab]/);
});

test('the installation’s own modifiers reach a process that did not make them', async () => {
  const clock = { now: Date.now() };
  const engine = await useEngine(database(), { clock: () => new Date(clock.now) });
  await engine.start();
  const twice = { name: 'g_twice', helperFn: '(value) => [value, value]' };
  await expect(run(engine, 1, [{ name: 'g_twice' }])).rejects.toThrow('g_twice');
  await replaceCustomModifiers(database().db, { modifiers: [twice], groups: [] });
  clock.now += 1_000;
  expect(await run(engine, 1, [{ name: 'g_twice' }])).toMatchObject({ status: 'completed', n: [1, 1] });
});

test('a step whose fields could not be filled shows them when it is tried again', async () => {
  const clock = { now: Date.now() };
  const engine = await useEngine(database(), { clock: () => new Date(clock.now) });
  await engine.start();
  const replace = async (helperFn: string) => {
    await replaceCustomModifiers(database().db, { modifiers: [{ name: 'g_mended', helperFn }], groups: [] });
    clock.now += 1_000;
  };
  await replace('(value) => value.no.such');
  expect(await run(engine, 1, [{ name: 'g_mended' }])).toMatchObject({ status: 'failed', n: undefined });

  await replace('(value) => value + 1');
  const { runs } = await engine.retryUnprocessed({ userId: engine.userId }, 'step');
  expect(await endOf(database(), runs[0]!.runId)).toMatchObject({ status: 'completed' });
  expect((await stepsOf(database(), runs[0]!.runId))[1]).toMatchObject({ input: { n: 2 } });
});
