import { expect, type Page } from '@playwright/test';
import type { Api } from '../api.ts';
import { DesignerPage } from '../designer.ts';
import type { MoodyEndpoint } from '../moody-endpoint.ts';
import type { Receiver } from '../receiver.ts';
import { sampleFlow } from '../sample-flow.ts';
import type { RunningServer } from '../server.ts';

export const account = { username: 'ada@vendor.example', password: 'correct horse' };

/** One screen or panel: how one gets there, and, where not all of it is meant, what to look at. */
export type Screen = {
  name: string;
  /** Brings it up; the screens come in an order, each upon what the one before has left. */
  show: () => Promise<unknown>;
  /** A selector of what is checked of it; else all of the page. */
  within?: string;
  /** Data of this screen. */
  data?: readonly (string | RegExp)[];
};

/** A way through the Studio, from a server without any account on. */
export class Tour {
  readonly page: Page;
  readonly server: RunningServer;
  readonly receiver: Receiver;
  /** Fails or hangs as it is told. */
  readonly moody: MoodyEndpoint;
  #api: Api | undefined;
  #ids: { draft: string; automation: string; run: string } | undefined;

  constructor(options: { page: Page; server: RunningServer; receiver: Receiver; moody: MoodyEndpoint }) {
    this.page = options.page;
    this.server = options.server;
    this.receiver = options.receiver;
    this.moody = options.moody;
  }

  /** There from the sign-in on. */
  get api(): Api {
    if (!this.#api) throw new Error('Nobody has an account yet.');
    return this.#api;
  }

  set api(api: Api) {
    this.#api = api;
  }

  /** There once it is filled. */
  get ids(): { draft: string; automation: string; run: string } {
    if (!this.#ids) throw new Error('There are no flows yet.');
    return this.#ids;
  }

  readonly goTo = (path: string) => this.page.goto(`${this.server.url}/studio${path}`);
  readonly button = (name: string | RegExp) => this.page.getByRole('button', { name });
  readonly seen = (text: string) => expect(this.page.getByText(text).first()).toBeVisible();

  async openFlowMenu(kind: 'Automation' | 'Template'): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: kind }).getByRole('button').click();
    await expect(this.page.getByRole('menuitem', { name: 'Delete…' })).toBeVisible();
  }

  async openDraft(): Promise<void> {
    await this.goTo(`/flows/${this.ids.draft}`);
    await expect(new DesignerPage(this.page).card('On App Event')).toBeVisible();
  }

  async create(type: string, name: string, flow = sampleFlow(this.receiver.url)): Promise<string> {
    return (await this.api.ask<{ flowId: string }>('POST', '/flows', { type, name, flow })).flowId;
  }

  /** Makes a published integration, and an automation that has run. */
  async fill(): Promise<void> {
    const draft = await this.create('integration-draft', 'Contact to CRM');
    const everyone = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];
    await this.api.ask('POST', `/flows/${draft}/publish`, { sharedWith: everyone });
    const automation = await this.create('automation', 'Contact to chat');
    await this.api.ask('POST', `/flows/${automation}/coordinator`, { command: 'start' });
    const event = { email: 'a@b.c', fname: 'A', vip: true };
    const { triggers } = await this.api.sendAppEvent('contact-created', event);
    await expect.poll(() => this.receiver.deliveries.length).toBe(1);
    this.#ids = { draft, automation, run: triggers[0]!.correlationId };
  }
}
