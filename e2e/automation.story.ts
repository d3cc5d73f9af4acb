import { expect, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { DesignerPage } from './support/designer.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startFreshServer();
});

test.afterAll(async () => {
  await server.stop();
});

test('an automation that starts with a Webhook, and is edited while it runs', async ({ page }) => {
  await page.goto(server.url);
  await page.getByLabel('Username or e-mail').fill('ada@vendor.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'New automation' }).click();
  const designer = new DesignerPage(page);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const stop = page.getByRole('button', { name: 'Stop', exact: true });

  await test.step('its URL shows at once and answers once it runs', async () => {
    await designer.place('Webhook', 180, 200);
    await expect(designer.field('Webhook URL')).toHaveValue(/\/flows\/[\w-]+\/components\/[\w-]+$/);
    await start.click();
    await expect(stop).toBeVisible();
    const url = new URL(await designer.field('Webhook URL').inputValue());
    expect((await new Api(server.url).request('POST', url.pathname, { a: 1 })).status).toBe(200);
  });

  await test.step('an edit it cannot run with is kept here, and saved when it is stopped', async () => {
    await designer.place('HTTP Get', 560, 200);
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
    await stop.click();
    await expect(start).toBeVisible();
    await designer.saved();
    await page.reload();
    await expect(designer.card('HTTP Get')).toBeVisible();
  });
});
