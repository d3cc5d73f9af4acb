import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const username = 'kay@vendor.example';
const password = 'correct horse';

let server: RunningServer;
let api: Api;

test.beforeAll(async () => {
  server = await startFreshServer();
  api = await new Api(server.url).as(username, password);
});

test.afterAll(async () => {
  await server.stop();
});

test('by keys alone, from an empty flow to a published template', async ({ page }) => {
  const { keyboard } = page;
  await openFlow(page, {});

  await test.step('the outline takes the place of the canvas', async () => {
    await keyboard.press('Alt+o');
    await expect(tree(page)).toBeFocused();
    await expect(page.getByText('Nothing here yet.')).toBeVisible();
  });

  await test.step('a trigger out of the palette', async () => {
    await keyboard.press('/');
    await keyboard.type('on app event');
    await keyboard.press('Enter');
    await expect(item(page, 'On App Event, step 1 of 1')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('F8 leads to the field it lacks, and once that is filled to nothing', async () => {
    await keyboard.press('Escape');
    await focusTree(page);
    await keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: /^Event Name/ })).toBeFocused();
    await keyboard.type('order-placed');
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(tree(page)).toBeFocused();
  });

  await test.step('what follows, out of the picker', async () => {
    await addAfter(page, 'condition');
    await expect(item(page, 'Condition, step 2 of 2')).toHaveAttribute('aria-selected', 'true');
    await expect(item(page, 'true, branch of Condition, nothing follows yet')).toBeVisible();
    await keyboard.press('ArrowRight');
    await addAfter(page, 'http post');
    await expect(item(page, 'HTTP Post, step 3 of 3')).toHaveAttribute('aria-level', '3');
  });

  await test.step('walking: by arrows, to the ends, by name', async () => {
    await keyboard.press('Home');
    await expectActive(page, 'On App Event');
    await keyboard.press('End');
    await expectActive(page, 'false, branch of Condition');
    await keyboard.type('http');
    await expectActive(page, 'HTTP Post');
    await keyboard.press('ArrowLeft');
    await expectActive(page, 'true, branch of Condition');
    await keyboard.press('ArrowLeft');
    await expect(item(page, 'HTTP Post')).toBeHidden();
    await keyboard.press('ArrowRight');
    await expect(item(page, 'HTTP Post')).toBeVisible();
  });

  await test.step('deleting keeps the focus, undo brings back', async () => {
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('Delete');
    await expect(item(page, 'HTTP Post, step 2 of 2')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Condition removed.' })).toBeAttached();
    await expect(tree(page)).toBeFocused();
    await keyboard.press('Control+z');
    await expect(item(page, 'Condition, step 2 of 3')).toBeVisible();
    await keyboard.press('Control+Shift+z');
    await expect(item(page, 'HTTP Post, step 2 of 2')).toBeVisible();
  });

  await test.step('publishing too early shows what is missing', async () => {
    await press(page, 'Publish as template');
    await expect(panel(page).getByText('This flow cannot be published yet.')).toBeVisible();
    const first = panel(page).getByRole('button', { name: 'URL is required.' });
    await expect(first).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'URL' })).toBeFocused();
    await keyboard.type('https://chat.example/hook');
    await expect(panel(page)).toContainText('Nothing keeps this flow from running.');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  await test.step('published', async () => {
    await press(page, 'Publish as template');
    const dialog = page.getByRole('dialog', { name: 'Publish as template' });
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Orders to chat');
    await keyboard.press('Enter');
    await expect(page.getByText('Template published')).toBeVisible();
  });
  const templates = await api.ask<{ name: string }[]>('GET', '/flows?filter=type:integration-template');
  expect(templates.map(({ name }) => name)).toEqual(['Orders to chat']);
});

test('every problem leads to its very field, on the canvas and in the outline', async ({ page }) => {
  const post = 'appmixer.utils.http.Post';
  await openFlow(page, {
    e: event({ event: 'e', eventDataExample: '{"a": ' }),
    f: event({}),
    p: {
      type: post,
      x: 320,
      y: 0,
      source: { in: { e: ['out'], f: ['out'] } },
      config: {
        transform: {
          in: {
            e: { out: mapping({ url: 'https://a.example', bodyType: 'json', bodyJson: '{"no": }' }) },
            f: { out: mapping({ bodyType: 'json' }) },
          },
        },
      },
    },
    x: { type: 'acme.crm.core.Find', x: 640, y: 0, source: { in: { p: ['response'] } } },
  });
  const { keyboard } = page;
  await page.getByRole('button', { name: /^5 problems$/ }).click();
  await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText([
    /^On App Event1 problem/,
    /^On App Event1 problem/,
    /^HTTP Post2 problems/,
    /^Find1 problem/,
  ]);
  await expectAxeClean(page);

  await test.step('into a JSON editor', async () => {
    await panel(page)
      .getByRole('button', { name: /Event Data Example is not valid/ })
      .click();
    await expect(page.getByRole('textbox', { name: 'Event Data Example' })).toBeFocused();
    await expect(
      page.getByRole('status').filter({ hasText: /^Problem 1 of 5: On App Event, Event Data/ }),
    ).toBeAttached();
  });
  await test.step('on, from field to field and from link to link', async () => {
    await keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: /^Event Name/ })).toBeFocused();
    await keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: 'JSON body' })).toBeFocused();
    await keyboard.press('F8');
    await expect(page.getByRole('textbox', { name: 'URL' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'URL' })).toHaveAttribute('aria-invalid', 'true');
    await keyboard.press('F8');
    await expect(page.locator('.react-flow__node[aria-label^="Find,"]')).toBeFocused();
    await keyboard.press('Shift+F8');
    await expect(page.getByRole('textbox', { name: 'URL' })).toBeFocused();
  });
  await test.step('a field that is filled leaves the list', async () => {
    await keyboard.type('https://b.example');
    await expect(page.getByRole('button', { name: '4 problems', exact: true })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^4 problems$/ })).toBeAttached();
  });
  await test.step('the outline tells what joins, what is broken and what is not installed', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Alt+o');
    await expect(item(page, /^HTTP Post, step 3 of 4, 1 problem, from On App Event/)).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(item(page, /^Find, step 4 of 4, 1 problem, Not installed/)).toBeVisible();
    await expectAxeClean(page);
    await keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Inspector' }).locator(':focus')).toBeVisible();
    await keyboard.press('Escape');
    await expect(tree(page)).toBeFocused();
    await keyboard.press('Alt+o');
    await expect(page.locator('.react-flow__node[aria-label^="HTTP Post,"]')).toBeFocused();
  });
});

function mapping(lambda: Record<string, unknown>) {
  return { type: 'json2new', modifiers: {}, lambda };
}

function event(properties: Record<string, unknown>) {
  return { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, source: {}, config: { properties } };
}

async function openFlow(page: Page, flow: Record<string, unknown>): Promise<void> {
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'By keys',
    type: 'integration-draft',
    flow,
  });
  await page.goto(server.url);
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Flows' }).waitFor();
  await page.goto(`${server.url}/studio/flows/${flowId}`);
  await page.getByLabel('Canvas', { exact: true }).waitFor();
}

function tree(page: Page) {
  return page.getByRole('tree', { name: 'Flow', exact: true });
}

function item(page: Page, name: string | RegExp) {
  return tree(page).getByRole('treeitem', { name });
}

function panel(page: Page) {
  return page.getByRole('region', { name: 'Problems' });
}

async function expectActive(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => {
      const id = await tree(page).getAttribute('aria-activedescendant');
      return page.locator(`[id="${id}"]`).getAttribute('aria-label');
    })
    .toContain(name);
}

async function addAfter(page: Page, search: string): Promise<void> {
  await page.keyboard.press('+');
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  await expect(tree(page)).toBeFocused();
}

/** Tab leads there, however many stops it takes. */
async function focusTree(page: Page): Promise<void> {
  await tabTo(page, () => tree(page).evaluate((element) => element === document.activeElement));
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await tabTo(page, () => button.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

async function expectAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
