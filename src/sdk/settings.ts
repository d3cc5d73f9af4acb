import { type SdkUser, userOfToken } from './token.ts';

export type SettingValues = { baseUrl?: string; accessToken?: string; [key: string]: unknown };

export type Handler = (value: unknown) => void;

/** The values of one Appmixer object, shared with its api, and the handlers that wait for changes. */
export class Settings {
  readonly #values: Map<string, unknown>;
  readonly #handlers = new Map<string, Set<Handler>>();
  /** The token that `user` came with: a token set later keeps a user known in full. */
  #userToken: unknown;

  constructor(values: SettingValues) {
    this.#values = new Map(Object.entries(values));
    this.#deriveUser();
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    if (key === 'accessToken') this.#deriveUser();
    this.#emit('change', { key, value });
    this.#emit(`change:${key}`, value);
  }

  /** Remembers whose token this is before the page sets it. */
  identify(token: string, user: SdkUser): void {
    this.#userToken = token;
    this.set('user', user);
  }

  on(event: string, handler: Handler): void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
  }

  off(event: string, handler?: Handler): void {
    if (handler) this.#handlers.get(event)?.delete(handler);
    else this.#handlers.delete(event);
  }

  #emit(event: string, value: unknown): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(value);
  }

  #deriveUser(): void {
    const token = this.#values.get('accessToken');
    if (token === this.#userToken) return;
    this.#userToken = token;
    this.#values.set('user', typeof token === 'string' ? userOfToken(token) : undefined);
  }
}
