import { describe, expect, test } from 'vitest';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const events = '/plugins/appmixer/utils/appevents/events';

type Run = {
  status: string;
  eventName: string;
  stepCount: number;
  steps: { input: unknown; outputs: unknown[] }[];
};

async function finishedRun(user: ApiClient, runId: string): Promise<Run> {
  await expect
    .poll(async () => ((await user.get(`/runs/${runId}`)).body as Run).status, { timeout: 10_000 })
    .toBe('completed');
  return (await user.get(`/runs/${runId}`)).body as Run;
}

async function listening(event: string): Promise<ApiClient & { id: string; flowId: string }> {
  const user = await server().user();
  const flowId = await createFlow(user, { name: `On ${event}`, flow: eventFlow(event) });
  await startFlow(user, flowId);
  return { ...user, flowId };
}

describe('an app event', () => {
  test('that nobody waits for answers with an empty list and nothing else', async () => {
    const user = await server().user();
    const { status, body } = await user.post(`${events}/nobody`, { a: 1 });
    expect([status, body]).toEqual([200, { triggers: [] }]);
  });

  test('answers with the triggers it started, and runs them', async () => {
    const user = await listening('order created/ž');
    const { status, body } = await user.post(`${events}/${encodeURIComponent('order created/ž')}`, {
      no: 'A1',
    });
    expect(status).toBe(200);
    const { triggers, errors } = body as { triggers: Record<string, string>[]; errors: [] };
    expect(errors).toEqual([]);
    expect(triggers).toHaveLength(1);
    expect(triggers[0]).toEqual({
      userId: user.id,
      event: 'order created/ž',
      componentId: 't1',
      flowId: user.flowId,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const run = await finishedRun(user, triggers[0]!['correlationId']!);
    expect(run.eventName).toBe('order created/ž');
    expect(run.steps.at(-1)).toMatchObject({
      componentId: 'a1',
      label: 'Set Variable',
      outputs: [{ content: { n: 'A1' } }],
    });
  });

  test('reaches the flows of the token alone, or one of them', async () => {
    const user = await listening('twice');
    const second = await createFlow(user, { flow: eventFlow('twice') });
    await startFlow(user, second);
    const stranger = await server().user();
    expect((await stranger.post(`${events}/twice`, {})).body).toEqual({ triggers: [] });
    expect((await user.post(`${events}/Twice`, {})).body).toEqual({ triggers: [] });
    const count = async (query: string) =>
      ((await user.post(`${events}/twice${query}`, {})).body as { triggers: [] }).triggers.length;
    expect(await count('')).toBe(2);
    expect(await count(`?flowId=${second}&enqueueOnly=false`)).toBe(1);
    expect(await count('?flowId=x')).toBe(0);
  });

  test.each<[string, string | Uint8Array | undefined, unknown, Record<string, string>]>([
    ['null', 'null', null, {}],
    ['text', '"x"', 'x', {}],
    ['number', '1.5', 1.5, {}],
    ['nothing', undefined, null, {}],
    ['no content type', new TextEncoder().encode('{"no":"b"}'), { no: 'b' }, {}],
    ['text/plain', '{"no":"b"}', { no: 'b' }, { 'content-type': 'text/plain' }],
    ['curl -d', '{"no":"b"}', { no: 'b' }, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['NUL and surrogates', '{"no":"\\u0000\\ud800"}', { no: '\0\ud800' }, {}],
    [
      'odd keys',
      '{"__proto__":{"a":1},"constructor":2}',
      JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
      {},
    ],
    [
      'deep',
      `${'['.repeat(400)}1${']'.repeat(400)}`,
      JSON.parse(`${'['.repeat(400)}1${']'.repeat(400)}`),
      {},
    ],
  ])('takes any JSON as data: %s', async (_name, sent, data, headers) => {
    const user = await listening('data');
    const { status, body } = await user.post(`${events}/data`, sent, headers);
    expect(status).toBe(200);
    const run = await finishedRun(
      user,
      (body as { triggers: [{ correlationId: string }] }).triggers[0].correlationId,
    );
    expect(run.steps[0]!.outputs).toEqual([{ port: 'out', content: { data } }]);
  });

  test('with a known idempotency key starts nothing and gets the first answer', async () => {
    const user = await listening('once');
    const send = () => user.post(`${events}/once`, { no: 1 }, { 'idempotency-key': 'k1' });
    const first = await send();
    const second = await send();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.body).toEqual(first.body);
    expect((await user.get('/runs')).body).toHaveLength(1);
  });

  test('does not store the access token', async () => {
    const user = await listening('private');
    await user.post(`${events}/private?colour=red`, {});
    const { rows } = await server().services.database.pool.query<{ message: string }>(
      `select message::text as message from events where name = 'private'`,
    );
    expect(rows[0]!.message).toContain('"colour":"red"');
    expect(rows[0]!.message).not.toContain(user.token);
  });

  test.each([
    ['no JSON', '{"a":', 400, 'INVALID_JSON'],
    ['a form', 'a=b', 400, 'INVALID_JSON'],
    ['too deep', '['.repeat(600) + ']'.repeat(600), 400, 'INVALID_JSON'],
    ['over 1 MiB', JSON.stringify('x'.repeat(1024 * 1024)), 413, 'TOO_LARGE'],
  ])('is refused: %s', async (_name, sent, status, code) => {
    const user = await server().user();
    const answer = await user.post(`${events}/e`, sent, { 'content-type': 'application/json' });
    expect(answer.body).toMatchObject({ statusCode: status, code });
  });

  test('of just 1 MiB is taken', async () => {
    const user = await server().user();
    const { status } = await user.post(`${events}/e`, JSON.stringify('x'.repeat(1024 * 1024 - 2)));
    expect(status).toBe(200);
  });

  test.each([
    ['empty', ''],
    ['201 characters', 'x'.repeat(201)],
    ['very long', 'x'.repeat(5_000)],
    ['NUL', '%00'],
  ])('needs a name of 1 to 200 characters: %s', async (_name, event) => {
    const { status, body } = await (await server().user()).post(`${events}/${event}`, {});
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'INVALID_EVENT_NAME' });
  });

  test.each([[200], [1]])('may have a name of %d characters outside ASCII', async (length) => {
    const name = encodeURIComponent('😀'.repeat(length));
    expect((await (await server().user()).post(`${events}/${name}`, {})).status).toBe(200);
  });

  test('needs a token, whatever the body', async () => {
    const { status, body } = await server().stranger.post(`${events}/e`, '{"a":');
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the log', () => {
  test('shows what entered and left each component, newest first, by a query', async () => {
    const user = await listening('logged');
    const { body } = await user.post(`${events}/logged`, { no: 'A7' });
    const runId = (body as { triggers: [{ correlationId: string }] }).triggers[0].correlationId;
    await finishedRun(user, runId);
    const hits = async (query: string) =>
      ((await user.get(`/logs?flowId=${user.flowId}${query}`)).body as { hits: Record<string, unknown>[] })
        .hits;
    const all = await hits('');
    expect(all.every((hit) => hit['correlationId'] === runId)).toBe(true);
    const out = await hits('&portType=out&query=componentId:a1');
    expect(out).toMatchObject([
      { componentType: 'appmixer.utils.controls.SetVariable', port: 'out', msg: { n: 'A7' } },
    ]);
    expect(await hits(`&portType=in&query=componentId:a1 AND correlationId:${runId}`)).toMatchObject([
      { senderId: 't1' },
    ]);
    expect(await hits('&query=correlationId:"00000000-0000-7000-8000-000000000000"')).toEqual([]);
    expect(await hits('&query=A8')).toEqual([]);
    expect(await hits('&size=1&from=1')).toEqual([all[1]]);
    const sorted = await hits('&sort=componentId:desc&portType=out');
    expect(sorted.map((hit) => hit['componentId'])).toEqual(['t1', 'a1']);
    const { buckets } = (await user.get('/logs')).body as { buckets: { doc_count: number }[] };
    expect(buckets.reduce((sum, bucket) => sum + bucket.doc_count, 0)).toBe(all.length);
  });

  test('pages through runs', async () => {
    const user = await listening('paged');
    for (let n = 0; n < 3; n += 1) await user.post(`${events}/paged`, { n });
    const ids = async (query: string) =>
      ((await user.get(`/runs?limit=2${query}`)).body as { runId: string }[]).map(({ runId }) => runId);
    const first = await ids('');
    const rest = await ids(`&before=${first[1]}`);
    expect(first).toHaveLength(2);
    expect(rest).toHaveLength(1);
    expect(new Set([...first, ...rest]).size).toBe(3);
    expect([...first, ...rest]).toEqual([...first, ...rest].sort().toReversed());
  });
});

describe('a batch of app events', () => {
  const batch = '/plugins/appmixer/utils/appevents/batch';
  type Result = { triggers?: { correlationId: string }[]; replayed?: true; error?: { code: string } };
  const resultsOf = ({ status, body }: { status: number; body: unknown }) => {
    expect(status, JSON.stringify(body)).toBe(200);
    return (body as { results: Result[] }).results;
  };

  const runsOf = (results: Result[]) => results.map((result) => result.triggers?.[0]?.correlationId);

  test('answers for each event, in their order', async () => {
    const user = await listening('batched');
    const results = resultsOf(
      await user.post(batch, {
        events: [
          { event: 'batched', data: { no: 'A1' } },
          { event: 'nobody waits' },
          { event: '' },
          { event: 'batched', data: { no: 'A2' } },
        ],
      }),
    );
    expect(results).toEqual([
      { triggers: [expect.objectContaining({ event: 'batched' })], errors: [] },
      { triggers: [] },
      { error: expect.objectContaining({ statusCode: 400, code: 'INVALID_EVENT_NAME' }) },
      { triggers: [expect.objectContaining({ event: 'batched' })], errors: [] },
    ]);
    const outputs = await Promise.all(
      [results[0]!, results[3]!].map(async (result) => {
        const run = await finishedRun(user, result.triggers![0]!.correlationId);
        return run.steps.at(-1)!.outputs;
      }),
    );
    expect(outputs).toMatchObject([[{ content: { n: 'A1' } }], [{ content: { n: 'A2' } }]]);
  });

  test('an id that is known starts nothing, in this batch or in another, and not by its header either', async () => {
    const user = await listening('once');
    const sent = [
      { event: 'once', data: { no: 1 }, id: 'order-1' },
      { event: 'once', data: { no: 1 }, id: 'order-1' },
    ];
    const first = resultsOf(await user.post(batch, { events: sent }));
    const runId = first[0]!.triggers![0]!.correlationId;
    expect(first[1]).toMatchObject({ replayed: true, triggers: [{ correlationId: runId }] });
    const second = resultsOf(await user.post(batch, { events: sent.slice(1) }));
    expect(second).toMatchObject([{ replayed: true, triggers: [{ correlationId: runId }] }]);
    const single = await user.post(`${events}/once`, { no: 1 }, { 'idempotency-key': 'order-1' });
    expect(single.headers.get('idempotent-replayed')).toBe('true');
  });

  test.each([
    [{}],
    [{ events: [] }],
    [{ events: Array.from({ length: 1001 }, () => ({ event: 'e' })) }],
    [[]],
  ])('that is none is refused: %#', async (body) => {
    const user = await server().user();
    const { status } = await user.post(batch, body);
    expect(status).toBe(400);
  });

  test('one that is malformed or too large keeps none of the others out', async () => {
    const user = await listening('among');
    const results = resultsOf(
      await user.post(batch, {
        events: [
          { data: 1 },
          { event: 'among', data: { no: 1 }, id: 'x'.repeat(256) },
          { event: 'among', data: 'x'.repeat(1024 * 1024) },
          null,
          { event: 'among', data: { no: 2 }, id: 'good' },
        ],
      }),
    );
    expect(results).toEqual([
      {
        error: expect.objectContaining({ code: 'BAD_REQUEST', message: expect.stringContaining('event: ') }),
      },
      { error: expect.objectContaining({ code: 'BAD_REQUEST', message: expect.stringContaining('id: ') }) },
      { error: expect.objectContaining({ statusCode: 413, code: 'TOO_LARGE' }) },
      { error: expect.objectContaining({ code: 'BAD_REQUEST' }) },
      { triggers: [expect.objectContaining({ event: 'among' })], errors: [] },
    ]);
  });

  test('the key of a batch is a key of each of its events that has no id', async () => {
    const user = await listening('keyed');
    const body = { events: [{ event: 'keyed' }, { event: 'keyed', id: 'own' }, { event: 'keyed' }] };
    const sent = () => user.post(batch, body, { 'idempotency-key': 'batch-1' });
    const first = await sent();
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const runs = runsOf(resultsOf(first));
    expect(new Set(runs).size).toBe(3);
    const second = await sent();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(runsOf(resultsOf(second))).toEqual(runs);
  });

  test('of 1,000 events is stored by few transactions', async () => {
    const user = await listening('thousand');
    const results = resultsOf(
      await user.post(batch, {
        events: Array.from({ length: 1000 }, (_, no) => ({ event: 'thousand', data: { no } })),
      }),
    );
    expect(new Set(results.map((result) => result.triggers?.[0]?.correlationId)).size).toBe(1000);
  });
});
