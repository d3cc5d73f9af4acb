import { describe, expect, test } from 'vitest';
import { createFlow, eventFlow, flowOf, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

describe('a flow document', () => {
  test('comes back as it was sent, members nobody knows too', async () => {
    const user = await server().user();
    const sent = {
      name: 'Order to chat',
      description: 'd',
      type: 'integration-draft',
      flow: { ...eventFlow('order'), odd: { type: 'acme.x.y.Gone', x: 1, y: 2, colour: 'red' } },
      customFields: { tag: 'x' },
      wizard: { fields: [], extra: 1 },
      notes: { n1: { x: 0, content: '# md\u0000' } },
      categories: ['sales'],
      thumbnail: 'data:image/svg+xml,x',
      svg: 'unknown member',
    };
    const flowId = await createFlow(user, sent);
    const flow = await flowOf(user, flowId);
    expect(flow).toMatchObject(sent);
    expect(flow).toMatchObject({ flowId, userId: user.id, stage: 'stopped', revision: 1, templateId: null });
  });

  test('an update changes the members given alone and raises the revision', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'a', customFields: { k: 1 }, first: 1 });
    const { body } = await user.put(`/flows/${flowId}`, {
      name: 'b',
      stage: 'running',
      type: 'automation',
      second: 2,
    });
    expect(body).toMatchObject({ flowId, result: 'updated', revision: 2 });
    expect(await flowOf(user, flowId)).toMatchObject({
      name: 'b',
      stage: 'stopped',
      customFields: { k: 1 },
      first: 1,
      second: 2,
      revision: 2,
    });
  });

  test('projections keep or leave out', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'a', flow: eventFlow('e'), customFields: { a: 1, b: 2 } });
    const positive = await user.get(`/flows/${flowId}?projection=name,flow`);
    expect(Object.keys(positive.body as object).sort()).toEqual(['flow', 'flowId', 'name']);
    const negative = (await user.get(`/flows?projection=-flow,-thumbnail,-customFields.a`)).body as object[];
    expect(negative[0]).not.toHaveProperty('flow');
    expect(negative[0]).toMatchObject({ name: 'a', customFields: { b: 2 } });
    expect(negative[0]).not.toHaveProperty('customFields.a');
  });

  test('versions of components follow the installed ones', async () => {
    const user = await server().user();
    const flow = eventFlow('e');
    const flowId = await createFlow(user, { flow: { t1: { ...flow['t1'], version: '0.0.1' } } });
    const { version } = server().services.catalogue.component(flow['t1']!.type)!.manifest;
    const stored = (await flowOf(user, flowId))['flow'] as Record<string, { version?: string }>;
    expect(stored['t1']?.version).toBe(version ?? '0.0.1');
  });
});

describe('revisions', () => {
  test('a change made on an old revision is refused and tells the present one', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'a' });
    expect((await user.put(`/flows/${flowId}`, { name: 'b', revision: 1 })).status).toBe(200);
    const late = await user.put(`/flows/${flowId}`, { name: 'c', revision: 1 });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'CONFLICT', details: { revision: 2 } });
    expect((await flowOf(user, flowId))['name']).toBe('b');
  });

  test('of many changes on one revision exactly one is accepted', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'a' });
    const changes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => user.put(`/flows/${flowId}`, { name: `b${n}`, revision: 1 })),
    );
    expect(changes.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await flowOf(user, flowId))['revision']).toBe(2);
  });

  test('a client that publishes counts up itself', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { name: 'a' });
    const change = { name: 'b', revision: 2, componentIdMap: { a: 'b' } };
    expect((await user.put(`/flows/${flowId}`, change)).body).toMatchObject({ revision: 2 });
    expect((await user.put(`/flows/${flowId}`, { ...change, revision: 4 })).status).toBe(409);
  });
});

describe('a running flow', () => {
  test('is redrawn by force only; other members change freely', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('before') });
    await startFlow(user, flowId);
    const same = await user.put(`/flows/${flowId}`, { name: 'renamed', flow: eventFlow('before') });
    expect(same.status).toBe(200);
    const refused = await user.put(`/flows/${flowId}`, { flow: eventFlow('after') });
    expect(refused.body).toMatchObject({ statusCode: 409, code: 'FLOW_RUNNING' });

    const broken = await user.put(`/flows/${flowId}?forceUpdate=true`, { flow: eventFlow('') });
    expect(broken.body).toMatchObject({ statusCode: 400, code: 'FLOW_NOT_STARTABLE' });
    expect((await user.post('/plugins/appmixer/utils/appevents/events/before', {})).body).toMatchObject({
      errors: [],
    });

    expect((await user.put(`/flows/${flowId}?forceUpdate=true`, { flow: eventFlow('after') })).status).toBe(
      200,
    );
    const events = await Promise.all(
      ['before', 'after'].map((name) => user.post(`/plugins/appmixer/utils/appevents/events/${name}`, {})),
    );
    expect(events.map(({ body }) => (body as { triggers: [] }).triggers.length)).toEqual([0, 1]);
  });

  test('starts and stops more than once, and ends when it is deleted', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('e') });
    await startFlow(user, flowId);
    await startFlow(user, flowId);
    expect((await user.get(`/flows/${flowId}/coordinator/status`)).body).toEqual({
      status: 'running',
      stepsTotal: 1,
    });
    for (let n = 0; n < 2; n += 1) {
      expect((await user.post(`/flows/${flowId}/coordinator`, { command: 'stop' })).status).toBe(200);
    }
    await startFlow(user, flowId);
    expect((await user.delete(`/flows/${flowId}`)).body).toEqual({ flowId });
    expect((await user.get(`/flows/${flowId}`)).status).toBe(404);
    expect((await user.post('/plugins/appmixer/utils/appevents/events/e', {})).body).toEqual({
      triggers: [],
    });
  });

  test('one with problems does not start and says why', async () => {
    const user = await server().user();
    const flowId = await createFlow(user, { flow: eventFlow('') });
    const { status, body } = await user.post(`/flows/${flowId}/coordinator`, { command: 'start' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'FLOW_NOT_STARTABLE',
      details: { problems: [{ componentId: 't1' }] },
    });
    const { body: validation } = await user.get(`/flows/${flowId}/validate`);
    expect(validation).toMatchObject({
      errors: [
        {
          keyword: 'required',
          componentId: 't1',
          dataPath: 't1.config.properties.event',
          message: 'Event Name is required.',
          said: { id: 'problem.required', values: { field: 'Event Name' } },
        },
      ],
    });
  });
});

describe('lists', () => {
  test.each([
    ['type:automation', ['alpha', 'beta']],
    ['type:automation&filter=type:integration-draft', ['alpha', 'beta', 'gamma']],
    ['type:!automation', ['gamma']],
    ['customFields.tag:x', ['alpha']],
    ['customFields.tag:!x', ['beta', 'gamma']],
    ['customFields.tag:!', ['gamma']],
    ['customFields.list:two', ['beta']],
    ['customFields.deep.number:5', ['beta']],
    ['customFields.list.0:one', ['beta']],
    ['customFields.it%27s "odd":1', ['gamma']],
    ['wizard.fields:!', ['alpha', 'beta']],
    ['wizard.fields:![]', ['gamma']],
    ['sharedWith:![]', ['gamma']],
    ['sharedWith:[]', ['alpha', 'beta']],
    ['sharedWith.0.domain:acme.com', ['gamma']],
    ['name:~ET', ['beta']],
    ['name:~al&filter=name:~gam&filter=name:!alpha', ['gamma']],
    ['name:alpha&filter=type:integration-draft', []],
    ['description:!', ['alpha', 'beta', 'gamma']],
    ['templateId:!', ['alpha', 'beta', 'gamma']],
    ['stage:stopped&filter=categories:sales', ['alpha']],
    ["name:'; drop table flows; --", []],
  ])('filter=%s', async (filter, names) => {
    const user = await server().user();
    await createFlow(user, { name: 'alpha', customFields: { tag: 'x' }, categories: ['sales'] });
    await createFlow(user, {
      name: 'beta',
      customFields: { tag: 'y', list: ['one', 'two'], deep: { number: 5 } },
    });
    await createFlow(user, {
      name: 'gamma',
      type: 'integration-draft',
      customFields: { 'it\'s "odd"': 1 },
      wizard: { fields: [{ type: 'text' }] },
      sharedWith: [{ domain: 'acme.com', permissions: ['read'] }],
    });
    const { status, body } = await user.get(`/flows?filter=${filter}`);
    expect(status).toBe(200);
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual(names);
    expect((await user.get(`/flows/count?filter=${filter}`)).body).toEqual({ count: names.length });
  });

  test.each([
    'filter=colour:red',
    'filter=name',
    'filter=name.first:a',
    'sort=colour',
    'limit=0',
    'limit=x',
    'offset=-1',
  ])('%s is refused', async (query) => {
    expect((await (await server().user()).get(`/flows?${query}`)).status).toBe(400);
  });

  test('sort, pattern, offset and limit', async () => {
    const user = await server().user();
    for (const name of ['b', 'a', 'c']) await createFlow(user, { name });
    const names = async (query: string) =>
      ((await user.get(`/flows?${query}`)).body as { name: string }[]).map(({ name }) => name);
    expect(await names('sort=name:1')).toEqual(['a', 'b', 'c']);
    expect(await names('sort=btime:-1')).toEqual(['c', 'a', 'b']);
    expect(await names('sort=type,name:-1&limit=2')).toEqual(['c', 'b']);
    expect(await names('sort=name&offset=1&limit=1')).toEqual(['b']);
    expect(await names('pattern=A')).toEqual(['a']);
    const [flow] = (await user.get('/flows?pattern=c')).body as { flowId: string }[];
    expect(await names(`pattern=${flow!.flowId.slice(-12)}`)).toEqual(['c']);
  });
});
