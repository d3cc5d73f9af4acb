import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './testing/client.ts';
import { endpoints } from './testing/contract.ts';
import { createFlow, eventFlow, flowOf, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const send = (user: ApiClient) => user.post('/plugins/appmixer/utils/appevents/events/shared', {});
const start = (user: ApiClient, flowId: string) =>
  user.post(`/flows/${flowId}/coordinator`, { command: 'start' });

describe('what belongs to another user', () => {
  let owner: ApiClient;
  let other: ApiClient;
  let ids: Record<string, string>;

  beforeAll(async () => {
    owner = await server().user();
    other = await server().user();
    const flowId = await createFlow(owner, {
      name: 'mine',
      flow: eventFlow('secret'),
      type: 'integration-draft',
    });
    await startFlow(owner, flowId);
    const { body } = await owner.post('/plugins/appmixer/utils/appevents/events/secret', { no: 'A1' });
    const [{ correlationId: runId }] = (body as { triggers: [{ correlationId: string }] }).triggers;
    ids = { flowId, runId, componentId: 't1', revision: '1' };
  });

  // Every endpoint of the contract that takes an id, so that a new one is held to it, too.
  const withIds = endpoints
    .filter(({ path, auth }) => /:(flowId|runId|componentId)/.test(path) && auth !== 'none')
    .map(({ method, path }) => [method, path] as const);

  test.each(withIds)('answers 404: %s %s', async (method, path) => {
    expect(withIds.length).toBeGreaterThan(10);
    const bodies: Record<string, unknown> = { '/flows/:flowId/coordinator': { command: 'stop' } };
    const call = async (user: ApiClient, given: Record<string, string>) => {
      const url = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name]!));
      const body = method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(bodies[path] ?? {});
      const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
      return (await user.request(url, { method, headers, ...(body ? { body } : {}) })).status;
    };
    expect(await call(other, ids)).toBe(404);
    for (const odd of ['x', 'a\u0000b', '00000000-0000-7000-8000-000000000000', '%', 'é'.repeat(50)]) {
      expect(await call(owner, { ...ids, flowId: odd, runId: odd, componentId: odd })).toBe(404);
    }
  });

  test('is in none of the lists', async () => {
    expect((await other.get('/flows?sharedWithPermissions=read')).body).toEqual([]);
    expect((await other.get(`/flows?filter=flowId:${ids['flowId']}`)).body).toEqual([]);
    expect((await other.get(`/runs?flowId=${ids['flowId']}`)).body).toEqual([]);
    expect((await other.get(`/logs?flowId=${ids['flowId']}`)).body).toEqual({ buckets: [], hits: [] });
    expect((await owner.get(`/runs?flowId=${ids['flowId']}`)).body).toHaveLength(1);
  });

  test('is still there', async () => {
    expect(await flowOf(owner, ids['flowId']!)).toMatchObject({
      name: 'mine',
      stage: 'running',
      revision: 1,
    });
  });
});

describe('a shared flow', () => {
  test.each([
    [{ scope: 'user' }, 'anyone@else.com'],
    [{ domain: 'ACME.com' }, 'dora@acme.com'],
    [{ email: 'Erik@Example.com' }, 'erik@example.com'],
  ])('is read by those it is shared with: %j', async (name, username) => {
    const owner = await server().user();
    const sharedWith = [
      { email: 'somebody@else.com', permissions: ['read'] },
      { ...name, permissions: ['read'] },
    ];
    const flowId = await createFlow(owner, {
      name: 'T',
      type: 'integration-template',
      flow: eventFlow('e'),
      sharedWith,
    });
    const reader = await server().user(username);
    const flow = await flowOf(reader, flowId);
    expect(flow).toMatchObject({ name: 'T', flow: { t1: {} } });
    // Of the other entries nothing is told.
    expect(flow['sharedWith']).toHaveLength(1);
    const listed = await reader.get(
      '/flows?filter=sharedWith:![]&filter=type:integration-template&pattern=T',
    );
    expect((listed.body as { flowId: string }[]).map((one) => one.flowId)).toContain(flowId);
    const probe = await reader.get('/flows?filter=sharedWith.email:somebody@else.com');
    expect(probe.body).toEqual([]);
    expect(JSON.stringify(listed.body)).not.toContain('somebody');
    expect((await owner.get('/flows?filter=sharedWith.email:somebody@else.com')).body).toHaveLength(1);

    for (const answer of [
      await reader.put(`/flows/${flowId}`, { name: 'x' }),
      await reader.delete(`/flows/${flowId}`),
      await start(reader, flowId),
      await reader.post(`/flows/${flowId}/publish`),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(await flowOf(owner, flowId)).toMatchObject({ name: 'T', revision: 1, sharedWith: { length: 2 } });
  });

  test('is started by those who may, and runs as its owner', async () => {
    const owner = await server().user();
    const reader = await server().user();
    const sharedWith = [{ email: reader.username, permissions: ['start'] }];
    const flowId = await createFlow(owner, { flow: eventFlow('shared'), sharedWith });
    expect((await reader.get(`/flows/${flowId}`)).status).toBe(403);
    expect((await start(reader, flowId)).status).toBe(200);
    expect(await flowOf(owner, flowId)).toMatchObject({
      stage: 'running',
      stageChangeInfo: { action: 'start', userId: reader.id },
    });
    expect((await reader.post(`/flows/${flowId}/coordinator`, { command: 'stop' })).status).toBe(403);
    expect((await send(reader)).body).toEqual({ triggers: [] });
    expect((await send(owner)).body).toMatchObject({ triggers: [{ userId: owner.id }] });
  });

  test.each([
    [[{ permissions: ['read'] }]],
    [[{ email: 'a@b.c', scope: 'user', permissions: ['read'] }]],
    [[{ scope: 'user', permissions: ['own'] }]],
  ])('entries are checked: %j', async (sharedWith) => {
    const user = await server().user();
    expect((await user.post('/flows', { sharedWith })).status).toBe(400);
  });
});
