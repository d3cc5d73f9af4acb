import { expect, type Page, test } from '@playwright/test';
import { isSave, loseSaves } from './support/saves.ts';
import { chain, openFlow, startStudio, type Nodes, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const status = (page: Page, text: string) => page.getByText(text, { exact: true });

test('without a network one works on; what was done arrives when it is back', async () => {
  const { page, canvas, links } = await studio.open(chain);
  const before = await links();
  // In a quiet moment it fetches what it has not needed yet, such as the editors.
  await page.waitForResponse(/VariableEditor/);
  await expect.poll(() => page.evaluate(fetchedEditors)).toBeGreaterThan(1);
  await studio.context.setOffline(true);
  await canvas.card('First').click();
  await page.keyboard.press('Delete');
  await expect(status(page, 'Not saved')).toBeVisible();
  await canvas.card('Alone').click();
  await page.keyboard.press('d');
  await expect(page.getByLabel('Alone, step 3 of 3, disabled')).toBeVisible();
  expect(await links()).toEqual(before);
  await studio.context.setOffline(false);
  await canvas.saved();
  expect(await links()).toEqual(['start.out last']);
});

test('an answer that is lost on its way is no conflict, and loses nothing', async () => {
  const { page, canvas, links } = await studio.open(chain);
  let lost = 0;
  await page.route('**/flows/*', async (route) => {
    if (!isSave(route.request()) || lost > 0) return route.continue();
    await route.fetch();
    lost++;
    return route.abort();
  });
  await canvas.card('First').click();
  await page.keyboard.press('Delete');
  await expect(status(page, 'Not saved')).toBeVisible();
  await expect.poll(links).toEqual(['start.out last']);
  await canvas.card('Alone').click();
  await page.keyboard.press('Delete');
  await canvas.saved();
  expect(lost).toBe(1);
  await expect.poll(links).toEqual(['start.out last']);
  await expect(page.getByText('Changed elsewhere.')).toHaveCount(0);
});

test('what had not been sent is there again after a reload, as one step', async () => {
  const { page, canvas, stored, flowId } = await studio.open(chain);
  // In the other tabs, too: they send what a tab has left, and one that reloads is gone for a moment.
  const find = await loseSaves(studio.context);
  await canvas.card('Alone').click();
  await page.keyboard.press('Delete');
  await expect(status(page, 'Not saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Unsent changes are back')).toBeVisible();
  await expect(canvas.card('Start')).toBeVisible();
  await expect(canvas.card('Alone')).toHaveCount(0);
  expect(Object.keys(await stored())).toContain('alone');
  await find();
  await page.reload();
  await canvas.saved();
  await expect.poll(async () => Object.keys(await stored())).not.toContain('alone');
  const again = await openFlow({ page, api: studio.api, flowId, flow: chain });
  await expect(again.canvas.card('Alone')).toHaveCount(0);
});

test('a change from elsewhere is told, and one chooses', async () => {
  const theirs: Nodes = { start: chain['start']! };
  for (const choice of ['Load their version', 'Keep mine'] as const) {
    const { page, canvas, stored, flowId } = await studio.open(chain);
    await canvas.card('Alone').click();
    await studio.api.ask('PUT', `/flows/${flowId}`, { flow: theirs });
    await page.keyboard.press('Delete');
    const banner = page.getByRole('alert').filter({ hasText: 'Changed elsewhere.' });
    await expect(banner).toBeVisible();
    // Until one has chosen nothing is overwritten, on either side.
    expect(Object.keys(await stored())).toEqual(['start']);
    await expect(canvas.card('Last')).toBeVisible();
    await banner.getByRole('button', { name: choice }).click();
    await expect(banner).toBeHidden();
    await canvas.saved();
    const kept = choice === 'Keep mine' ? ['start', 'first', 'last'] : ['start'];
    await expect.poll(async () => Object.keys(await stored())).toEqual(kept);
    if (choice === 'Keep mine') continue;
    await canvas.undo();
    await expect.poll(async () => Object.keys(await stored())).toEqual(['start', 'first', 'last']);
  }
});

/** The script and the style sheet of the editors that the inspector may show. */
function fetchedEditors(): number {
  return performance
    .getEntriesByType('resource')
    .filter(({ name }) => /VariableEditor-.*\.(js|css)$/.test(name)).length;
}
