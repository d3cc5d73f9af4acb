import { createOutbound } from '../../engine/outbound/outbound.ts';
import { CancelError, type ComponentContext, type Gathering, type StartContext } from '../component.ts';
import type { FileEffects } from '../files.ts';

export type Sent = { port: string; content: unknown };

/** A context that records its effects; HTTP calls are real and may reach loopback. */
export type TestContext = ComponentContext &
  StartContext & {
    sent: Sent[];
    listeners: string[];
    /** What each listener asked for beside its event. */
    listenerOptions: { orderBy?: string[] }[];
    timers: { content: Record<string, unknown>; ms: number }[];
    cleared: string[];
    stops: number;
    responses: {
      body: unknown;
      statusCode: number | undefined;
      headers: Record<string, string> | undefined;
    }[];
  };

const outbound = createOutbound({ allow: ['127.0.0.0/8', '::1'] });

const noFile = () => Promise.reject(new CancelError('This test has no files.'));
const withoutFiles: FileEffects = {
  getFileInfo: noFile,
  getFileReadStream: noFile,
  loadFile: noFile,
  saveFileStream: noFile,
  saveFile: noFile,
  removeFile: noFile,
};

/** `input` is the content of the port `in`. */
export function testContext(
  options: {
    input?: Record<string, unknown>;
    properties?: Record<string, unknown>;
    /** Called by a timer that was set with this. */
    timeout?: Record<string, unknown>;
    gathering?: Gathering;
    /** The file store; without one, files are not there. */
    files?: FileEffects;
    webhook?: {
      method: string;
      headers: Record<string, string>;
      query: Record<string, unknown>;
      data: unknown;
    };
  } = {},
): TestContext {
  const sent: Sent[] = [];
  const listeners: string[] = [];
  const listenerOptions: TestContext['listenerOptions'] = [];
  const responses: TestContext['responses'] = [];
  const timers: TestContext['timers'] = [];
  const cleared: string[] = [];
  const { signal } = new AbortController();
  const send = async (content: unknown, port: string) => void sent.push({ port, content });
  return {
    componentId: 'c1',
    componentType: 'test',
    flowId: 'f1',
    flowInfo: { flowName: 'Test' },
    userId: 'u1',
    customFields: {},
    correlationId: 'r1',
    properties: options.properties ?? {},
    messages: {
      ...(options.webhook && { webhook: { content: { hostname: 'localhost', ...options.webhook } } }),
      ...(options.input && {
        in: { content: options.input, originalContent: {}, correlationId: 'r1' },
      }),
      ...(options.timeout && {
        timeout: { content: options.timeout, originalContent: options.timeout, correlationId: 'r1' },
      }),
    } as ComponentContext['messages'],
    signal,
    CancelError,
    sent,
    listeners,
    listenerOptions,
    responses,
    timers,
    cleared,
    stops: 0,
    gathering: options.gathering,
    async setTimeout(content, ms) {
      return `t${timers.push({ content, ms })}`;
    },
    clearTimeout: async (id) => void cleared.push(id),
    async stopFlow() {
      this.stops++;
    },
    sendJson: send,
    sendArray: async (items, port) => void sent.push(...items.map((content) => ({ port, content }))),
    response: async (body, statusCode, headers) => void responses.push({ body, statusCode, headers }),
    log: async () => {},
    ...(options.files ?? withoutFiles),
    httpRequest: (config) => outbound.request(config, signal),
    idempotencyKey: 'r1:c1:0',
    getWebhookUrl: () => 'http://127.0.0.1/flows/f1/components/c1',
    now: () => new Date('2026-02-03T04:05:06.000Z'),
    uuid: () => '00000000-0000-7000-8000-000000000000',
    addListener: async (eventName, asked = {}) => {
      listeners.push(eventName);
      listenerOptions.push(asked);
    },
  };
}
