import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { DesignerPage } from './support/designer.ts';
import { payload } from './support/payloads.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

type Issue = {
  issue: {
    number: number;
    title: string;
    user: { login: string };
    labels: { name: string }[];
    locked: boolean;
  };
};
const opened = payload('issues', 'opened') as Issue;
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

// The others go without what moves.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('from the first account to the delivered event', async ({ browser }) => {
  const author = await (await browser.newContext()).newPage();
  await test.step('the first account', async () => {
    await author.goto(server.url);
    await author.getByLabel('Username or e-mail').fill('ada@vendor.example');
    await author.getByRole('textbox', { name: 'Password' }).fill(password);
    await author.getByRole('button', { name: 'Create account' }).click();
    await expect(author.getByRole('heading', { name: 'Flows' })).toBeVisible();
  });
  await test.step('draw and publish', () => drawAndPublish(author));

  const endUser = await (await browser.newContext()).newPage();
  await test.step('a second user activates it on the Integrations page', async () => {
    await signUp(endUser, 'emil@customer.example');
    await endUser.getByRole('link', { name: 'Integrations' }).click();
    await endUser.getByRole('button', { name: 'Activate Issues to chat' }).click();
    await expect(endUser.getByRole('switch', { name: 'Issues to chat' })).toBeChecked();
  });

  const outsider = await new Api(server.url).as('olga@customer.example', password);
  await test.step("a third user's same event reaches nobody", async () => {
    expect(await outsider.sendAppEvent('issues-opened', opened)).toEqual({ triggers: [] });
  });

  await test.step('the host page sends the event with the SDK', async () => {
    const host = await (await browser.newContext()).newPage();
    await host.goto(`${server.url}/host/`);
    await host.getByLabel('Username').fill('emil@customer.example');
    await host.getByLabel('Password').fill(password);
    await host.getByRole('button', { name: 'Sign in' }).click();
    await expect(host.getByRole('button', { name: 'Switch off: Issues to chat' })).toBeVisible();
    await host.getByLabel('Event name').fill('issues-opened');
    await host.getByLabel('Event data (JSON)').fill(JSON.stringify(opened));
    await host.getByRole('button', { name: 'Send event' }).click();
    await expect(host.getByRole('status', { name: 'Receipt' })).not.toBeEmpty();
    await expect.poll(() => receiver.deliveries.length).toBe(1);
  });

  const api = new Api(server.url, await tokenOf('emil@customer.example'));
  await test.step('a plain HTTP client sends another', async () => {
    const { issue } = opened;
    const second = {
      ...opened,
      issue: { ...issue, number: 2, title: 'It says "oops"\n{{{x}}}', locked: true },
    };
    const { triggers } = await api.sendAppEvent('issues-opened', second);
    expect(triggers).toHaveLength(1);
    await expect.poll(() => receiver.deliveries.length).toBe(2);
  });

  await test.step('the receiver got the mapped bodies, typed right', () => {
    const common = { by: opened.issue.user.login, first: opened.issue.labels[0]?.name, source: 'hub' };
    expect(receiver.deliveries.map((delivery) => delivery.body)).toEqual([
      { ...common, no: 1, title: 'New: Spelling error in the README file', locked: false },
      { ...common, no: 2, title: 'New: It says "oops"\n{{{x}}}', locked: true },
    ]);
    expect(
      receiver.deliveries.every(({ headers }) => headers['content-type']?.startsWith('application/json')),
    ).toBe(true);
  });

  await test.step('the log shows both runs, with input and output of each step', async () => {
    await endUser.getByRole('link', { name: 'Log' }).first().click();
    const rows = endUser.getByRole('row').filter({ hasText: 'issues-opened' });
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: 'Completed' })).toHaveCount(2);
    await rows.first().getByRole('link').click();
    await endUser.getByRole('button', { name: /^HTTP Post/ }).click();
    await expect(endUser.getByRole('group', { name: 'Input' })).toContainText('oops');
    await expect(endUser.getByRole('group', { name: 'Output' })).toContainText('"statusCode": 200');
  });

  await test.step('switched off, it does not run', async () => {
    await endUser.getByRole('link', { name: 'Integrations' }).click();
    await endUser.getByRole('switch', { name: 'Issues to chat' }).click();
    const instances = () => api.ask<{ stage: string }[]>('GET', '/flows?filter=type:integration-instance');
    await expect.poll(async () => (await instances())[0]?.stage).toBe('stopped');
    expect(await api.sendAppEvent('issues-opened', opened)).toEqual({ triggers: [] });
    expect(receiver.deliveries).toHaveLength(2);
  });
});

async function drawAndPublish(page: Page): Promise<void> {
  const designer = new DesignerPage(page);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Integration/ }).click();
  await designer.place('On App Event', 220, 200);
  await designer.type('Event Name', 'issues-opened');
  await designer.paste('Event Data Example', JSON.stringify(opened));
  const found = page.getByRole('tree', { name: 'Fields found' });
  await found.getByRole('treeitem', { name: /^issue/ }).click();
  await expect(found.getByRole('treeitem', { name: /^title Spelling error in the README/ })).toBeVisible();

  await designer.place('HTTP Post', 620, 200);
  await designer.connect('On App Event', 'HTTP Post');
  await designer.type('URL', `${receiver.url}/chat`);
  await designer.field('JSON body').click();
  await page.keyboard.insertText('{ "no": ');
  await designer.insertVariable('issue.number', /number/);
  await page.keyboard.insertText(', "title": "New: ');
  await designer.insertVariable('issue.title', /title/);
  await page.keyboard.insertText('", "by": ');
  await designer.insertVariable('issue.user.login', /login/);
  await page.keyboard.insertText(', "first": ');
  await designer.insertVariable('bug', /name/);
  await page.keyboard.insertText(', "locked": ');
  await designer.insertVariable('issue.locked', /locked/);
  await page.keyboard.insertText(', "source": "hub" }');
  await designer.saved();

  await page.getByRole('button', { name: 'Publish as template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish as template' });
  await dialog.getByLabel('Name').fill('Issues to chat');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Template published')).toBeVisible();
}

async function signUp(page: Page, username: string): Promise<void> {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Create one' }).click();
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible();
}

async function tokenOf(username: string): Promise<string> {
  const { token } = await new Api(server.url).ask<{ token: string }>('POST', '/user/auth', {
    username,
    password,
  });
  return token;
}
