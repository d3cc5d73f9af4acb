import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useDatabase } from '../../store/testing/database.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { startServer } from '../start.ts';

const database = useDatabase();
vi.setConfig({ testTimeout: 60_000 });

type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

type ExportedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
};

type Exported = {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: ExportedSpan[] }[];
  }[];
};

/** The collector of traces, and what the flow calls. */
async function useReceiver(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function environmentOf(more: Record<string, string>): Record<string, string> {
  const { host = '', port, user, password, database: name } = database().options;
  const where = new URLSearchParams({ host, port: String(port) });
  for (const [variable, value] of Object.entries(more)) vi.stubEnv(variable, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return {
    DATABASE_URL: `postgres://${user}:${String(password)}@/${name}?${where}`,
    SECRET_KEY: 'k'.repeat(32),
    PORT: '0',
    LOG_LEVEL: 'silent',
    OUTBOUND_ALLOW: '127.0.0.1',
    ...more,
  };
}

/** A flow that calls the address when its event comes; the event is sent with this header, and its run ends. */
async function runOnce(environment: Record<string, string>, target: string, traceparent: string) {
  const server = await startServer(readConfig(environment), createLogger('fatal'));
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server.stop());
  onTestFinished(stop);
  const call = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(server.address + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const reply = (await response.json()) as Record<string, unknown>;
    expect(response.status, JSON.stringify(reply)).toBe(200);
    return reply;
  };
  const { token } = await call('/user', { username: `u${Math.random()}@x.org`, password: 'password' });
  const authorization = { authorization: `Bearer ${String(token)}` };
  const t1 = {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'paid', eventDataExample: '{"url":"","secret":""}' } },
  };
  const post = {
    type: 'appmixer.utils.http.Post',
    x: 300,
    y: 0,
    source: { in: { t1: ['out'] } },
    config: {
      transform: {
        in: {
          t1: {
            out: {
              lambda: { url: '{{{u}}}', body: '{{{b}}}' },
              modifiers: {
                url: { u: { variable: '$.t1.out.data.url' } },
                body: { b: { variable: '$.t1.out.data.secret' } },
              },
            },
          },
        },
      },
    },
  };
  const { flowId } = await call('/flows', { name: 'Pay', flow: { t1, a1: post } }, authorization);
  await call(`/flows/${String(flowId)}/coordinator`, { command: 'start' }, authorization);
  await call(
    '/plugins/appmixer/utils/appevents/events/paid',
    { url: `${target}/hook?token=hidden`, secret: 'do not tell' },
    { ...authorization, traceparent },
  );
  await vi.waitFor(
    async () => {
      const { rows } = await database().pool.query<{ status: string }>(
        'select status from runs where flow_id = $1',
        [flowId],
      );
      expect(rows).toEqual([{ status: 'completed' }]);
    },
    { timeout: 10_000 },
  );
  // What has not been sent yet goes out with the stop.
  await stop();
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';

test('one trace leads from the caller’s span over the queue to the call that the event led to', async () => {
  const { url, received } = await useReceiver();
  const environment = environmentOf({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'our-events',
  });
  await runOnce(environment, url, `00-${traceId}-${parentId}-01`);

  const exports = received.filter(({ path }) => path === '/v1/traces');
  const bodies = exports.map(({ body }) => JSON.parse(body.toString()) as Exported);
  const [resource] = bodies.flatMap(({ resourceSpans }) => resourceSpans.map((one) => one.resource));
  expect(resource?.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'our-events' },
  });
  const spans = bodies.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  const named = (name: string) => spans.find((span) => span.name === name);
  const accept = named('accept app event');
  const run = named('run');
  const trigger = named('step appmixer.utils.appevents.OnAppEvent');
  const step = named('step appmixer.utils.http.Post');
  const call = named('POST');
  expect(spans).toHaveLength(5);
  expect(spans.map((span) => span.traceId)).toEqual(spans.map(() => traceId));
  expect(accept?.parentSpanId).toBe(parentId);
  expect(run?.parentSpanId).toBe(accept?.spanId);
  expect(trigger?.parentSpanId).toBe(run?.spanId);
  expect(step?.parentSpanId).toBe(run?.spanId);
  expect(call?.parentSpanId).toBe(step?.spanId);
  expect(call?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  // Nothing of the event's data, and of the address the host alone.
  expect(JSON.stringify(bodies)).not.toMatch(/do not tell|hidden|hook/);

  const hook = received.find(({ path }) => path.startsWith('/hook'));
  expect(hook?.headers['traceparent']).toBe(`00-${traceId}-${call?.spanId}-01`);
});

test('who asks for no trace gets none, and what is sampled is the environment’s to say', async () => {
  const { url, received } = await useReceiver();
  const environment = environmentOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/traces` });
  await runOnce(environment, url, `00-${traceId}-${parentId}-00`);
  expect(received.map(({ path }) => path)).toEqual(['/hook?token=hidden']);
  // The decision goes along.
  expect(received[0]?.headers['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
});

test('protocol buffers are what is sent by default', async () => {
  const { url, received } = await useReceiver();
  const environment = environmentOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  await runOnce(environment, url, `00-${traceId}-${parentId}-01`);
  const exported = received.find(({ path }) => path === '/v1/traces');
  expect(exported?.headers['content-type']).toBe('application/x-protobuf');
  expect(exported?.body.includes(Buffer.from(traceId, 'hex'))).toBe(true);
});

test('without an exporter nothing is traced, and calls carry no header', async () => {
  const { url, received } = await useReceiver();
  await runOnce(environmentOf({}), url, `00-${traceId}-${parentId}-01`);
  expect(received.map(({ path, headers }) => [path, headers['traceparent']])).toEqual([
    ['/hook?token=hidden', undefined],
  ]);
});
