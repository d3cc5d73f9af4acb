import { describe, expect, test } from 'vitest';
import type { Version, VersionDetail } from '../contract/versions.ts';
import { cloneDescriptor } from '../flow/clone.ts';
import type { Descriptor } from '../flow/descriptor.ts';
import { diffFlows, isEmptyDiff } from '../flow/diff.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, flowOf } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();
const everybody = [{ scope: 'user', permissions: ['read'] }];

const draft = (user: ApiClient, event = 'v1') =>
  createFlow(user, { name: 'Orders', type: 'integration-draft', flow: eventFlow(event) });

async function publish(user: ApiClient, draftId: string, body: object = {}): Promise<string> {
  const answer = await user.post(`/flows/${draftId}/publish`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as { templateId: string }).templateId;
}

async function versionsOf(user: ApiClient, flowId: string, query = ''): Promise<Version[]> {
  const { status, body } = await user.get(`/flows/${flowId}/versions${query}`);
  expect(status).toBe(200);
  return body as Version[];
}

const version = async (user: ApiClient, flowId: string, revision: number) =>
  (await user.get(`/flows/${flowId}/versions/${revision}`)).body as VersionDetail;

/** A version under the component ids of the draft it was published from. */
function inDraft({ flow, componentIdMap }: VersionDetail): Descriptor {
  const draftIds = new Map(Object.entries(componentIdMap).map(([ours, theirs]) => [theirs, ours]));
  return cloneDescriptor(flow, {}, (id) => draftIds.get(id) ?? id).descriptor;
}

const isSame = (a: Descriptor, b: Descriptor) =>
  isEmptyDiff(diffFlows({ descriptor: a, notes: {} }, { descriptor: b, notes: {} }));

describe('published versions', () => {
  test('each publication keeps what was published, with the changes to the one before', async () => {
    const author = await server().user();
    const draftId = await draft(author);
    expect(await versionsOf(author, draftId)).toEqual([]);

    const templateId = await publish(author, draftId, { sharedWith: everybody, description: 'first' });
    const grown = { ...eventFlow('v2'), t2: eventFlow('more')['t1']! };
    await author.put(`/flows/${draftId}`, {
      flow: grown,
      name: 'Orders 2',
      notes: { n: { content: 'a note' } },
    });
    await publish(author, draftId);
    // Changes of the template that publish nothing make no version.
    await author.put(`/flows/${templateId}`, { sharedWith: [] });
    await publish(author, draftId);

    const versions = await versionsOf(author, draftId);
    const none = { changed: 0, added: 0, removed: 0, moved: 0, linksAdded: 0, linksRemoved: 0, notes: 0 };
    expect(versions).toMatchObject([
      { revision: 4, name: 'Orders 2', changes: none },
      { revision: 2, name: 'Orders 2', changes: { ...none, changed: 1, added: 1, notes: 1 } },
      { revision: 1, name: 'Orders', changes: null, publishedBy: author.username },
    ]);
    expect(Date.parse(versions[0]!.publishedAt)).toBeGreaterThan(Date.parse(versions[2]!.publishedAt));
    expect(await versionsOf(author, templateId)).toEqual(versions);
    expect(await versionsOf(author, draftId, '?before=4&limit=1')).toEqual([versions[1]]);

    const first = await version(author, draftId, 1);
    expect(first).toMatchObject({ ...versions[2], description: 'first' });
    expect(isSame(inDraft(first), eventFlow('v1'))).toBe(true);
    const second = await version(author, templateId, 2);
    expect(second.notes).toEqual({ n: { content: 'a note' } });
    expect(isSame(inDraft(second), grown)).toBe(true);
    expect((await flowOf(author, templateId))['flow']).toEqual(second.flow);
  });

  test('are for the owner alone, also of a template that others may read', async () => {
    const author = await server().user();
    const other = await server().user();
    const draftId = await draft(author);
    const templateId = await publish(author, draftId, { sharedWith: everybody });
    expect((await other.get(`/flows/${templateId}`)).status).toBe(200);
    for (const path of ['', '/1']) {
      expect((await other.get(`/flows/${templateId}/versions${path}`)).status).toBe(403);
      expect((await other.get(`/flows/${draftId}/versions${path}`)).status).toBe(404);
      expect((await server().stranger.get(`/flows/${draftId}/versions${path}`)).status).toBe(401);
    }
  });

  test('a publication that is refused keeps nothing; what is no version is not found', async () => {
    const author = await server().user();
    const draftId = await draft(author);
    const templateId = await publish(author, draftId);
    await author.put(`/flows/${draftId}`, { flow: eventFlow('') });
    expect((await author.post(`/flows/${draftId}/publish`)).status).toBe(400);
    expect(await versionsOf(author, draftId)).toHaveLength(1);
    expect((await author.get(`/flows/${draftId}/versions/2`)).status).toBe(404);
    for (const odd of ['x', '-1', '1.5', '99999999999']) {
      expect((await author.get(`/flows/${draftId}/versions/${odd}`)).status).toBe(400);
    }
    await author.delete(`/flows/${templateId}`);
    expect(await versionsOf(author, draftId)).toEqual([]);
  });

  test('a client of the interface publishes by clone and PUT, and these are kept too', async () => {
    const author = await server().user();
    const draftId = await draft(author);
    const { body } = await author.post(`/flows/${draftId}/clone`, {
      setOriginFlowId: true,
      additional: { type: 'integration-template' },
    });
    const { cloneId } = body as { cloneId: string };
    const { flow, componentIdMap } = await version(author, draftId, 1);
    const [trigger = ''] = Object.keys(flow);
    const renamed = { ...flow, [trigger]: { ...flow[trigger]!, label: 'Started' } };
    await author.put(`/flows/${cloneId}`, { flow: renamed, componentIdMap, revision: 2 });
    expect(await versionsOf(author, draftId)).toMatchObject([
      { revision: 2, changes: { changed: 1, added: 0 } },
      { revision: 1 },
    ]);
    expect((await version(author, draftId, 2)).flow).toEqual(renamed);
  });
});
