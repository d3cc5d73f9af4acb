import type { FileEffects } from './files.ts';

/** What a behaviour is: code that gets its effects as arguments (INTERFACE §4 names). */

export type WebhookContent = {
  method: string;
  hostname: string;
  headers: Record<string, string>;
  query: Record<string, unknown>;
  data: unknown;
};

export type InMessage = {
  content: Record<string, unknown>;
  /** The upstream message as it was before the mapping. */
  originalContent: unknown;
  correlationId: string;
  sender?: { componentId: string; port: string };
};

export type HttpRequestConfig = {
  method: string;
  url: string;
  headers?: Record<string, string>;
  /** Appended to the url's own query. */
  params?: Record<string, unknown>;
  /** Objects and lists are sent as JSON; texts, buffers, Blobs and FormData as they are. A Blob is sent as it is read. */
  data?: unknown;
  /** Milliseconds; default 60,000. */
  timeout?: number;
  /** Default 5; 0 = do not follow. */
  maxRedirects?: number;
};

export type HttpReply = {
  statusCode: number;
  headers: Record<string, string>;
  /** Raw bytes of the answer, at most 10 MiB. */
  body: Buffer;
  request: { uri: string; method: string; headers: Record<string, string> };
};

/** Thrown by a behaviour when retrying cannot help: the step fails at once. */
export class CancelError extends Error {
  override name = 'CancelError';
}

/** The effects and facts a behaviour may use. One context lives for one invocation. */
export type ComponentContext = FileEffects & {
  componentId: string;
  componentType: string;
  flowId: string;
  flowInfo: { flowName: string };
  userId: string;
  customFields: Record<string, unknown>;
  /** One pass of one event through one flow; the run's id. */
  correlationId: string;
  properties: Record<string, unknown>;
  messages: { webhook?: { content: WebhookContent } } & { [inPort: string]: InMessage };
  /** Aborted when the step's time is up or the process stops. */
  signal: AbortSignal;
  CancelError: typeof CancelError;

  /** Emits one message on an out port. */
  sendJson(content: unknown, port: string): Promise<void>;
  /** Emits one message per item. */
  sendArray(items: unknown[], port: string): Promise<void>;
  /** Answers the HTTP call that started the run and still waits; without one it does nothing. */
  response(body: unknown, statusCode?: number, headers?: Record<string, string>): Promise<void>;
  /** Writes a line into the flow's log. */
  log(entry: Record<string, unknown>): Promise<void>;
  /** The guarded client: any status resolves, only a failed exchange rejects. */
  httpRequest(config: HttpRequestConfig): Promise<HttpReply>;
  /** Stable over retries of this step: `<run>:<component>:<n>`. */
  idempotencyKey: string;
  getWebhookUrl(): string;
  now(): Date;
  uuid(): string;
};

/** What a trigger may do while its flow starts. */
export type StartContext = Pick<
  ComponentContext,
  'componentId' | 'flowId' | 'userId' | 'properties' | 'now' | 'uuid' | 'CancelError'
> & {
  /** Registers (flow owner, event name) → this component. Removed by the engine when the flow stops. */
  addListener(
    eventName: string,
    options?: {
      /** Members of the event's data, one within the other: runs with the same value there follow each other. */
      orderBy?: string[];
    },
  ): Promise<void>;
  /** Starts a run with this message on an out port, once the flow is running. */
  sendJson(content: unknown, port: string): Promise<void>;
};

/** A static call (INTERFACE §2.4): receive-like code run without a flow, to make options for an inspector. */
export type StaticContext = {
  componentId?: string;
  properties: Record<string, unknown>;
  messages: Record<string, { content: Record<string, unknown> }>;
  getWebhookUrl(flowId: string, componentId: string): string;
  flowId?: string;
};

export type Behaviour = {
  /** No effect outside: recomputed on resume rather than journaled. */
  pure?: boolean;
  receive(context: ComponentContext): Promise<void>;
  start?(context: StartContext): Promise<void>;
  /** Answers `POST /component/…?outPort=`, e.g. `[{label, value, schema}]` or `{inputs}`. */
  static?(context: StaticContext, outPort: string): Promise<unknown>;
  /**
   * By name: what makes of an answer of `static` options (`[{label, value}]`) or an inspector (`{inputs, groups}`), where the
   * `transform` of a source asks for it (`./transformers#name`).
   */
  transforms?: Record<string, (data: unknown) => unknown>;
  /** For a trigger that events start: the data of an event to test with. Default: an empty object. */
  example?(properties: Record<string, unknown>): unknown;
  /** For a trigger that answers its caller itself: should the HTTP call wait for `response()`? */
  waitsForResponse?(properties: Record<string, unknown>): boolean;
};
