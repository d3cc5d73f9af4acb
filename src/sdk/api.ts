/* oxlint-disable no-underscore-dangle -- `_request` is the name that host pages override and call. */
import type { z } from 'zod';
import type { BatchResult, EventInBatch, Receipt } from '../contract/events.ts';
import type { cloneFlow, createFlow, Flow, FlowChange, updateFlow } from '../contract/flows.ts';
import type { signIn, User } from '../contract/users.ts';
import { request, type RequestOptions } from './request.ts';
import type { Handler, Settings } from './settings.ts';
import { userOfToken } from './token.ts';

/** A flow id, or what a widget's event hands over: an object whose text is the id. */
export type FlowId = string | { toString(): string };

/** `filter` is one `key:value` text or a list: one key repeated means any of, different keys mean all. */
export type FlowQuery = {
  filter?: string | string[];
  sharedWithPermissions?: string | string[];
  projection?: string;
  sort?: string;
  pattern?: string;
  offset?: number;
  limit?: number;
};

export type CloneOptions = NonNullable<z.input<NonNullable<typeof cloneFlow.body>>>;

export type { BatchResult, EventInBatch } from '../contract/events.ts';

/** A page's own methods, called with the api as `this`. */
export type ApiOverrides = Record<string, unknown> & ThisType<Api>;

/** The REST interface as methods. Each rejects with AppmixerError (`err.response.status`, `err.message`). */
export class Api {
  readonly #settings: Settings;

  constructor(settings: Settings, overrides: ApiOverrides = {}) {
    this.#settings = settings;
    this.override(overrides);
  }

  /** Replaces methods by name; those of the class stay reachable through its prototype. */
  override(methods: ApiOverrides): void {
    Object.assign(this, methods);
  }

  get(key: string): unknown {
    return this.#settings.get(key);
  }

  set(key: string, value: unknown): this {
    this.#settings.set(key, value);
    return this;
  }

  on(event: string, handler: Handler): this {
    this.#settings.on(event, handler);
    return this;
  }

  off(event: string, handler?: Handler): this {
    this.#settings.off(event, handler);
    return this;
  }

  /** For methods of the page's own: sends a call with the access token and gives the answer's data. */
  async _request(options: RequestOptions): Promise<unknown> {
    const baseUrl = this.get('baseUrl');
    const accessToken = this.get('accessToken');
    return request(options, {
      baseUrl: typeof baseUrl === 'string' ? baseUrl : '',
      accessToken: typeof accessToken === 'string' ? accessToken : undefined,
    });
  }

  /** Signs in. An unknown user or a wrong password rejects with `err.response.status` 403. */
  async authenticateUser(username: string, password: string): Promise<z.infer<typeof signIn.reply>> {
    const session = (await this._request({
      url: '/user/auth',
      method: 'POST',
      data: { username, password },
    })) as z.infer<typeof signIn.reply>;
    this.#settings.identify(session.token, session.user);
    return session;
  }

  /** Creates an account. */
  async signupUser(username: string, password: string): Promise<{ token: string }> {
    const data = { username, password, ...(username.includes('@') && { email: username }) };
    const session = (await this._request({ url: '/user', method: 'POST', data })) as { token: string };
    this.#settings.identify(
      session.token,
      userOfToken(session.token) ?? (await this.#ownerOf(session.token)),
    );
    return session;
  }

  /** The account of the access token. */
  async getUser(): Promise<User> {
    return (await this._request({ url: '/user' })) as User;
  }

  /**
   * Sends an app event for the user of the access token; resolves once it is stored. A second call with the same
   * `idempotencyKey` (up to 255 characters) starts nothing and gets the first one's answer: so one may try again.
   */
  async sendAppEvent(
    event: string,
    data: unknown = {},
    { idempotencyKey }: { idempotencyKey?: string } = {},
  ): Promise<Receipt> {
    const url = `/plugins/appmixer/utils/appevents/events/${encodeURIComponent(event)}`;
    const keyed = idempotencyKey !== undefined && { headers: { 'Idempotency-Key': idempotencyKey } };
    return (await this._request({ url, method: 'POST', data, ...keyed })) as Receipt;
  }

  /** Sends up to 1,000 app events at once; gives a receipt or an error for each, in their order. */
  async sendAppEvents(events: EventInBatch[]): Promise<BatchResult[]> {
    const url = '/plugins/appmixer/utils/appevents/batch';
    const reply = await this._request({ url, method: 'POST', data: { events } });
    return (reply as { results: BatchResult[] }).results;
  }

  /** Gives the new flow's id. */
  async createFlow(
    name: string,
    descriptor: Flow['flow'] = {},
    properties: FlowChange = {},
  ): Promise<string> {
    const data = { ...properties, name, flow: descriptor };
    const reply = await this._request({ url: '/flows', method: 'POST', data });
    return (reply as z.infer<typeof createFlow.reply>).flowId;
  }

  async getFlow(flowId: FlowId): Promise<Partial<Flow>> {
    return (await this._request({ url: flowUrl(flowId) })) as Partial<Flow>;
  }

  async getFlows(query: FlowQuery = {}): Promise<Partial<Flow>[]> {
    return (await this._request({ url: '/flows', params: query })) as Partial<Flow>[];
  }

  async getFlowsCount(query: FlowQuery = {}): Promise<number> {
    const reply = await this._request({ url: '/flows/count', params: query });
    return (reply as { count: number }).count;
  }

  /** A running flow is refused (409) without `forceUpdate`. */
  async updateFlow(
    flowId: FlowId,
    change: FlowChange,
    options: { forceUpdate?: boolean } = {},
  ): Promise<z.infer<typeof updateFlow.reply>> {
    return (await this._request({
      url: flowUrl(flowId),
      method: 'PUT',
      params: options,
      data: change,
    })) as z.infer<typeof updateFlow.reply>;
  }

  async deleteFlow(flowId: FlowId): Promise<unknown> {
    return this._request({ url: flowUrl(flowId), method: 'DELETE' });
  }

  async startFlow(flowId: FlowId): Promise<unknown> {
    return this.#coordinate(flowId, 'start');
  }

  async stopFlow(flowId: FlowId): Promise<unknown> {
    return this.#coordinate(flowId, 'stop');
  }

  /** Gives the copy's id. */
  async cloneFlow(flowId: FlowId, options: CloneOptions = {}): Promise<string> {
    const reply = await this._request({ url: `${flowUrl(flowId)}/clone`, method: 'POST', data: options });
    return (reply as z.infer<typeof cloneFlow.reply>).cloneId;
  }

  async #coordinate(flowId: FlowId, command: 'start' | 'stop'): Promise<unknown> {
    return this._request({ url: `${flowUrl(flowId)}/coordinator`, method: 'POST', data: { command } });
  }

  /** For a token that is no JSON Web Token: asked with the token itself, which the page has not set yet. */
  async #ownerOf(token: string): Promise<User> {
    return (await this._request({ url: '/user', headers: { Authorization: `Bearer ${token}` } })) as User;
  }
}

function flowUrl(flowId: FlowId): string {
  return `/flows/${encodeURIComponent(String(flowId))}`;
}
