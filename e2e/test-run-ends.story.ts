import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { component, type Nodes, type OpenFlow, startStudio } from './support/studio.ts';

/** Takes calls and never answers. */
let silent: Server;

test.beforeAll(async () => {
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
});

test.afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

/** Two triggers, and a call that hangs behind the first. */
function hanging(): Nodes {
  const { port } = silent.address() as AddressInfo;
  const lambda = { url: `http://127.0.0.1:${port}/hang` };
  const out = { type: 'json2new', modifiers: {}, lambda };
  const call = component('http.Get', 'Call', [320, 0], { first: ['out'] });
  return {
    first: component('controls.OnStart', 'First', [0, 0]),
    second: component('controls.OnStart', 'Second', [0, 200]),
    call: { ...call, config: { transform: { in: { first: { out } } } } },
  };
}

function testPanel({ page, canvas }: OpenFlow) {
  const panel = page.getByRole('region', { name: 'Test', exact: true });
  return {
    panel,
    status: panel.getByRole('status'),
    ring: canvas.card('Call').locator('[data-tested]'),
    run: async (): Promise<void> => {
      const called = once(silent, 'request');
      await panel.getByRole('button', { name: 'Run test' }).click();
      await called;
    },
  };
}

test('another trigger to begin at ends the test under way; its own way is tested then', async ({
  browser,
}) => {
  const studio = await startStudio(browser);
  const open = await studio.open(hanging());
  await open.page.keyboard.press('Control+Enter');
  const { panel, status, ring, run } = testPanel(open);
  const beginAt = panel.getByRole('combobox', { name: 'Begin at' });
  await expect(beginAt).toHaveValue('First');
  await run();
  await expect(ring).toHaveAttribute('data-tested', 'running');
  await beginAt.click();
  await open.page.getByRole('option', { name: 'Second' }).click();
  await expect(status).toContainText('Cancelled');
  await expect(ring).toHaveCount(0);
  await panel.getByRole('button', { name: 'Run test' }).click();
  await expect(status).toContainText('Completed');
  await expect(status).toContainText('1 step');
  await studio.stop();
});

test('an answer that ends too soon, and a server that dies, are told', async ({ browser }) => {
  const studio = await startStudio(browser);
  const open = await studio.open(hanging());
  const { page } = open;
  await page.keyboard.press('Control+Enter');
  const { panel, status, ring, run } = testPanel(open);

  // As a proxy cuts it off that has waited long enough.
  await page.route('**/flows/*/test', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: 'event: test:start\ndata: {"runId":"r"}\n\nevent: component:start\ndata: {"componentId":"call"}\n\n',
    }),
  );
  await panel.getByRole('button', { name: 'Run test' }).click();
  await expect(panel.getByRole('alert')).toContainText('The test broke off before its end.');
  await expect(status).toContainText('Not run to its end');
  await expect(ring).toHaveCount(0);
  await page.unroute('**/flows/*/test');

  await run();
  await expect(status).toContainText('Running');
  await expect(ring).toHaveAttribute('data-tested', 'running');
  await studio.server.kill();
  await expect(panel.getByRole('alert')).toContainText('The connection to the server was lost.');
  await expect(panel.getByRole('button', { name: 'Run test' })).toBeVisible();
  await expect(ring).toHaveCount(0);
  await studio.context.close();
  await studio.server.stop();
});
