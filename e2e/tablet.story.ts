import { expect, test } from '@playwright/test';
import { chain, openFlow, signedIn, startStudio, type Studio } from './support/studio.ts';
import { TouchPage } from './support/touch.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('fingers move, connect, pinch and call the menu', async ({ browser }) => {
  const context = await signedIn(browser, studio.api, {
    viewport: { width: 1080, height: 810 },
    hasTouch: true,
    isMobile: true,
  });
  const flowId = await studio.create(chain);
  const page = await context.newPage();
  const { canvas, stored, links } = await openFlow({ page, api: studio.api, flowId, flow: chain });
  const touch = new TouchPage(page);
  const zoom = () =>
    page
      .locator('.react-flow__viewport')
      .evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a);

  await test.step('more room: the panels give way', async () => {
    await page.getByRole('button', { name: 'Show or hide the inspector' }).tap();
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
    await page.getByRole('button', { name: 'Show the whole flow' }).tap();
    await expect.poll(zoom).toBeGreaterThan(0.5);
  });
  await test.step('a tap selects, a drag moves', async () => {
    await canvas.card('Alone').tap();
    await expect(canvas.card('Alone')).toHaveClass(/selected/);
    const at = await canvas.middleOf(canvas.card('Alone'));
    await touch.drag(at, { x: at.x + 60, y: at.y + 60 });
    await expect.poll(async () => (await stored())['alone']!.y).toBeGreaterThan(260);
    await canvas.undo();
    await expect.poll(async () => (await stored())['alone']!.y).toBe(240);
  });
  await test.step('from port to port', async () => {
    await touch.drag(await canvas.output('Start'), await canvas.input('Alone'));
    await expect.poll(links).toEqual(['first.response last', 'start.out alone', 'start.out first']);
  });
  await test.step('two fingers', async () => {
    const before = await zoom();
    await touch.pinch({ x: 640, y: 620 }, 80, 240);
    await expect.poll(zoom).toBeGreaterThan(before * 1.3);
    const near = await zoom();
    await touch.pinch({ x: 640, y: 620 }, 240, 80);
    await expect.poll(zoom).toBeLessThan(near);
    await page.getByRole('button', { name: 'Show the whole flow' }).tap();
  });
  await test.step('a finger that stays', async () => {
    await expect(canvas.card('Alone')).toBeInViewport({ ratio: 0.99 });
    const at = await canvas.middleOf(canvas.card('Alone'));
    await touch.press(at);
    await expect(page.getByRole('menuitem', { name: 'Connect to…' })).toBeVisible();
    await touch.lift();
    await page.getByRole('menuitem', { name: 'Disable' }).tap();
    await expect.poll(async () => (await stored())['alone']!['disabled']).toBe(true);
  });
  await context.close();
});
