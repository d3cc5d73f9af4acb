import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { DesignerPage } from './support/designer.ts';
import { startStudio, type Studio } from './support/studio.ts';

type Nodes = Record<string, { type: string; label?: string; disabled?: boolean; [key: string]: unknown }>;

const reference = { variable: '$.event.out.data.email', functions: [] };
const greeting: Nodes = {
  event: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    label: 'New contact',
    source: {},
    config: { properties: { event: 'contact-created', eventDataExample: '{ "email": "a@b.c" }' } },
  },
  post: {
    type: 'appmixer.utils.http.Post',
    x: 320,
    y: 0,
    label: 'Greet',
    source: { in: { event: ['out'] } },
    config: {
      properties: {},
      transform: {
        in: {
          event: {
            out: {
              type: 'json2new',
              modifiers: { url: { m1: reference } },
              lambda: { url: 'http://127.0.0.1/{{{m1}}}' },
            },
          },
        },
      },
    },
  },
};

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});

test.afterAll(() => studio.stop());

async function flow(name: string, nodes: Nodes): Promise<string> {
  const body = { name, type: 'automation', flow: nodes };
  return (await studio.api.ask<{ flowId: string }>('POST', '/flows', body)).flowId;
}

async function nodesOf(flowId: string): Promise<Nodes> {
  return (await studio.api.ask<{ flow: Nodes }>('GET', `/flows/${flowId}`)).flow;
}

async function open(flowId: string, search = ''): Promise<{ page: Page; designer: DesignerPage }> {
  const page = await studio.newPage();
  await page.goto(`${studio.server.url}/studio/flows/${flowId}${search}`);
  const designer = new DesignerPage(page);
  await expect(designer.canvas).toBeVisible();
  return { page, designer };
}

/** Over a place of the canvas where nothing stands. */
async function atEmptyPlace(page: Page, button?: 'right'): Promise<void> {
  await page
    .locator('.react-flow__pane')
    .click({ position: { x: 60, y: 60 }, ...(button ? { button } : {}) });
}

test('copy from one flow, paste into another in a second tab', async () => {
  const source = await open(await flow('Source', greeting));
  await atEmptyPlace(source.page);
  await source.page.keyboard.press('Control+a');
  await source.page.keyboard.press('Control+c');

  const targetId = await flow('Target', {});
  const { page, designer } = await open(targetId);
  await atEmptyPlace(page);
  await page.keyboard.press('Control+v');
  await expect(designer.card('Greet')).toBeVisible();
  await designer.saved();
  const nodes = await nodesOf(targetId);
  const [eventId, postId] = Object.keys(nodes) as [string, string];
  expect([eventId, postId]).not.toContain('event');
  expect(nodes[postId]).toMatchObject({
    source: { in: { [eventId]: ['out'] } },
    config: {
      transform: {
        in: {
          [eventId]: { out: { modifiers: { url: { m1: { variable: `$.${eventId}.out.data.email` } } } } },
        },
      },
    },
  });

  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await page.evaluate(() => navigator.clipboard.writeText('a shopping list'));
  await page.keyboard.press('Control+v');
  await expect(page.getByText('neither components nor a flow')).toBeVisible();
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
});

test('pasted into another flow and linked there, it says which variable is missing', async () => {
  const source = await open(await flow('Whole', greeting));
  await source.designer.card('Greet').click();
  await source.page.keyboard.press('Control+c');

  const start = { type: 'appmixer.utils.controls.OnStart', x: 0, y: 320, label: 'Start', source: {} };
  const { page, designer } = await open(await flow('Part', { start }));
  await designer.card('Start').hover();
  await page.keyboard.press('Control+v');
  await expect(designer.card('Greet')).toBeVisible();
  await page.keyboard.press('Shift+t');
  await designer.card('Start').click();
  await page.keyboard.press('c');
  await page.getByRole('option', { name: /^Greet/ }).click();
  // What was filled in has come along; what it refers to has not.
  await expect(designer.card('Greet')).toHaveAccessibleName(/1 problem/);
  await page.getByRole('button', { name: '1 problem' }).click();
  await page.locator('[data-problem]').filter({ hasText: 'that is no longer in the flow' }).click();
  await expect(page.locator('[data-inspector] [data-field=url]')).toContainText('no longer in the flow');
});

test('menus by the right button, by keys and by a finger', async () => {
  const flowId = await flow('Menus', greeting);
  const { page, designer } = await open(flowId);
  const menu = page.getByRole('menu');

  await designer.card('Greet').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Disable' }).click();
  await expect(page.getByLabel('Greet, step 2 of 2, disabled')).toBeVisible();
  await expect(menu).toBeHidden();

  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Enable' }).click();
  await expect(page.getByLabel(/^Greet, .*disabled/)).toHaveCount(0);

  const box = await designer.card('New contact').boundingBox();
  const finger = { pointerType: 'touch', isPrimary: true, clientX: box!.x + 90, clientY: box!.y + 20 };
  await designer.card('New contact').dispatchEvent('pointerdown', finger);
  await menu.getByRole('menuitem', { name: 'Copy' }).click();
  await atEmptyPlace(page, 'right');
  await menu.getByRole('menuitem', { name: 'Paste' }).click();
  await expect(page.locator('.react-flow__node')).toHaveCount(3);

  const link = await page.locator('.react-flow__edge-path').first().boundingBox();
  // Not in the middle, where a component can be added.
  await page.mouse.click(link!.x + link!.width / 6, link!.y + link!.height / 2, { button: 'right' });
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.locator('.react-flow__edge')).toHaveCount(0);
});

test('rename in place, replace, command palette and shortcut sheet', async () => {
  const flowId = await flow('Palette', greeting);
  const { page, designer } = await open(flowId);
  await designer.card('Greet').click();
  await page.keyboard.press('F2');
  const label = page.getByRole('textbox', { name: 'New label of Greet' });
  await expect(label).toBeFocused();
  await page.keyboard.type('Welcome');
  await page.keyboard.press('Enter');
  await expect(designer.card('Welcome')).toBeFocused();
  await designer.card('Welcome').getByText('Welcome').dblclick();
  await page.keyboard.type('Never mind');
  await page.keyboard.press('Escape');
  await expect(designer.card('Welcome')).toBeVisible();

  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Replace by' }).fill('put');
  await page.keyboard.press('Enter');
  await expect(designer.card('Welcome')).toContainText('HTTP Put');
  await designer.saved();
  expect((await nodesOf(flowId))['post']).toMatchObject({
    type: 'appmixer.utils.http.Put',
    config: { transform: { in: { event: { out: { modifiers: { url: { m1: reference } } } } } } },
  });

  await command(page, 'add set variable');
  await expect(page.locator('.react-flow__node')).toHaveCount(3);
  await command(page, 'go to new contact');
  await expect(designer.card('New contact')).toBeFocused();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Rename' })).toContainText('F2');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('files out and in', async () => {
  const flowId = await flow('Files', greeting);
  const { page, designer } = await open(flowId);
  await atEmptyPlace(page);

  const json = await exported(page, 'export as json');
  expect(json.suggestedFilename()).toBe('Files.json');
  expect(JSON.parse((await contentOf(json)).toString())).toMatchObject({ name: 'Files', flow: greeting });
  const svg = (await contentOf(await exported(page, 'svg'))).toString();
  expect(svg).toMatch(/^<svg [^]*New contact[^]*Greet/);
  const png = await contentOf(await exported(page, 'png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Two dots a pixel: 560 by 64 and a margin of 40 all around.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 288]);

  const inputFile = page.locator('input[type=file]');
  const dialog = page.getByRole('dialog', { name: 'Import a flow' });
  await command(page, 'import a flow');
  await expect(dialog).toBeVisible();
  const large = {
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.alloc(20 * 1024 * 1024, 32),
  };
  await inputFile.setInputFiles(large);
  await expect(dialog.getByText('It has 20 MB; a flow may have 10 MB at most.')).toBeVisible();
  await dialog.getByText('Takes the place of this flow').click();
  const foreign = JSON.stringify({
    ...greeting,
    odd: { type: 'acme.crm.deals.Close', x: 640, y: 0, source: {} },
  });
  await dialog.getByRole('textbox', { name: 'Flow JSON' }).fill(foreign);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(designer.card('Close')).toContainText('Not installed');
  await designer.saved();
  expect(await nodesOf(flowId)).toMatchObject(JSON.parse(foreign) as Nodes);
});

test('an address leads to a component, and follows the selection', async () => {
  const far = { ...greeting['post']!, x: 6000, y: 3000, label: 'Far away' };
  const flowId = await flow('Deep', { ...greeting, far });
  const { page, designer } = await open(flowId, '?component=far');
  await expect(designer.card('Far away')).toBeInViewport();
  await expect(designer.card('Far away')).toHaveClass(/selected/);
  await command(page, 'go to greet');
  await expect(page).toHaveURL(/\?component=post$/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/flows\/[\w-]+$/);
});

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find a command, a component or a step' }).fill(words);
  await page.keyboard.press('Enter');
}

async function exported(page: Page, words: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await command(page, words);
  return download;
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
