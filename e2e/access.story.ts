import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { DesignerPage } from './support/designer.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const username = 'ada@vendor.example';
const password = 'correct horse';

let server: RunningServer;
let receiver: Receiver;

test.beforeAll(async () => {
  server = await startFreshServer();
  receiver = await startReceiver();
});

test.afterAll(async () => {
  await server.stop();
  await receiver.close();
});

test('every screen is accessible, light and dark, wide and narrow', async ({ page }) => {
  test.setTimeout(240_000);
  await test.step('account', async () => {
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expectAccessible(page, 'the first account, refused');
    await signIn(page, 'Create account');
  });
  const { token } = await new Api(server.url).ask<{ token: string }>('POST', '/user/auth', {
    username,
    password,
  });
  const api = new Api(server.url, token);

  await test.step('nothing yet', async () => {
    await expect(page.getByText('Draw your first flow')).toBeVisible();
    await expectAccessible(page, 'no flows');
    await page.getByRole('button', { name: /^Account/ }).click();
    await expectAccessible(page, 'account menu');
    await page.goto(`${server.url}/studio/nowhere`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await expectAccessible(page, 'not found');
  });
  const { draft, run } = await fill(api);

  await test.step('lists', async () => {
    await page.goto(`${server.url}/studio/flows`);
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeVisible();
    await expectAccessible(page, 'flows with a menu', 'menu');
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'deleting a flow');
    await page.goto(`${server.url}/studio/integrations`);
    await page.getByRole('button', { name: 'Activate Contact to CRM' }).click();
    await expect(page.getByRole('switch', { name: 'Contact to CRM' })).toBeChecked();
    await expectAccessible(page, 'integrations');
    await page.goto(`${server.url}/studio/events`);
    await expect(page.getByRole('link', { name: 'contact-created' })).toBeVisible();
    await expectAccessible(page, 'events');
    await api.ask('PUT', '/event-contracts/contact-created', {
      locked: true,
      checking: 'reject',
      schema: { required: ['age'], properties: { email: { type: 'string' } } },
    });
    await api.request('POST', '/plugins/appmixer/utils/appevents/events/contact-created', { email: 1 });
    await page.goto(`${server.url}/studio/events/contact-created`);
    await expect(page.getByText('1 event has broken the contract.')).toBeVisible();
    await expectAccessible(page, 'a contract, locked and broken');
    await page.getByRole('button', { name: 'More about this contract' }).click();
    await page.getByRole('menuitem', { name: 'Teach by an example' }).click();
    await page.getByRole('textbox', { name: 'Example' }).fill("{ a: 'x', }");
    await expect(page.getByText('Understood')).toBeVisible();
    await expectAccessible(page, 'teaching by an example');
    await page.goto(`${server.url}/studio/runs`);
    await expect(page.getByRole('row').filter({ hasText: 'Completed' })).toHaveCount(1);
    await expectAccessible(page, 'log');
    await page.goto(`${server.url}/studio/runs/${run}`);
    await page.getByRole('button', { name: /^HTTP Post/ }).click();
    await expect(page.getByRole('group', { name: 'Input' })).toBeVisible();
    await expectAccessible(page, 'a run');
  });

  await test.step('Designer', () => lookAtDesigner(page, draft));

  await test.step('narrow', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const picker = page.getByRole('dialog', { name: /^Variables for/ });
    await page.getByRole('button', { name: 'Show or hide the inspector' }).click();
    await page.getByRole('button', { name: 'Insert a variable into URL' }).click();
    await expect(picker).toBeInViewport({ ratio: 1 });
    await expectAccessible(page, 'the picker, narrow');
    await page.goto(`${server.url}/studio/flows`);
    await page.getByRole('button', { name: 'Navigation' }).click();
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Integrations' })).toBeVisible();
    await expectAccessible(page, 'navigation, narrow');
  });
});

async function lookAtDesigner(page: Page, flowId: string): Promise<void> {
  const designer = new DesignerPage(page);
  await page.goto(`${server.url}/studio/flows/${flowId}`);
  await designer.card('On App Event').click();
  await expect(page.getByRole('tree', { name: 'Fields found' })).toBeVisible();
  await page.getByRole('button', { name: 'Pick from history' }).click();
  await expect(page.getByRole('group', { name: 'Latest events' })).toBeVisible();
  await expectAccessible(page, 'an event and its example');
  await page.getByRole('button', { name: 'Listen for the next one' }).click();
  await expect(page.getByText('Waiting for')).toBeVisible();
  await expectAccessible(page, 'waiting for an event');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await designer.card('Condition').click();
  await expect(page.getByRole('group', { name: 'Conditions', exact: true })).toBeVisible();
  await expectAccessible(page, 'conditions');
  await designer.card('HTTP Post').click();
  await expect(designer.field('JSON body')).toContainText('email');
  await page.getByRole('button', { name: 'Insert a variable into URL' }).click();
  await expect(page.getByRole('treeitem', { name: /^email/ })).toBeVisible();
  await expectAccessible(page, 'pills and the picker');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Publish as template' }).click();
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible();
  await expectAccessible(page, 'publishing');
  await page.getByRole('button', { name: 'Cancel' }).click();
}

/** A published integration, and an automation that has run. */
async function fill(api: Api): Promise<{ draft: string; run: string }> {
  const flow = sampleFlow(receiver.url);
  const create = async (type: string, name: string) =>
    (await api.ask<{ flowId: string }>('POST', '/flows', { type, name, flow })).flowId;
  const draft = await create('integration-draft', 'Contact to CRM');
  const everyone = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];
  await api.ask('POST', `/flows/${draft}/publish`, { sharedWith: everyone });
  const automation = await create('automation', 'Contact to chat');
  await api.ask('POST', `/flows/${automation}/coordinator`, { command: 'start' });
  const { triggers } = await api.sendAppEvent('contact-created', { email: 'a@b.c', fname: 'A', vip: true });
  const [run] = triggers.map(({ correlationId }) => correlationId);
  if (!run) throw new Error('Nothing runs.');
  await expect.poll(() => receiver.deliveries.length).toBe(1);
  return { draft, run };
}

async function signIn(page: Page, button: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible();
}
