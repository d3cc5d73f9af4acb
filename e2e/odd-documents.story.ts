import { expect, test } from '@playwright/test';
import { chain, component, type Nodes, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('a component that is not installed opens, and stays as it is while one edits around it', async () => {
  const foreign = {
    type: 'acme.crm.deals.Close',
    x: 960,
    y: 0,
    label: 'Close the deal',
    source: { in: { last: ['response'] } },
    version: '7.1.0',
    config: { properties: { stage: { deep: [1, null] } }, odd: 'kept' },
    secretSauce: { a: [true] },
  };
  const { page, canvas, stored } = await studio.open({ ...chain, foreign });
  await expect(canvas.card('Close the deal')).toContainText('Not installed');
  await expect(page.getByRole('button', { name: /problems$/ })).toBeVisible();
  await canvas.card('Alone').click();
  await page.keyboard.press('Delete');
  await canvas.saved();
  await expect.poll(async () => Object.keys(await stored())).not.toContain('alone');
  expect((await stored())['foreign']).toEqual(foreign);
  await canvas.card('Close the deal').click();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await stored())['foreign']).toEqual({ ...foreign, y: 16 });
});

test('a mapping that refers to nothing, and a loop, open with problems that say so', async () => {
  const gone = { variable: '$.gone.out.x', functions: [{ name: 'g_nowhere' }] };
  const odd: Nodes = {
    start: component('controls.OnStart', 'Start', [0, 0]),
    ask: {
      ...component('http.Get', 'Ask', [320, 0], { start: ['out'] }),
      config: mapping('start', 'out', { url: 'http://a.example/{{{m}}}' }, { url: { m: gone } }),
    },
    one: component('http.Get', 'One', [0, 240], { other: ['response'] }),
    other: component('http.Get', 'Other', [320, 240], { one: ['response'] }),
  };
  const { page, canvas, stored, flowId } = await studio.open(odd);
  for (const label of ['Ask', 'One', 'Other']) await expect(canvas.card(label)).toBeVisible();
  await page.getByRole('button', { name: /problems$/ }).click();
  const panel = page.getByRole('region', { name: 'Problems', exact: true });
  await panel.getByRole('button', { name: /URL uses .*no longer in the flow/ }).click();
  await expect(page.getByRole('textbox', { name: 'URL' })).toBeFocused();
  // Looking at it changes nothing.
  await canvas.saved();
  expect(await stored()).toMatchObject(odd);
  expect(
    (await studio.api.request('POST', `/flows/${flowId}/coordinator`, { command: 'start' })).status,
  ).toBeGreaterThanOrEqual(400);
});

test('a file that is too large, and what is no flow, are refused with the reason', async () => {
  const { page, stored } = await studio.open(chain);
  const before = await stored();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find a command, a component or a step' }).fill('import a flow');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import a flow' });
  const file = page.locator('input[type=file]');
  await file.setInputFiles(json(Buffer.alloc(20 * 1024 * 1024, 32)));
  await expect(dialog.getByText('It has 20 MB; a flow may have 10 MB at most.')).toBeVisible();
  await file.setInputFiles(json(Buffer.from('{"a": 1, ')));
  await expect(dialog.getByText('neither components nor a flow')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await stored()).toEqual(before);
});

function json(buffer: Buffer) {
  return { name: 'flow.json', mimeType: 'application/json', buffer };
}

function mapping(from: string, port: string, lambda: object, modifiers: object) {
  return {
    properties: {},
    transform: { in: { [from]: { [port]: { type: 'json2new', lambda, modifiers } } } },
  };
}
