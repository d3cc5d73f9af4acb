import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { unmarkedTexts, writeMarkedTexts } from './support/marked-texts.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

let server: RunningServer;
let texts: Awaited<ReturnType<typeof writeMarkedTexts>>;
let api: Api;

test.beforeAll(async () => {
  texts = await writeMarkedTexts();
  server = await startFreshServer({ STUDIO_TEXTS: texts.file });
  api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
});

test.afterAll(async () => {
  await server.stop();
  await texts.remove();
});

/** The example, what is made of it, and what the catalogue calls its components, fields and modifiers. */
const data = [
  /\b(Data|data|email|fname|vip|tags|red|blue|true|David|david@example\.com|contact|greeting|Hello)\b/g,
  'On App Event',
  'JSON body',
  'Divisor',
  'Input',
  'To Number',
];

const picker = '[role="dialog"]';

/** Its example has a list; its condition divides by a text, and has a modifier that fails. */
function flowWithTrouble() {
  const flow = sampleFlow('http://127.0.0.1:9') as {
    event: { config: { properties: { eventDataExample: string } } };
    condition: { config: { transform: { in: { event: { out: object } } } } };
  };
  const { properties } = flow.event.config;
  const example = JSON.parse(properties.eventDataExample) as object;
  properties.eventDataExample = JSON.stringify({ ...example, tags: ['red', 'blue'] });
  const row = { input: '{{{fails}}}', operator: '%', divisor: '{{{text}}}' };
  const variable = '$.event.out.data.fname';
  Object.assign(flow.condition.config.transform.in.event.out, {
    lambda: { expression: { AND: [{ OR: [row] }] } },
    modifiers: {
      expression: {
        fails: { variable, functions: [{ name: 'g_toNumber' }] },
        text: { variable, functions: [] },
      },
    },
  });
  return flow;
}

test('every word of the picker and of the previews is a text of the catalogue', async ({ page }) => {
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Contacts',
    flow: flowWithTrouble(),
  });
  await page.addInitScript((token) => localStorage.setItem('tributary-token', token), api.token);
  const open = (component: string) =>
    page.goto(`${server.url}/studio/flows/${flowId}?component=${component}`);
  const row = (name: RegExp) => page.getByRole('treeitem', { name });

  await test.step('a preview', async () => {
    await open('post');
    await page.getByRole('button', { name: 'Show all' }).first().click();
    await expectMarked(page, '[data-field="bodyJson"] [data-preview]');
  });

  await test.step('the picker, and what it asks of a list', async () => {
    await page.locator('[data-field="bodyJson"] [contenteditable=true]').focus();
    await page.keyboard.press('Control+Space');
    await row(/^tags/).click();
    await expect(row(/items where/)).toBeVisible();
    await expectMarked(page, picker);
    await row(/item by number/).click();
    await expect(page.locator(`${picker} [data-preview]`)).toBeVisible();
    await expectMarked(page, picker);
    await page.keyboard.press('Escape');
    await row(/items where/).click();
    await expect(page.getByRole('combobox', { name: /Take/ })).toBeVisible();
    // The conditions are the modifier's own.
    await expectMarked(page, `${picker} form :is(label, button, p, [data-preview])`);
  });

  await test.step('a variable that cannot serve, and one whose modifier fails', async () => {
    await open('condition');
    await expect(page.locator('[data-misfit]')).toBeVisible();
    await expect(page.getByText('fails:')).toBeVisible();
    await expectMarked(page, '[data-misfit], [data-preview], [data-pill]');
    await page.locator('[data-field="divisor"] [contenteditable=true]').focus();
    await page.keyboard.press('Control+Space');
    await expect(row(/^fname/)).toContainText('expected');
    await expectMarked(page, picker);
  });
});

async function expectMarked(page: Page, within: string): Promise<void> {
  const elements = page.locator(within);
  expect(await elements.count(), within).toBeGreaterThan(0);
  expect(await unmarkedTexts(elements, data)).toEqual([]);
}
