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
  /**
   * Calls `receive` of this component again after this time, in the same run and with `messages.timeout`. It holds over
   * restarts. In a test of the flow the time passes at once, when nothing else is left to do.
   *
   * @returns an id for `clearTimeout`
   */
  setTimeout(content: Record<string, unknown>, ms: number): Promise<string>;
  /** Takes back a call; one that has happened stays. */
  clearTimeout(id: string): Promise<void>;
  /** For a component that `gathers`: what came together with this message. */
  gathering?: Gathering | undefined;
  /** Ends this run after the step, and stops the flow. */
  stopFlow(): Promise<void>;
  /** Stable over retries of this step: `<run>:<component>:<n>`. */
  idempotencyKey: string;
  getWebhookUrl(): string;
  now(): Date;
  uuid(): string;
};

/** A message that came to a component which puts those of a run together. */
export type Gathered = {
  inPort: string;
  /** Undefined for a call of `setTimeout`. */
  sender: string | undefined;
  content: Record<string, unknown>;
  originalContent: unknown;
  /** Which message of which step it came from, all along its way: by this, what a list was split into has its order. */
  position: number[];
  /** The out ports that its step emitted on. */
  emitted: string[];
  /** The timers that its step set. */
  timers: string[];
};

/** The messages of a run that belong together: wherever their ways passed the same component, it was one message. */
export type Gathering = {
  /**
   * Those before this one, in the order they came: at each call the same list, longer by what came since. Of 10,000
   * messages, whoever goes through all at each takes long; `tally` goes on where it stopped.
   */
  earlier: readonly Gathered[];
  current: Gathered;
  /** The components that can send to this one in this run. */
  senders: string[];
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

/** A tick of a trigger that the clock calls. */
export type Tick = {
  /** When it was to happen; it may happen later. */
  planned: Date;
  previous: Date | undefined;
  /** Undefined when there will be no other. */
  next: Date | undefined;
  now: Date;
  /** When the flow began to run with these settings. */
  started: Date;
};

/** The times of a trigger that the clock calls. */
export type Schedule = {
  /**
   * The first tick after a moment; undefined when there is none.
   *
   * @param started when the flow began to run with these settings
   * @throws CancelError when the settings make no sense
   */
  next(properties: Record<string, unknown>, after: Date, started: Date): Date | undefined;
  /** What a tick emits on the port `out`. */
  message(properties: Record<string, unknown>, tick: Tick): unknown;
  /** Should it also tick when the flow starts? */
  immediate?(properties: Record<string, unknown>): boolean;
};

export type Behaviour = {
  /** No effect outside: recomputed on resume rather than journaled. */
  pure?: boolean;
  receive(context: ComponentContext): Promise<void>;
  /** It puts messages of a run together: what came before stands in `context.gathering`. */
  gathers?: boolean;
  /** Messages on these ports go out when all that the step's other messages led to has been done. */
  lastPorts?: string[];
  /** For a trigger: the clock calls it. `receive` is not called. */
  schedule?: Schedule;
  /** For a trigger: a failed run of the flow calls it, with what `RunFailure` says. */
  onRunFailure?: boolean;
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

/** What is told of a run that failed. */
export type RunFailure = {
  error: { message: string; code?: string; name?: string };
  /** Undefined when no step failed, but the run as a whole. */
  componentId: string | undefined;
  componentType: string | undefined;
  correlationId: string;
  flowId: string;
  flowName: string;
  failedAt: string;
};
