/** A plain HTTP client of the public interface: what a vendor's back end would write. */
export class Api {
  readonly url: string;
  readonly token: string | undefined;

  constructor(url: string, token?: string) {
    this.url = url;
    this.token = token;
  }

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** The body of a success. */
  async ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    const reply = await this.request(method, path, body);
    if (reply.status >= 300)
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as Reply;
  }

  /** The same server as the user who signs up (or, on a fresh server, becomes the first account). */
  async as(username: string, password: string): Promise<Api> {
    const { needed } = await this.ask<{ needed: boolean }>('GET', '/setup');
    const { token } = await this.ask<{ token: string }>('POST', needed ? '/setup' : '/user', {
      username,
      password,
    });
    return new Api(this.url, token);
  }

  sendAppEvent(
    event: string,
    data: unknown,
  ): Promise<{ triggers: { flowId: string; correlationId: string }[] }> {
    return this.ask('POST', `/plugins/appmixer/utils/appevents/events/${encodeURIComponent(event)}`, data);
  }
}
