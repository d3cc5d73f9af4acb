import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { chain, component, openFlow, startStudio, type OpenFlow, type Studio } from './support/studio.ts';
import { hangSave, loseSaves } from './support/saves.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const status = (page: Page, text: string) => page.getByText(text, { exact: true });
const mark = (page: Page) => page.getByText('Unsent changes on this device');
const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'Changed elsewhere.' });

async function remove({ page, canvas }: Pick<OpenFlow, 'page' | 'canvas'>, label: string): Promise<void> {
  await canvas.card(label).click();
  await page.keyboard.press('Delete');
  await expect(canvas.card(label)).toHaveCount(0);
}

/** A tab of the same browser with a flow that is there already. */
async function another(flowId: string): Promise<OpenFlow> {
  return openFlow({ page: await studio.newPage(), api: studio.api, flowId, flow: chain });
}

test('a flow can be left while a save hangs: what was done since is not lost, and the list tells', async () => {
  const { page, canvas, stored, flowId } = await studio.open(chain);
  const save = await hangSave(page);
  await remove({ page, canvas }, 'Alone');
  await save.arrived;
  await remove({ page, canvas }, 'Last');
  await page.getByRole('link', { name: 'Back to Flows' }).click();
  await expect(mark(page)).toBeVisible();
  await expectAccessible(page, 'the list with unsent changes');
  // Back again it is as one left it, with its undo steps.
  await page.locator(`a[href$="/flows/${flowId}"]`).click();
  await expect(canvas.card('Start')).toBeVisible();
  await expect(canvas.card('Last')).toHaveCount(0);
  await canvas.undo();
  await expect(canvas.card('Last')).toBeVisible();
  await page.getByRole('link', { name: 'Back to Flows' }).click();
  expect(Object.keys(await stored())).toContain('alone');
  await save.fail();
  await expect(mark(page)).toHaveCount(0);
  expect(Object.keys(await stored())).toEqual(['start', 'first', 'last']);
  await page.close();
});

test('left without a network, a flow is sent when the network is back, on whatever screen', async () => {
  const { page, canvas, stored } = await studio.open(chain);
  await page.getByRole('link', { name: 'Back to Flows' }).click();
  await page.getByRole('link', { name: 'Flow', exact: true }).first().click();
  await expect(canvas.card('Alone')).toBeVisible();
  await studio.context.setOffline(true);
  await remove({ page, canvas }, 'Alone');
  await page.getByRole('link', { name: 'Back to Flows' }).click();
  await expect(mark(page)).toBeVisible();
  await studio.context.setOffline(false);
  await expect(mark(page)).toHaveCount(0);
  expect(Object.keys(await stored())).not.toContain('alone');
  await page.close();
});

test('what a closed tab left is sent from the list; over somebody else’s work it waits for its author', async () => {
  const first = await studio.open(chain);
  const second = await studio.open(chain);
  await studio.context.setOffline(true);
  for (const flow of [first, second]) {
    await remove(flow, 'Alone');
    await expect(status(flow.page, 'Not saved')).toBeVisible();
    await flow.page.close();
  }
  await studio.api.ask('PUT', `/flows/${second.flowId}`, { flow: { start: chain['start']! } });
  await studio.context.setOffline(false);
  const page = await studio.newPage();
  await page.goto(`${studio.server.url}/studio/flows`);
  await expect.poll(async () => Object.keys(await first.stored())).not.toContain('alone');
  await expect(mark(page)).toHaveCount(1);
  expect(Object.keys(await second.stored())).toEqual(['start']);
  await mark(page).locator('..').getByRole('link').click();
  await expect(banner(page)).toContainText('Theirs against yours: 2 removed, 2 links removed.');
  await expectAccessible(page, 'the choice of a version');
  await banner(page).getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => Object.keys(await second.stored())).toEqual(['start', 'first', 'last']);
  await page.close();
});

test('two tabs with one flow have their unsent work each', async () => {
  const here = await studio.open(chain);
  const find = await loseSaves(here.page);
  await remove(here, 'Alone');
  await expect(status(here.page, 'Not saved')).toBeVisible();

  const there = await another(here.flowId);
  await expect(there.canvas.card('Alone')).toBeVisible();
  await expect(there.page.getByText('Unsent changes are back')).toHaveCount(0);
  await remove(there, 'Last');
  await there.canvas.saved();
  await there.page.close();
  expect(Object.keys(await here.stored())).toEqual(['start', 'first', 'alone']);

  // The work of this tab is still its own, and still unsent: now it meets the other's.
  await here.page.reload();
  await expect(banner(here.page)).toBeVisible();
  await expect(here.canvas.card('Alone')).toHaveCount(0);
  await expect(here.canvas.card('Last')).toBeVisible();
  await find();
  await here.page.reload();
  await expect(banner(here.page)).toBeVisible();
  expect(Object.keys(await here.stored())).toEqual(['start', 'first', 'alone']);
  await here.page.close();
});

test('a reload in the midst of a save is no conflict, and loses nothing', async () => {
  const { page, canvas, stored } = await studio.open(chain);
  const save = await hangSave(page);
  await remove({ page, canvas }, 'Alone');
  await save.arrived;
  await remove({ page, canvas }, 'Last');
  await page.reload();
  await save.fail();
  await expect(canvas.card('First')).toBeVisible();
  await canvas.saved();
  await expect(banner(page)).toHaveCount(0);
  expect(Object.keys(await stored())).toEqual(['start', 'first']);
  await page.close();
});

test('taking their version takes their name, and undo brings both back', async () => {
  const { page, canvas, flowId } = await studio.open(chain);
  const name = page.getByRole('textbox', { name: 'Flow name' });
  await studio.api.ask('PUT', `/flows/${flowId}`, { name: 'Theirs' });
  await name.fill('Mine');
  await expect(banner(page)).toContainText('called “Theirs”');
  await banner(page).getByRole('button', { name: 'Load their version' }).click();
  await expect(name).toHaveValue('Theirs');
  await canvas.undo();
  await expect(name).toHaveValue('Mine');
  await canvas.saved();
  expect((await studio.api.ask<{ name: string }>('GET', `/flows/${flowId}`)).name).toBe('Mine');
  await page.close();
});

test('keeping both makes a flow of mine, and the other stays', async () => {
  const { page, canvas, flowId, stored } = await studio.open(chain);
  const name = page.getByRole('textbox', { name: 'Flow name' });
  await studio.api.ask('PUT', `/flows/${flowId}`, { name: 'Theirs', description: 'What it is for' });
  await remove({ page, canvas }, 'Alone');
  await expect(banner(page)).toBeVisible();
  await expectAccessible(page, 'a conflict');
  await banner(page).getByRole('button', { name: 'Keep both' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(name).toHaveValue('Theirs');
  await expect(canvas.card('Alone')).toBeVisible();
  await canvas.saved();
  expect(Object.keys(await stored())).toContain('alone');

  const told = page
    .getByRole('alert')
    .filter({ hasText: 'Your version is now the flow “Flow – my version”.' });
  await told.getByRole('button', { name: 'Open' }).click();
  await expect(name).toHaveValue('Flow – my version');
  await expect(canvas.card('Start')).toBeVisible();
  await expect(canvas.card('Alone')).toHaveCount(0);
  const other = page.url().split('/').at(-1)!;
  expect(await studio.api.ask('GET', `/flows/${other}`)).toMatchObject({
    name: 'Flow – my version',
    type: 'automation',
    stage: 'stopped',
    description: 'What it is for',
  });
  await page.close();
});

test('where there is little room a word says how the flow is saved, unless all is well', async () => {
  const { page, canvas, flowId } = await studio.open(chain);
  await page.setViewportSize({ width: 390, height: 844 });
  const state = page.getByRole('status').filter({ hasText: /Saved|Not saved|Changed elsewhere/ });
  await expect(state).toHaveText('Saved');
  await studio.context.setOffline(true);
  await remove({ page, canvas }, 'Alone');
  await expect(status(page, 'Offline')).toBeVisible();
  await expect(state).toContainText('Not saved');
  await studio.api.ask('PUT', `/flows/${flowId}`, { name: 'Theirs' });
  await studio.context.setOffline(false);
  await expect(status(page, 'Conflict')).toBeVisible();
  await expect(state).toContainText('Changed elsewhere');
  await page.close();
});

test('a name is kept as one types, undone as text is, and Escape brings the old one back', async () => {
  const { page, canvas } = await studio.open(chain);
  const name = page.getByRole('textbox', { name: 'Flow name' });
  await remove({ page, canvas }, 'Alone');
  await name.click();
  await page.keyboard.type('Orders of ');
  await expect(name).toHaveValue('Orders of ');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(name).toHaveValue('Flow');
  await expect(canvas.card('Alone')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas.card('Alone')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Nothing of it');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Flow');
  await expect(name).not.toBeFocused();
  await name.fill('Half a na');
  await page.reload();
  await expect(name).toHaveValue('Half a na');
  await canvas.saved();
  await page.close();
});

test('when there is no room to keep anything, it says so and the page asks before it closes', async () => {
  const { page, canvas } = await studio.open(chain);
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let number = 0; ; number++) {
        try {
          localStorage.setItem(`filler-${size}-${number}`, 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  const find = await loseSaves(page);
  await remove({ page, canvas }, 'Alone');
  await expect(status(page, 'Not saved, not kept here')).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler-')) localStorage.removeItem(key);
  });
  await find();
  await canvas.saved();
  await page.close();
});

test('a flow that is started elsewhere is one to stop here', async () => {
  const { page, flowId } = await studio.open({ start: component('controls.OnStart', 'Start', [0, 0]) });
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await studio.api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await page.close();
});
