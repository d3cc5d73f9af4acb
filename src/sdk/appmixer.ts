import { Api, type ApiOverrides } from './api.ts';
import { type Handler, Settings, type SettingValues } from './settings.ts';

export type AppmixerOptions = SettingValues & {
  /** Methods that replace or join those of `appmixer.api`; inside them `this` is the api. */
  api?: ApiOverrides;
};

/**
 * What a host page loads to act for one of its users.
 *
 * ```js
 * const appmixer = new Appmixer({ baseUrl: 'https://events.example.com' });
 * const { token } = await appmixer.api.authenticateUser('ada@acme.example', password);
 * appmixer.set('accessToken', token);
 * await appmixer.api.sendAppEvent('contact-created', { email: 'ada@acme.example' });
 * ```
 */
export class Appmixer {
  readonly api: Api;
  readonly #settings: Settings;

  constructor({ api, ...values }: AppmixerOptions = {}) {
    this.#settings = new Settings(values);
    this.api = new Api(this.#settings, api);
  }

  /** Settings are `baseUrl`, `accessToken`, `theme`, `strings`, `lang`, `user`, or any of the page's own. */
  get(key: string): unknown {
    return this.#settings.get(key);
  }

  /** Emits `change` and `change:<key>`. The key `api` replaces methods of `appmixer.api`. */
  set(key: string, value: unknown): this {
    if (key === 'api') this.api.override(value as ApiOverrides);
    else this.#settings.set(key, value);
    return this;
  }

  on(event: string, handler: Handler): this {
    this.#settings.on(event, handler);
    return this;
  }

  /** Without a handler all of the event's are removed. */
  off(event: string, handler?: Handler): this {
    this.#settings.off(event, handler);
    return this;
  }
}
