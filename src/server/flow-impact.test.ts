import { expect, test } from 'vitest';
import type { FlowImpact } from '../contract/impact.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const everybody = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];

async function impact(user: ApiClient, flowId: string, flow?: Descriptor): Promise<FlowImpact> {
  const { status, body } = await user.post(`/flows/${flowId}/impact`, flow ? { flow } : undefined);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as FlowImpact;
}

const draft = (user: ApiClient) =>
  createFlow(user, { name: 'Orders', type: 'integration-draft', flow: eventFlow('order-created') });

async function publish(user: ApiClient, draftId: string): Promise<string> {
  const { body } = await user.post(`/flows/${draftId}/publish`, { sharedWith: everybody });
  return (body as { templateId: string }).templateId;
}

async function activate(user: ApiClient, templateId: string, started: boolean): Promise<void> {
  const { body } = await user.post(`/flows/${templateId}/clone`, { isTemplateInstance: true });
  if (started) await startFlow(user, (body as { cloneId: string }).cloneId);
}

test('what a publication would change: the events of the template, the mappings, and who keeps the old version', async () => {
  const author = await server().user();
  const [one, two] = [await server().user(), await server().user()];
  const draftId = await draft(author);
  expect(await impact(author, draftId)).toEqual({
    template: null,
    instances: { active: 0, all: 0, updatedByPublishing: false },
    lost: [],
  });

  const templateId = await publish(author, draftId);
  await activate(one, templateId, true);
  await activate(two, templateId, true);
  await activate(two, templateId, false);
  expect(await impact(author, draftId)).toMatchObject({
    template: {
      templateId,
      name: 'Orders',
      revision: 1,
      triggers: [{ componentId: 't1', name: 'event', published: 'order-created', draft: 'order-created' }],
    },
    instances: { active: 2, all: 3 },
    lost: [],
  });

  const { t1, a1 } = eventFlow('order-added') as { t1: Descriptor[string]; a1: Descriptor[string] };
  const changed = {
    ...t1,
    config: { properties: { event: 'order-added', eventDataExample: '{"number":1}' } },
  };
  const told = await impact(author, draftId, { t1: changed, a1 });
  expect(told.template?.triggers).toMatchObject([{ published: 'order-created', draft: 'order-added' }]);
  expect(told.lost).toEqual([
    { componentId: 'a1', inPort: 'in', field: 'variables', variable: '$.t1.out.data.no', lost: 'field' },
  ]);
  const [gone] = (await impact(author, draftId, {})).template!.triggers;
  expect(gone).not.toHaveProperty('draft');
  // Asking changes nothing.
  expect((await impact(author, draftId)).lost).toEqual([]);
});

test('is for the owner alone, and needs a flow', async () => {
  const author = await server().user();
  const other = await server().user();
  const draftId = await draft(author);
  const templateId = await publish(author, draftId);
  expect((await other.post(`/flows/${templateId}/impact`)).status).toBe(403);
  expect((await other.post(`/flows/${draftId}/impact`)).status).toBe(404);
  expect((await server().stranger.post(`/flows/${draftId}/impact`)).status).toBe(401);
  expect((await author.post(`/flows/${draftId}/impact`, { flow: { a: { type: 'x' } } })).status).toBe(400);
});
