import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const username = 'ada@vendor.example';
const password = 'correct horse';

let server: RunningServer;
let draft: string;

test.beforeAll(async () => {
  server = await startFreshServer();
  const api = await new Api(server.url).as(username, password);
  const create = async (type: string, name: string) =>
    (await api.ask<{ flowId: string }>('POST', '/flows', { type, name, flow: sampleFlow(server.url) }))
      .flowId;
  draft = await create('integration-draft', 'Kontakte ins CRM');
  const everyone = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];
  await api.ask('POST', `/flows/${draft}/publish`, { sharedWith: everyone });
  await create('automation', 'Kontakte in den Chat');
});

test.afterAll(() => server.stop());

test('a host page asks for German, and it stays so while one goes about', async ({ page }) => {
  await page.goto(`${server.url}/studio/?lang=de`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await signIn(page);
  await page.getByRole('link', { name: 'Integrationen' }).click();
  await expect(page).not.toHaveURL(/lang=/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Integrationen', exact: true })).toBeVisible();
  await expect(page).toHaveTitle('Integrationen · Tributary');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('the language is chosen in the account menu, by keys too, and remembered', async ({ page }) => {
  await page.goto(server.url);
  const foot = page.getByRole('group', { name: 'Language' });
  await expect(foot.getByRole('button', { name: 'English' })).toHaveAttribute('aria-current', 'true');
  await foot.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('group', { name: 'Sprache' })).toBeVisible();
  await expectAccessible(page, 'German sign-in');
  await signIn(page);

  await page.getByRole('button', { name: 'Konto ada@vendor.example' }).press('Enter');
  const languages = page.getByRole('group', { name: 'Sprache' });
  await expect(languages.getByRole('button', { name: 'English' })).toHaveAttribute('lang', 'en');
  await expect(languages.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'German account menu');
  await languages.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Log', exact: true })).toBeVisible();

  const later = await page.context().newPage();
  await later.goto(`${server.url}/studio/runs`);
  await expect(later.getByRole('heading', { name: 'Log', exact: true })).toBeVisible();
  await expect(later.locator('html')).toHaveAttribute('lang', 'en');
});

test('a browser that prefers German gets German', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-AT' });
  const page = await context.newPage();
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await context.close();
});

for (const width of [1440, 390]) {
  test(`long German words leave the layout as it is, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${server.url}/studio/?lang=de`);
    await expectToFit(page, 'sign-in');
    await signIn(page);
    await expectToFit(page, 'flows');
    await page.getByRole('button', { name: 'Neu' }).click();
    await page.getByText('Läuft für Ihr eigenes Konto.').waitFor();
    await expectToFit(page, 'new menu');
    for (const path of ['integrations', 'runs', 'nowhere']) {
      await page.goto(`${server.url}/studio/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectToFit(page, path);
    }
    await page.goto(`${server.url}/studio/flows/${draft}`);
    await expect(page.locator('.react-flow__node')).toHaveCount(3);
    await expectToFit(page, 'Designer');
    await page.goto(`${server.url}/studio/flows/${draft}?version=1`);
    await expect(page.getByRole('region', { name: 'Unterschiede' })).toContainText('gleich wie Version 1.');
    await expectToFit(page, 'versions');
  });
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Benutzername oder E-Mail-Adresse').fill(username);
  await page.getByRole('textbox', { name: 'Passwort' }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible();
}

/** Nothing makes the page wider than the window, and no button, link or heading shows less than its text, names aside. */
async function expectToFit(page: Page, state: string): Promise<void> {
  const cut = await page.evaluate((name) => {
    const clipped = [...document.querySelectorAll('button *, a *, label, h1, h2, h3, th')].filter(
      (element) =>
        element instanceof HTMLElement &&
        !['', name].includes(element.textContent) &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).overflowX !== 'visible',
    );
    const page = document.documentElement;
    return [
      ...clipped.map((element) => element.textContent),
      ...(page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} px wide`] : []),
    ];
  }, username);
  expect(cut, state).toEqual([]);
}
