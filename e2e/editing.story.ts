import { expect, type Page, test } from '@playwright/test';
import { chain, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const selected = (page: Page) => page.locator('.react-flow__node.selected');
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });

test('selecting by a click, by Shift, by a box, all and nothing', async () => {
  const { page, canvas } = await studio.open(chain);
  await canvas.card('Start').click();
  await expect(selected(page)).toHaveCount(1);
  await canvas.card('First').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(2);
  await canvas.card('First').click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
  // Touching is enough.
  const [first, alone] = [await box(canvas.card('First')), await box(canvas.card('Alone'))];
  await page.keyboard.down('Shift');
  await canvas.dragTo({ x: first.x - 12, y: first.y - 20 }, { x: alone.x + 40, y: alone.y + 20 });
  await page.keyboard.up('Shift');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected(page)).toHaveCount(4);
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 30 } });
  await expect(selected(page)).toHaveCount(0);
});

test('several move together, on the grid, as one step; arrows too', async () => {
  const { page, canvas, stored } = await studio.open(chain);
  await canvas.card('First').click();
  await canvas.card('Alone').click({ modifiers: ['Shift'] });
  const held = await canvas.middleOf(canvas.card('Alone'));
  await canvas.dragTo(held, { x: held.x + 101, y: held.y + 57 });
  await expect.poll(async () => (await stored())['alone']!.x).toBeGreaterThan(320);
  const { first, alone } = await stored();
  expect([alone!.x - first!.x, alone!.y - first!.y]).toEqual([0, 240]);
  expect([alone!.x % 16, alone!.y % 16]).toEqual([0, 0]);
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Move 2 components');
  await canvas.undo();
  await expect.poll(async () => (await stored())['alone']).toMatchObject({ x: 320, y: 240 });
  expect((await stored())['first']).toMatchObject({ x: 320, y: 0 });
  await canvas.card('Alone').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await stored())['alone']).toMatchObject({ x: 336, y: 304 });
  expect((await stored())['first']).toMatchObject({ x: 336, y: 64 });
});

test('undo has a name for each step, covers the inspector, and outlives a save', async () => {
  const { page, canvas, stored } = await studio.open(chain);
  const { keyboard } = page;
  const url = async () => JSON.stringify((await stored())['last']!['config'] ?? {});
  await canvas.card('Last').click();
  await canvas.type('URL', 'https://one.example');
  await canvas.saved();
  await expect.poll(url).toContain('https://one.example');
  await expect(undoButton(page)).toHaveAccessibleName(/^Undo: /);
  const typing = (await undoButton(page).getAttribute('aria-label'))!;
  await keyboard.press('Escape');
  await keyboard.press('d');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Disable component');
  await canvas.saved();
  await keyboard.press('Control+z');
  await expect(undoButton(page)).toHaveAccessibleName(typing);
  await expect(page.getByRole('button', { name: /^Redo/ })).toHaveAccessibleName('Redo: Disable component');
  // What one typed in one go is one step.
  await keyboard.press('Control+z');
  await expect.poll(url).not.toContain('one.example');
  await expect(undoButton(page)).toHaveAccessibleName('Undo');
  await keyboard.press('Control+Shift+z');
  await expect.poll(url).toContain('https://one.example');
  await keyboard.press('Control+y');
  await expect.poll(async () => (await stored())['last']!['disabled']).toBe(true);
});

test('Delete and Backspace heal the chain; in a field they delete text', async () => {
  const { page, canvas, links, stored } = await studio.open(chain);
  const { keyboard } = page;
  for (const key of ['Delete', 'Backspace']) {
    await canvas.card('First').click();
    await keyboard.press(key);
    await expect.poll(links).toEqual(['start.out last']);
    // The focus goes to what came before.
    await expect(canvas.card('Start')).toBeFocused();
    await expect(
      page.getByRole('status').filter({ hasText: 'First removed. Start now leads to Last.' }),
    ).toBeAttached();
    await keyboard.press('Control+z');
    await expect.poll(links).toEqual(['first.response last', 'start.out first']);
  }
  await canvas.card('Last').click();
  await canvas.type('URL', 'abc');
  await keyboard.press('Backspace');
  await keyboard.press('Home');
  await keyboard.press('Delete');
  await expect(canvas.field('URL')).toHaveText('b');
  await keyboard.press('Control+a');
  await keyboard.press('Backspace');
  await canvas.saved();
  expect(Object.keys(await stored())).toEqual(Object.keys(chain));

  // The button that goes with the selection leaves the focus in the flow.
  await canvas.card('Alone').click();
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('.react-flow__node:focus')).toBeVisible();
});

test('from panel to panel, and into the inspector', async () => {
  const { page, canvas } = await studio.open(chain);
  const { keyboard } = page;
  await canvas.card('Last').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' }).locator(':focus')).toBeVisible();
  await keyboard.press('Escape');
  await expect(canvas.card('Last')).toBeFocused();
  const focused = (panel: string) => expect(page.locator(`${panel} :focus`)).toBeAttached();
  await keyboard.press('F6');
  await focused('aside[aria-label="Inspector"]');
  await keyboard.press('F6');
  await focused('header');
  await keyboard.press('F6');
  await focused('aside[aria-label="Components"]');
  await keyboard.press('F6');
  await expect(canvas.card('Last')).toBeFocused();
  await keyboard.press('Shift+F6');
  await focused('aside[aria-label="Components"]');
});

async function box(locator: ReturnType<Page['locator']>) {
  return (await locator.boundingBox())!;
}
