import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test';
import { Api } from './api.ts';
import { CanvasPage } from './canvas.ts';
import { keepProcess, newPage } from './pages.ts';
import { type RunningServer, startFreshServer } from './server.ts';

export type Node = {
  x: number;
  y: number;
  type: string;
  label?: string;
  source?: Record<string, Record<string, string[]>>;
  [key: string]: unknown;
};
export type Nodes = Record<string, Node>;

/** A component of a flow; `from` are the ports that lead to it, by sender. */
export function component(
  type: string,
  label: string,
  [x, y]: [x: number, y: number],
  from?: Record<string, string[]>,
): Node {
  const source: NonNullable<Node['source']> = from ? { in: from } : {};
  return { type: `appmixer.utils.${type}`, label, x, y, source, config: { properties: {} } };
}

/** Start → First → Last, and one that stands alone. */
export const chain: Nodes = {
  start: component('controls.OnStart', 'Start', [0, 0]),
  first: component('http.Get', 'First', [320, 0], { start: ['out'] }),
  last: component('http.Post', 'Last', [640, 0], { first: ['response'] }),
  alone: component('http.Put', 'Alone', [320, 240]),
};

export type OpenFlow = {
  flowId: string;
  page: Page;
  canvas: CanvasPage;
  /** What the server has. */
  stored: () => Promise<Nodes>;
  /** Its links, as "start.out first"; a new component by the last word of its type. */
  links: () => Promise<string[]>;
};

/** A server of one author, and flows of theirs opened in a browser. */
export type Studio = {
  server: RunningServer;
  api: Api;
  context: BrowserContext;
  /** A tab; those of stories before are closed. */
  newPage: () => Promise<Page>;
  create: (flow: Nodes, type?: string) => Promise<string>;
  open: (flow: Nodes, type?: string) => Promise<OpenFlow>;
  stop: () => Promise<void>;
};

export async function startStudio(browser: Browser, options: BrowserContextOptions = {}): Promise<Studio> {
  const server = await startFreshServer();
  const api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
  const context = await signedIn(browser, api, options);
  await keepProcess(context, server.url);
  const create = async (flow: Nodes, type = 'automation') =>
    (await api.ask<{ flowId: string }>('POST', '/flows', { name: 'Flow', type, flow })).flowId;
  return {
    server,
    api,
    context,
    newPage: () => newPage(context),
    create,
    async open(flow, type) {
      const flowId = await create(flow, type);
      const page = await newPage(context);
      return openFlow({ page, api, flowId, flow });
    },
    async stop() {
      await context.close();
      await server.stop();
    },
  };
}

/** A browser of its own for the same author. */
export async function signedIn(
  browser: Browser,
  api: Api,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await context.addInitScript((token) => localStorage.setItem('tributary-token', token), api.token ?? '');
  return context;
}

/** Opens a flow in the Designer. */
export async function openFlow(options: {
  page: Page;
  api: Api;
  flowId: string;
  flow: Nodes;
}): Promise<OpenFlow> {
  const { page, api, flowId, flow } = options;
  await page.goto(`${api.url}/studio/flows/${flowId}`);
  const canvas = new CanvasPage(page);
  const [first] = Object.values(flow);
  if (first?.label === undefined) await expect(canvas.canvas).toBeVisible();
  else {
    await expect(canvas.card(first.label)).toBeVisible();
    await canvas.inView();
  }
  const stored = async () => (await api.ask<{ flow: Nodes }>('GET', `/flows/${flowId}`)).flow;
  const links = async () => {
    const nodes = await stored();
    const name = (id: string) => (Object.hasOwn(flow, id) ? id : nodes[id]!.type.split('.').at(-1)!);
    return Object.entries(nodes)
      .flatMap(([to, { source }]) =>
        Object.values(source ?? {}).flatMap((senders) =>
          Object.entries(senders).flatMap(([from, ports]) =>
            ports.map((port) => `${name(from)}.${port} ${name(to)}`),
          ),
        ),
      )
      .sort();
  };
  return { flowId, page, canvas, stored, links };
}
