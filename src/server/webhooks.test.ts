import { describe, expect, test } from 'vitest';
import type { Descriptor } from '../flow/descriptor.ts';
import { createFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer({ engine: { responseTimeoutMs: 300 } });

/** Webhook → Response, which answers with these inputs; without them nothing answers. */
function webhookFlow(immediateResponse: boolean, response?: Record<string, unknown>): Descriptor {
  const webhook = {
    w1: {
      type: 'appmixer.utils.http.WebhookTrigger',
      x: 0,
      y: 0,
      source: {},
      config: { properties: { immediateResponse } },
    },
  };
  if (!response) return webhook;
  return {
    ...webhook,
    r1: {
      type: 'appmixer.utils.http.Response',
      x: 300,
      y: 0,
      source: { in: { w1: ['request'] } },
      config: {
        transform: { in: { w1: { request: { type: 'json2new', modifiers: {}, lambda: response } } } },
      },
    },
  };
}

const echo = {
  body: '{{{$.w1.request}}}',
};

async function started(flow: Descriptor): Promise<string> {
  const user = await server().user();
  const flowId = await createFlow(user, { flow });
  await startFlow(user, flowId);
  return `/flows/${flowId}/components/w1`;
}

describe('a webhook', () => {
  test('that answers by itself is taken at once', async () => {
    const url = await started(webhookFlow(true));
    const { status, body } = await server().stranger.post(url, { a: 1 });
    expect([status, body]).toEqual([200, {}]);
    expect((await server().stranger.post(`${url}?enqueueOnly=true`, {})).status).toBe(202);
  });

  test('answers with the response of its flow', async () => {
    const url = await started(
      webhookFlow(false, {
        body: 'made it',
        statusCode: 201,
        headers: '{"X-Order":"A1","Set-Cookie":"a=b"}',
      }),
    );
    const { status, body, headers } = await server().stranger.post(url, { a: 1 });
    expect([status, body]).toEqual([201, 'made it']);
    expect(headers.get('x-order')).toBe('A1');
    // What a flow answers with cannot act on the origin of the Studio.
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(/^sandbox /);
  });

  test.each<[string, string, RequestInit, unknown]>([
    ['JSON', 'POST', { body: '{"a":[1]}', headers: { 'content-type': 'application/json' } }, { a: [1] }],
    ['a form', 'POST', { body: new URLSearchParams('a=1&b=2&b=3') }, { a: '1', b: ['2', '3'] }],
    ['text', 'PUT', { body: 'plain', headers: { 'content-type': 'text/plain' } }, 'plain'],
    ['XML', 'POST', { body: '<a/>', headers: { 'content-type': 'application/xml' } }, '<a/>'],
    ['nothing', 'GET', {}, null],
    ['nothing', 'DELETE', {}, null],
  ])('hands on %s by %s with its query and headers', async (_name, method, init, data) => {
    const url = await started(webhookFlow(false, echo));
    const answer = await server().stranger.request(`${url}?q=1&q=2`, {
      ...init,
      method,
      headers: { ...(init.headers as Record<string, string>), 'x-from': 'test', authorization: 'Basic x' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      method,
      data,
      query: { q: ['1', '2'] },
      headers: { 'x-from': 'test' },
    });
  });

  test('whose flow takes too long or never answers is told that it is queued', async () => {
    const url = await started(webhookFlow(false));
    const { status, body } = await server().stranger.post(url, {});
    expect(status).toBe(202);
    expect(body).toEqual({ correlationId: expect.any(String) });
  });

  test('of a stopped flow, an unknown one or a component that is none: 404', async () => {
    const { stranger } = server();
    const user = await server().user();
    const stopped = await createFlow(user, { flow: webhookFlow(true) });
    const running = await started(webhookFlow(true));
    for (const url of [
      `/flows/${stopped}/components/w1`,
      '/flows/x/components/w1',
      running.replace('w1', 'r1'),
      running.replace('w1', '%00'),
    ]) {
      expect((await stranger.post(url, {})).status).toBe(404);
    }
  });

  test('refuses a body that says it is JSON and is not, and one that is too large', async () => {
    const url = await started(webhookFlow(true));
    const json = { 'content-type': 'application/json' };
    expect((await server().stranger.post(url, '{', json)).status).toBe(400);
    expect((await server().stranger.post(url, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  test('has a URL that its owner can ask for', async () => {
    const user = await server().user();
    const flow = webhookFlow(true);
    const componentId = 'a "quoted" id';
    const flowId = await createFlow(user, { flow: { [componentId]: flow['w1'] } });
    const { body } = await user.get(`/triggers/${encodeURIComponent(componentId)}/url`);
    const url = `https://events.example.com/flows/${flowId}/components/${encodeURIComponent(componentId)}`;
    expect(body).toEqual({ url });
    const inspector = await user.post('/component/appmixer/utils/http/WebhookTrigger?outPort=request', {
      componentId,
      properties: { generateInspector: true },
    });
    expect(JSON.stringify(inspector.body)).toContain(JSON.stringify(url));
  });

  test('has it before it is saved in the flow that the call names, and in no flow of others', async () => {
    const owner = await server().user();
    const other = await server().user();
    const flowId = await createFlow(owner, { flow: {} });
    const ask = (user: typeof owner) =>
      user.post('/component/appmixer/utils/http/WebhookTrigger?outPort=request', {
        componentId: 'new1',
        flowId,
        properties: { generateInspector: true },
      });
    expect(JSON.stringify((await ask(owner)).body)).toContain(`/flows/${flowId}/components/new1`);
    expect((await ask(other)).status).toBe(404);
  });
});
