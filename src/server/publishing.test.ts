import { describe, expect, test } from 'vitest';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, flowOf, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const everybody = [{ scope: 'user', permissions: ['read'] }];
const send = async (user: ApiClient, event: string) =>
  ((await user.post(`/plugins/appmixer/utils/appevents/events/${event}`, {})).body as { triggers: object[] })
    .triggers;

async function publish(author: ApiClient, draftId: string, body: object = {}) {
  const answer = await author.post(`/flows/${draftId}/publish`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as { templateId: string; revision: number };
}

async function activate(user: ApiClient, templateId: string): Promise<string> {
  const body = {
    isTemplateInstance: true,
    setOriginFlowId: true,
    additional: { type: 'integration-instance' },
  };
  const { cloneId } = (await user.post(`/flows/${templateId}/clone`, body)).body as { cloneId: string };
  await startFlow(user, cloneId);
  return cloneId;
}

describe('clone', () => {
  test('copies under new component ids, which links, mappings and wizard follow', async () => {
    const user = await server().user();
    const source = await createFlow(user, {
      name: 'Source',
      flow: eventFlow('e'),
      wizard: { fields: [{ type: 'inspectorField', source: 't1.config.properties.event' }] },
      customFields: { a: 1 },
      categories: ['sales'],
      sharedWith: everybody,
      svg: 'kept',
    });
    const { body } = await user.post(`/flows/${source}/clone`, { prefix: 'Copy of ', setOriginFlowId: true });
    const clone = await flowOf(user, (body as { cloneId: string }).cloneId);
    const map = clone['componentIdMap'] as Record<string, string>;
    expect(Object.keys(map).sort()).toEqual(['a1', 't1']);
    expect(clone).toMatchObject({
      name: 'Copy of Source',
      stage: 'stopped',
      originFlowId: source,
      templateId: null,
      customFields: { a: 1 },
      categories: ['sales'],
      sharedWith: [],
      svg: 'kept',
      wizard: { fields: [{ source: `${map['t1']}.config.properties.event` }] },
      flow: eventFlow('e', { trigger: map['t1']!, action: map['a1']! }),
    });
  });

  test('a projection leaves members out; without a body it is a plain copy', async () => {
    const user = await server().user();
    const source = await createFlow(user, { name: 'S', customFields: { a: 1 }, thumbnail: 'data:,x' });
    const body = { projection: '-sharedWith,-thumbnail,-customFields', setComponentIdMap: false };
    const first = (await user.post(`/flows/${source}/clone`, body)).body as { cloneId: string };
    expect(await flowOf(user, first.cloneId)).toMatchObject({
      thumbnail: null,
      customFields: {},
      originFlowId: null,
    });
    const plain = (await user.post(`/flows/${source}/clone`)).body as { cloneId: string };
    expect(await flowOf(user, plain.cloneId)).toMatchObject({ name: 'S', thumbnail: 'data:,x' });
  });

  test('additional members other than type, sharedWith and wizard are refused', async () => {
    const user = await server().user();
    const source = await createFlow(user, { name: 'S' });
    const { status, body } = await user.post(`/flows/${source}/clone`, { additional: { name: 'x' } });
    expect(status).toBe(400);
    expect((body as { message: string }).message).toContain('body.additional');
  });
});

describe('publish', () => {
  test('a template is activated, updated in place, and instances stay as they are', async () => {
    const author = await server().user();
    const endUser = await server().user();
    const draftId = await createFlow(author, {
      name: 'Orders',
      type: 'integration-draft',
      flow: eventFlow('v1'),
    });
    const first = await publish(author, draftId, { sharedWith: everybody, description: 'd' });
    const template = await flowOf(endUser, first.templateId);
    expect(template).toMatchObject({
      name: 'Orders',
      description: 'd',
      type: 'integration-template',
      originFlowId: draftId,
      revision: 1,
    });
    const ids = template['componentIdMap'] as Record<string, string>;

    const instanceId = await activate(endUser, first.templateId);
    expect(await flowOf(endUser, instanceId)).toMatchObject({
      type: 'integration-instance',
      templateId: first.templateId,
      userId: endUser.id,
    });
    expect(await send(endUser, 'v1')).toHaveLength(1);
    expect(await send(author, 'v1')).toHaveLength(0);

    const grown = { ...eventFlow('v2'), t2: eventFlow('more')['t1']! };
    await author.put(`/flows/${draftId}`, { flow: grown, name: 'Orders 2' });
    expect(await publish(author, draftId)).toEqual({ templateId: first.templateId, revision: 2 });
    const updated = await flowOf(endUser, first.templateId);
    const newIds = updated['componentIdMap'] as Record<string, string>;
    expect(newIds).toMatchObject(ids);
    expect(Object.keys(updated['flow'] as object).sort()).toEqual(Object.values(newIds).sort());
    expect(updated).toMatchObject({ name: 'Orders 2', sharedWith: everybody });

    expect(await send(endUser, 'v1')).toHaveLength(1);
    expect(await send(endUser, 'v2')).toHaveLength(0);

    expect((await author.delete(`/flows/${first.templateId}`)).status).toBe(200);
    expect(await send(endUser, 'v1')).toHaveLength(1);
  });

  test('two publishers at once make one template', async () => {
    const author = await server().user();
    const draftId = await createFlow(author, { type: 'integration-draft', flow: eventFlow('e') });
    const published = await Promise.all([1, 2, 3].map(() => publish(author, draftId)));
    expect(new Set(published.map(({ templateId }) => templateId)).size).toBe(1);
    expect(new Set(published.map(({ revision }) => revision))).toEqual(new Set([1, 2, 3]));
  });

  test('a draft with problems is refused with them, and so is what is no draft', async () => {
    const author = await server().user();
    const draftId = await createFlow(author, { type: 'integration-draft', flow: eventFlow('') });
    const { body } = await author.post(`/flows/${draftId}/publish`);
    expect(body).toMatchObject({
      code: 'FLOW_NOT_STARTABLE',
      details: {
        problems: [
          {
            componentId: 't1',
            message: 'Event Name is required.',
            said: { id: 'problem.required', values: { field: 'Event Name' } },
          },
        ],
      },
    });
    const automation = await createFlow(author, { flow: eventFlow('e') });
    expect((await author.post(`/flows/${automation}/publish`)).status).toBe(400);
  });

  test('a client of the interface does it by clone and PUT', async () => {
    const author = await server().user();
    const draftId = await createFlow(author, { name: 'D', type: 'integration-draft', flow: eventFlow('e') });
    const { body } = await author.post(`/flows/${draftId}/clone`, {
      projection: '-sharedWith',
      setOriginFlowId: true,
      additional: { type: 'integration-template', sharedWith: everybody },
    });
    const { cloneId } = body as { cloneId: string };
    const template = await flowOf(author, cloneId);
    expect(template).toMatchObject({
      originFlowId: draftId,
      type: 'integration-template',
      sharedWith: everybody,
    });
    const update = { flow: template['flow'], componentIdMap: template['componentIdMap'], revision: 2 };
    expect((await author.put(`/flows/${cloneId}`, update)).body).toMatchObject({ revision: 2 });
    // Our own publish goes on with the same template.
    expect(await publish(author, draftId)).toEqual({ templateId: cloneId, revision: 3 });
  });
});
