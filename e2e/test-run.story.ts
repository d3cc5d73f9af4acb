import { expect, type Locator, type Page, test } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './support/api.ts';
import { DesignerPage } from './support/designer.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

let server: RunningServer;
let receiver: Receiver;
/** Takes calls and never answers. */
let silent: Server;

test.beforeAll(async () => {
  server = await startFreshServer();
  receiver = await startReceiver();
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
});

test.afterAll(async () => {
  await server.stop();
  await receiver.close();
  silent.closeAllConnections();
  silent.close();
});

/** On App Event → HTTP Post, which sends on the event's number. */
const flowTo = (url: string) => ({
  t: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'order-created', eventDataExample: '{ "no": 7 }' } },
  },
  p: {
    type: 'appmixer.utils.http.Post',
    x: 400,
    y: 0,
    source: { in: { t: ['out'] } },
    config: {
      transform: {
        in: {
          t: {
            out: {
              type: 'json2new',
              modifiers: { bodyJson: { m1: { variable: '$.t.out.data.no', functions: [] } } },
              lambda: { url, bodyType: 'json', bodyJson: '{ "order": {{{m1}}} }' },
            },
          },
        },
      },
    },
  },
});

test('an author tries a flow in the Designer', async ({ page }) => {
  const api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Orders',
    type: 'automation',
    flow: flowTo(`${receiver.url}/orders`),
  });
  await page.addInitScript((token = '') => localStorage.setItem('tributary-token', token), api.token);
  await page.goto(`${server.url}/studio/flows/${flowId}`);
  const designer = new DesignerPage(page);
  const panel = page.getByRole('region', { name: 'Test', exact: true });
  // The editor of the data has one, too.
  const status = panel.getByRole('status').first();
  const run = panel.getByRole('button', { name: 'Run test' });
  const ring = (label: string): Locator => designer.card(label).locator('[data-tested]');

  await test.step('with the example: the way lights up, each step has its input and output', async () => {
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(panel.getByRole('textbox', { name: 'Event data' })).toContainText('"no": 7');
    await run.click();
    await expect(status).toContainText('Completed');
    await expect(status).toContainText('2 steps');
    await expect(ring('On App Event')).toHaveAttribute('data-tested', 'completed');
    await expect(ring('HTTP Post')).toHaveAttribute('data-tested', 'completed');
    await panel.getByRole('button', { name: /^HTTP Post/ }).click();
    await expect(panel.getByRole('group', { name: 'Input' })).toContainText('order');
    await expect(panel.getByRole('group', { name: /^Output/ })).toContainText('"statusCode": 200');
    expect(receiver.deliveries.map(({ body }) => body)).toEqual([{ order: 7 }]);
  });

  await test.step('with a past event, although the flow is not switched on', async () => {
    await api.sendAppEvent('order-created', { no: 41 });
    await page.getByRole('button', { name: 'Close the test' }).click();
    await expect(ring('On App Event')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Enter');
    await panel.getByRole('combobox', { name: 'Take the data from' }).click();
    await page.getByRole('option', { name: /^Sent / }).click();
    await expect(panel.getByRole('textbox', { name: 'Event data' })).toContainText('41');
    await run.click();
    await expect(status).toContainText('Completed');
    expect(receiver.deliveries.map(({ body }) => body)).toEqual([{ order: 7 }, { order: 41 }]);
  });

  const { port } = silent.address() as AddressInfo;
  await test.step('an edit is saved first; a test that takes long is cancelled', async () => {
    const called = once(silent, 'request');
    await setUrl(designer, `http://127.0.0.1:${port}/hang`);
    await run.click();
    await called;
    await expect(status).toContainText('Running');
    await expect(ring('On App Event')).toHaveAttribute('data-tested', 'completed');
    await expect(ring('HTTP Post')).toHaveAttribute('data-tested', 'running');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(status).toContainText('Cancelled');
    await expect(ring('HTTP Post')).toHaveCount(0);
    await expect.poll(async () => (await runsOf(api, flowId))[0]?.status).toBe('cancelled');
  });

  await test.step('a test ends with what it began at: switched off, the trigger has nobody to watch it', async () => {
    const called = once(silent, 'request');
    await run.click();
    await called;
    await expect(status).toContainText('Running');
    await designer.card('On App Event').click({ position: { x: 120, y: 20 } });
    await page.keyboard.press('d');
    await expect(panel.getByText('A test begins at a trigger.')).toBeVisible();
    await expect(ring('HTTP Post')).toHaveCount(0);
    await expect.poll(async () => (await runsOf(api, flowId))[0]?.status).toBe('cancelled');
    await page.keyboard.press('Shift+d');
    await expect(run).toBeEnabled();
    await expect(status).toContainText('Cancelled');
  });

  await test.step('a step that fails says why', async () => {
    await setUrl(designer, 'http://127.0.0.1:1/closed');
    await run.click();
    await expect(status).toContainText('Failed');
    await expect(ring('HTTP Post')).toHaveAttribute('data-tested', 'failed');
    await expect(panel.getByRole('alert')).toContainText('127.0.0.1:1');
  });

  await test.step('a card leads to its step, with what went in and came out', async () => {
    await designer.card('On App Event').click({ position: { x: 120, y: 20 } });
    const step = panel.getByRole('button', { name: /^On App Event/ });
    await expect(step).toHaveAttribute('aria-expanded', 'true');
    await expect(panel.getByRole('listitem').and(page.locator('[aria-current]'))).toContainText(
      'On App Event',
    );
    await expect(step).toBeInViewport();
  });

  await test.step('a problem on the way keeps it from running, in words', async () => {
    await setUrl(designer, '');
    await run.click();
    await expect(panel.getByRole('alert')).toContainText('The flow cannot be tested yet');
    await expect(panel.getByRole('alert')).toContainText('HTTP Post:');
    await expect(ring('On App Event')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: /^HTTP Post: URL is required/ }).click();
    await expect(designer.field('URL')).toBeFocused();
  });

  await test.step('the Log tells tests from other runs', async () => {
    await designer.saved();
    await page.goto(`${server.url}/studio/runs`);
    const rows = page.getByRole('row').filter({ hasText: 'Orders' });
    await expect(rows).toHaveCount(5);
    await expect(rows.filter({ has: page.getByText('Test', { exact: true }) })).toHaveCount(5);
  });
});

/** Newest first. */
function runsOf(api: Api, flowId: string): Promise<{ status: string }[]> {
  return api.ask('GET', `/runs?flowId=${flowId}`);
}

/** Replaces what stands in the Post's URL. */
async function setUrl(designer: DesignerPage, url: string): Promise<void> {
  const { page } = designer;
  await designer.card('HTTP Post').click({ position: { x: 120, y: 20 } });
  await selectAll(page, designer.field('URL'));
  await page.keyboard.press('Delete');
  if (url !== '') await page.keyboard.insertText(url);
}

async function selectAll(page: Page, field: Locator): Promise<void> {
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
}
