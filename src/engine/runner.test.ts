import { expect, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { endOf, stepsOf, useEngine } from './testing/engine.ts';

const database = useDatabase();

test('a run takes values with their types through branches, and the journal shows all of it', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      seen.push(context.messages['in']?.content);
      await context.log({ note: 'done' });
    },
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'order' } },
    left: {
      type: 'set',
      from: [['t', 'out']],
      lambda: { n: '{{{$.t.out.data.n}}}', text: 'No {{{$.t.out.data.n}}}' },
    },
    right: {
      type: 'act',
      from: [['t', 'out']],
      lambda: { all: '{{{$.t.out.data}}}', none: '{{{$.t.out.data.missing}}}' },
    },
    last: {
      type: 'act',
      from: [['left', 'out']],
      lambda: { flag: '{{{$.t.out.data.flag}}}', n: '{{{$.left.out.n}}}', text: '{{{$.left.out.text}}}' },
    },
  });
  const [runId] = await engine.send('order', { n: 12.5, flag: false, list: [null, 'x'] });
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', error: null });
  expect(seen).toEqual([
    { all: { n: 12.5, flag: false, list: [null, 'x'] }, none: undefined },
    { flag: false, n: 12.5, text: 'No 12.5' },
  ]);
  const steps = await stepsOf(database(), runId!);
  expect(steps).toMatchObject([
    { step_no: 1, component_id: 't', in_port: null, outputs: [{ port: 'out' }], input: null },
    { step_no: 2, component_id: 'left', sender_id: 't', sender_port: 'out', input: { n: 12.5 } },
    { step_no: 3, component_id: 'right', outputs: [], warnings: [expect.stringContaining('missing')] },
    { step_no: 4, component_id: 'last', sender_id: 'left', status: 'completed', attempts: 1 },
  ]);
  const lines = await database()
    .db.selectFrom('log_entries')
    .selectAll()
    .where('run_id', '=', runId!)
    .execute();
  expect(lines.map((line) => [line.component_id, line.message])).toEqual([
    ['right', { note: 'done' }],
    ['last', { note: 'done' }],
  ]);
});

const only = (name: string) => ({ functions: [{ name }] });

test('a mapping may ask for facts of the flow, and a JSON template stays JSON', async () => {
  const engine = await useEngine(database(), { random: () => 0.25 });
  await engine.start();
  const flowId = await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'facts' } },
    a: {
      type: 'set',
      from: [['t', 'out']],
      lambda: { flow: '{{{f}}} by {{{u}}}', url: '{{{w}}}', json: '{"quote": "say {{{q}}}"}' },
      modifiers: {
        flow: { f: only('g_flowName'), u: only('g_userId') },
        url: { w: only('g_webhookUrl') },
        json: { q: { variable: '$.t.out.data.quote' } },
      },
    },
  });
  const [runId] = await engine.send('facts', { quote: 'a "b"\n' });
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  const input = (await stepsOf(database(), runId!))[1]!.input as Record<string, string>;
  expect(input).toMatchObject({
    flow: `A flow by ${engine.userId}`,
    url: `http://127.0.0.1:3000/flows/${flowId}/components/a`,
  });
  expect(JSON.parse(input['json']!)).toEqual({ quote: 'say a "b"\n' });
});

test('each message of a list goes its own way, in order', async () => {
  const keys: string[] = [];
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => {
      keys.push(context.idempotencyKey);
      seen.push(context.messages['in']?.content['n']);
    },
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'list' } },
    each: { type: 'each', from: [['t', 'out']], lambda: { list: '{{{$.t.out.data}}}' } },
    a: { type: 'act', from: [['each', 'out']], lambda: { n: '{{{$.each.out.n}}}' } },
  });
  const [runId] = await engine.send(
    'list',
    [1, 2, 3].map((n) => ({ n })),
  );
  await endOf(database(), runId!);
  expect(seen).toEqual([1, 2, 3]);
  expect(keys).toEqual(['1.0.0', '1.0.1', '1.0.2'].map((at) => `${runId}:a:${at}`));
});

test('a static call needs no flow', async () => {
  const engine = await useEngine(database(), {
    behaviours: {
      'test.engine.static.Call': {
        receive: async () => {},
        static: async (context, outPort) => ({
          outPort,
          properties: context.properties,
          url: context.getWebhookUrl('f', context.componentId ?? ''),
        }),
      },
      'test.engine.static.None': { receive: async () => {} },
    },
  });
  const call = (type: string) =>
    engine.staticCall({ type, outPort: 'out', properties: { a: 1 }, messages: {}, componentId: 'c' });
  expect(await call('test.engine.static.Call')).toEqual({
    outPort: 'out',
    properties: { a: 1 },
    url: 'http://127.0.0.1:3000/flows/f/components/c',
  });
  await expect(call('test.engine.static.None')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(call('toString')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the answer of a static call goes through the transform of the component that is asked for', async () => {
  const engine = await useEngine(database(), {
    behaviours: {
      'test.engine.static.Lists': {
        receive: async () => {},
        static: async () => [{ id: 7, name: 'Board' }],
        transforms: {
          toSelect: (lists) => (lists as { id: number; name: string }[]).map(({ id, name }) => [name, id]),
        },
      },
    },
  });
  const ask = (transform: string | undefined) =>
    engine.staticCall({
      type: 'test.engine.static.Lists',
      outPort: 'out',
      properties: {},
      messages: {},
      transform,
    });
  expect(await ask('./transformers#toSelect')).toEqual([['Board', 7]]);
  for (const unknown of [undefined, './transformers', './transformers#toString'])
    expect(await ask(unknown)).toEqual([{ id: 7, name: 'Board' }]);
});

test('a disabled component gets nothing, so only what it leads to stands still', async () => {
  const seen: unknown[] = [];
  const engine = await useEngine(database(), {
    act: async (context) => void seen.push(context.messages['in']?.content),
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'quiet' } },
    off: { type: 'set', from: [['t', 'out']], disabled: true },
    behind: { type: 'act', from: [['off', 'out']], lambda: { at: 'behind' } },
    on: { type: 'act', from: [['t', 'out']], lambda: { at: 'on' } },
    silent: { type: 'onEvent', properties: { event: 'silenced' }, disabled: true },
    after: { type: 'act', from: [['silent', 'out']], lambda: { at: 'after' } },
  });
  expect(await engine.send('silenced', {})).toEqual([]);
  const [runId] = await engine.send('quiet', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed', error: null });
  expect((await stepsOf(database(), runId!)).map((step) => step.component_id)).toEqual(['t', 'on']);
  expect(seen).toEqual([{ at: 'on' }]);
});
