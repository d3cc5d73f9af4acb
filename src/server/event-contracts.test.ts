import { describe, expect, test } from 'vitest';
import type { EventContract } from '../contract/event-contracts.ts';
import { listEventContracts } from '../store/event-contracts.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

const send = (user: ApiClient, event: string, data: unknown) =>
  user.post(`/plugins/appmixer/utils/appevents/events/${event}`, data);

const contractOf = async (user: ApiClient, event: string) =>
  (await user.get(`/event-contracts/${event}`)).body as EventContract;

/** A user whose running flow starts with this event. */
async function listening(event: string) {
  const user = await server().user();
  await startFlow(user, await createFlow(user, { name: `On ${event}`, flow: eventFlow(event) }));
  return user;
}

/** A flow whose call takes a field of the event's data. */
function flowThatTakes(event: string, path: string) {
  const type = 'appmixer.utils.http.Post';
  const lambda = { url: 'https://x.example/{{{a}}}' };
  const modifiers = { url: { a: { variable: `$.on.out.data.${path}`, functions: [] } } };
  return {
    on: { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, config: { properties: { event } } },
    post: {
      type,
      x: 300,
      y: 0,
      source: { in: { on: ['out'] } },
      config: { transform: { in: { on: { out: { type: 'json2new', lambda, modifiers } } } } },
    },
  };
}

/** An end user who has activated a template of the author's. */
async function endUserOf(author: ApiClient, event: string) {
  const draftId = await createFlow(author, {
    name: 'Template',
    type: 'integration-draft',
    flow: eventFlow(event),
  });
  const { templateId } = (
    await author.post(`/flows/${draftId}/publish`, {
      sharedWith: [{ scope: 'user', permissions: ['read'] }],
    })
  ).body as { templateId: string };
  const user = await server().user();
  const { cloneId } = (
    await user.post(`/flows/${templateId}/clone`, {
      isTemplateInstance: true,
      setOriginFlowId: true,
      additional: { type: 'integration-instance' },
    })
  ).body as { cloneId: string };
  await user.put(`/flows/${cloneId}`, { templateId });
  await startFlow(user, cloneId);
  return user;
}

describe('the uses of an event', () => {
  test('are found in the caller’s flows, and in nobody else’s', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'Tell', flow: flowThatTakes('used', 'customer.email') });
    const other = await server().user();
    await createFlow(other, { name: 'Other', flow: flowThatTakes('used', 'customer.email') });
    expect((await user.get('/event-contracts/used/uses')).body).toEqual([
      {
        flowId,
        flowName: 'Tell',
        flowType: 'automation',
        componentId: 'post',
        componentType: 'appmixer.utils.http.Post',
        inPort: 'in',
        field: 'url',
        path: '.customer.email',
        steps: ['customer', 'email'],
      },
    ]);
    expect((await user.get('/event-contracts/unused/uses')).body).toEqual([]);
  });
});

describe('a contract', () => {
  test('learns from events that start a flow, merged, with their values', async () => {
    const user = await listening('learnt');
    await send(user, 'learnt', { no: 'A1', total: 5 });
    await send(user, 'learnt', { no: 'B2', total: null, tags: ['new'] });
    await send(user, 'other', { no: 'never' });
    const contract = await contractOf(user, 'learnt');
    expect(contract).toMatchObject({ events: 2, locked: false, checking: 'off', drift: null });
    expect(contract.schema).toMatchObject({
      type: 'object',
      required: ['no', 'total'],
      properties: { no: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
    });
    expect(contract.example).toEqual({ no: 'A1', total: 5, tags: ['new'] });
    expect((await user.get('/event-contracts')).body).toMatchObject([{ event: 'learnt', events: 2 }]);
  });

  test('is written when a flush is waited for, whoever began to write it', async () => {
    const user = await listening('flushed');
    const { engine, database } = server().services;
    await send(user, 'flushed', { a: 1 });
    void engine.flushLearning();
    await engine.flushLearning();
    expect(await listEventContracts(database.db, user.id, 10)).toMatchObject([
      { event: 'flushed', events: 1 },
    ]);
  });

  test('of an event that never came is empty', async () => {
    const contract = await contractOf(await server().user(), 'never');
    expect(contract).toMatchObject({ events: 0, example: null, locked: false, lastEventAt: null });
  });

  test('an author learns the form of end users’ events, and none of their values', async () => {
    const author = await server().user();
    const user = await endUserOf(author, 'private');
    const people = { 'secret@example.com': true };
    await send(user, 'private', { email: 'secret@example.com', amount: 7351, people });
    // A key that few events had may be data, too.
    const early = await contractOf(author, 'private');
    expect(early.schema).toMatchObject({ type: 'object', additionalProperties: {} });
    expect(early.schema['properties']).toEqual({});
    await send(user, 'private', { email: 'secret@example.com', amount: 7351 });
    await send(user, 'private', { email: 'secret@example.com', amount: 7351, secret7351: 1 });
    const contract = await contractOf(author, 'private');
    expect(contract.events).toBe(3);
    expect(contract.schema).toMatchObject({
      properties: { email: { type: 'string', format: 'email' }, amount: { type: 'number' } },
    });
    expect(JSON.stringify(contract)).not.toMatch(/secret|7351/);
    expect((await contractOf(user, 'private')).events).toBe(0);
  });

  test('of an author is filled by nobody who may not activate the template', async () => {
    const author = await server().user();
    const draftId = await createFlow(author, { type: 'integration-draft', flow: eventFlow('foreign') });
    const { templateId } = (await author.post(`/flows/${draftId}/publish`, {})).body as {
      templateId: string;
    };
    const stranger = await server().user();
    const flow = { name: 'Mine', flow: eventFlow('foreign') };
    expect(await stranger.post('/flows', { ...flow, templateId })).toMatchObject({
      status: 404,
      body: { details: { path: 'body.templateId' } },
    });
    const flowId = await createFlow(stranger, flow);
    for (const named of [templateId, draftId, '00000000-0000-4000-8000-000000000000']) {
      expect((await stranger.put(`/flows/${flowId}`, { templateId: named })).status).toBe(404);
    }
    // What is no template is not learnt from either, however the flow came to name it.
    const own = await createFlow(author, { name: 'No template', flow: {} });
    const { database } = server().services;
    await database.db.updateTable('flows').set({ template_id: own }).where('id', '=', flowId).execute();
    await startFlow(stranger, flowId);
    await send(stranger, 'foreign', { spam: 1 });
    expect((await contractOf(author, 'foreign')).events).toBe(0);
    expect((await contractOf(stranger, 'foreign')).events).toBe(1);
  });

  test('of an instance stays where it is when its template is shared no more', async () => {
    const author = await server().user();
    const user = await endUserOf(author, 'unshared');
    const [instance] = (await user.get('/flows')).body as { flowId: string; templateId: string }[];
    await author.put(`/flows/${instance!.templateId}`, { sharedWith: [] });
    const { flowId, templateId } = instance!;
    expect((await user.put(`/flows/${flowId}`, { name: 'Again', templateId })).status).toBe(200);
  });

  test('is taught by examples, exported as types, and forgotten', async () => {
    const user = await server().user();
    const taught = await user.post('/event-contracts/contact-created/examples', {
      examples: [{ email: 'a@b.cz', 'first name': 'Ann' }, { email: 'c@d.cz' }],
    });
    expect(taught.body).toMatchObject({ events: 0, schema: { required: ['email'] } });
    expect((await user.get('/event-contracts/contact-created/types')).body).toEqual({
      typescript:
        '/** Data of the app event "contact-created". */\nexport type ContactCreated = {\n  email: string;\n  "first name"?: string;\n};\n',
    });
    expect((await user.delete('/event-contracts/contact-created')).status).toBe(200);
    expect((await contractOf(user, 'contact-created')).example).toBeNull();
    expect((await user.delete('/event-contracts/contact-created')).status).toBe(404);
  });

  test('locked stays as it is while learning goes on, until it is let go', async () => {
    const user = await listening('locked');
    await send(user, 'locked', { a: 1 });
    expect((await user.put('/event-contracts/locked', { locked: true })).body).toMatchObject({
      locked: true,
    });
    await send(user, 'locked', { a: 1, b: 2 });
    const locked = await contractOf(user, 'locked');
    expect(Object.keys(locked.schema['properties'] as object)).toEqual(['a']);
    expect(locked.events).toBe(2);
    await user.put('/event-contracts/locked', { locked: false });
    const free = await contractOf(user, 'locked');
    expect(Object.keys(free.schema['properties'] as object)).toEqual(['a', 'b']);
  });
});

describe('checking on arrival', () => {
  const schema = {
    type: 'object',
    required: ['no'],
    properties: { no: { type: 'string' } },
    maxProperties: 9,
  };

  test('rejects with the paths, and stores nothing', async () => {
    const user = await listening('strict');
    const put = await user.put('/event-contracts/strict', { locked: true, schema, checking: 'reject' });
    expect(put.body).toMatchObject({ checking: 'reject', notChecked: ['maxProperties'] });
    const refused = await send(user, 'strict', { no: 5 });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'CONTRACT_VIOLATED',
      details: { violations: [{ path: '.no', message: 'has the type number, not string' }] },
    });
    expect((await user.get('/events?name=strict')).body).toEqual([]);
    expect((await user.get('/runs')).body).toEqual([]);
    expect((await send(user, 'strict', { no: 'A1' })).status).toBe(200);
  });

  test('warns in the answer, runs the flow and counts', async () => {
    const user = await listening('lenient');
    await user.put('/event-contracts/lenient', { locked: true, schema, checking: 'warn' });
    const warned = await send(user, 'lenient', { other: true });
    expect(warned).toMatchObject({
      status: 200,
      body: { triggers: [{}], warnings: [{ path: '.no', message: 'is missing' }] },
    });
    await expect
      .poll(async () => (await contractOf(user, 'lenient')).lastViolation?.violations)
      .toMatchObject([{ path: '.no', message: 'is missing' }]);
    expect((await contractOf(user, 'lenient')).violations).toBe(1);
  });

  test('an event that is known by its key gets its first answer, whatever its contract has become', async () => {
    const user = await listening('again');
    const sendKeyed = (key: string) =>
      user.post('/plugins/appmixer/utils/appevents/events/again', { no: 5 }, { 'idempotency-key': key });
    const plain = await sendKeyed('before');
    await user.put('/event-contracts/again', { locked: true, schema, checking: 'warn' });
    const warned = await sendKeyed('meanwhile');
    expect(warned.body).toMatchObject({ triggers: [{}], warnings: [{ path: '.no' }] });
    expect((await sendKeyed('before')).body).toEqual(plain.body);

    await user.put('/event-contracts/again', { locked: true, schema, checking: 'reject' });
    for (const [key, first] of [['before', plain] as const, ['meanwhile', warned] as const]) {
      const again = await sendKeyed(key);
      expect(again).toMatchObject({ status: 200, body: first.body });
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect((await sendKeyed('new')).status).toBe(422);
  });

  test('a user’s contract is the user’s own affair', async () => {
    const user = await listening('mine');
    const stranger = await server().user();
    await stranger.put('/event-contracts/mine', { locked: true, schema, checking: 'reject' });
    expect((await send(user, 'mine', {})).status).toBe(200);
    expect((await send(stranger, 'mine', {})).status).toBe(422);
  });

  test('a schema may be as long as an example', async () => {
    const user = await server().user();
    const long = { ...schema, description: 'x'.repeat(2_000_000) };
    expect((await user.put('/event-contracts/long', { locked: true, schema: long })).status).toBe(200);
  });

  test('an unlocked contract cannot be checked, an unknown event not locked without a schema', async () => {
    const user = await server().user();
    expect((await user.put('/event-contracts/x', { locked: false, checking: 'warn' })).status).toBe(400);
    expect((await user.put('/event-contracts/x', { locked: true })).status).toBe(400);
    expect((await user.put('/event-contracts/x', { locked: true, schema })).status).toBe(200);
  });

  test('odd schemas and examples do no harm', async () => {
    const user = await server().user();
    for (const odd of [
      { $ref: '#' },
      { type: 7 },
      { properties: { a: { $ref: '#/properties/a' } } },
      { enum: 1 },
    ]) {
      const answer = await user.put('/event-contracts/odd', { locked: true, schema: odd, checking: 'warn' });
      expect(answer.status).toBe(200);
      expect((await send(user, 'odd', { a: { a: 1 } })).status).toBe(200);
      expect((await user.get('/event-contracts/odd/types')).status).toBe(200);
    }
    const deep = JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`) as unknown;
    const examples = ['\0\ud800', deep, JSON.parse('{"__proto__":{"a":1}}')];
    expect(
      (await user.post('/event-contracts/odd/examples', { examples: examples.slice(0, 2) })).status,
    ).toBe(200);
  });
});

test('an admin’s contract holds for everybody', async () => {
  // The first account of an installation is an admin.
  const { services } = server();
  const user = await listening('for-all');
  await services.database.db
    .updateTable('users')
    .set({ scope: ['user', 'admin'] })
    .where('id', '=', user.id)
    .execute();
  const other = await listening('for-all');
  await user.put('/event-contracts/for-all', {
    locked: true,
    schema: { required: ['id'] },
    checking: 'reject',
  });
  expect((await send(other, 'for-all', {})).status).toBe(422);
  expect((await send(other, 'for-all', { id: 1 })).status).toBe(200);
  // What an admin knows and what others send is nobody else's affair.
  const states = { properties: { by: { additionalProperties: { enum: ['admins-value'] } } } };
  await user.put('/event-contracts/for-all', { locked: true, schema: states, checking: 'reject' });
  const refused = await send(other, 'for-all', { by: { 'ann@example.com': 1 } });
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('ann@example.com');
  expect(JSON.stringify(refused.body)).not.toContain('admins-value');
  await expect
    .poll(async () => (await contractOf(user, 'for-all')).lastViolation?.violations)
    .toMatchObject([{ path: '.by["*"]', message: 'is none of the values agreed on' }]);
});

test('events that do not keep to a locked contract are told as drift', async () => {
  const user = await listening('agreed');
  await user.put('/event-contracts/agreed', { locked: true, schema: { required: ['no'] } });
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => send(user, 'agreed', index < 5 ? {} : { no: 1 })),
  );
  expect((await contractOf(user, 'agreed')).drift?.fields).toEqual([
    { path: '.no', steps: ['no'], change: { kind: 'missing' }, before: 0, now: 0.25, agreed: true },
  ]);
});

test('drift is told with the field and since when, and can be accepted', async () => {
  const user = await listening('drifting');
  const batch = async (count: number, data: object) => {
    for (let sent = 0; sent < count; sent += 100) {
      await Promise.all(Array.from({ length: 100 }, () => send(user, 'drifting', data)));
      // Between two writes a limited number of events is looked into.
      await server().services.engine.flushLearning();
    }
  };
  await batch(1_100, { id: 1, phone: '+1' });
  expect((await contractOf(user, 'drifting')).drift).toBeNull();
  await batch(200, { id: 1 });
  const { drift } = await contractOf(user, 'drifting');
  expect(drift?.fields).toMatchObject([{ path: '.phone', change: { kind: 'missing' }, before: 0 }]);
  const accepted = await user.post('/event-contracts/drifting/accept-drift');
  expect(accepted.body).toMatchObject({ drift: null, drifting: false });
}, 60_000);
