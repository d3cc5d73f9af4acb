import { expect, type Page, test } from '@playwright/test';
import { CanvasPage } from './support/canvas.ts';
import { chain, openFlow, signedIn, startStudio, type Studio } from './support/studio.ts';
import { TouchPage } from './support/touch.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const item = (page: Page, name: string) =>
  page.getByLabel('Components', { exact: true }).getByRole('button', { name, exact: true });

test('a drag shows what will land; Escape and letting go beside the canvas drop nothing', async () => {
  const { page, canvas } = await studio.open(chain);
  const from = await canvas.middleOf(item(page, 'HTTP Patch'));
  const to = { x: from.x + 500, y: 700 };
  const ghost = page.locator('[data-over-canvas]');
  await canvas.dragTo(from, to, { drop: false });
  await expect(ghost).toContainText('HTTP Patch');
  await page.keyboard.press('Escape');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up();
  await canvas.dragTo(from, { x: from.x + 20, y: from.y + 60 });
  await expect(canvas.card('HTTP Patch')).toHaveCount(0);
  await canvas.dragTo(from, to);
  await expect(canvas.card('HTTP Patch')).toBeVisible();
  const landed = await canvas.middleOf(canvas.card('HTTP Patch'));
  // Below the pointer, but for the grid.
  expect(Math.hypot(landed.x - to.x, landed.y - to.y)).toBeLessThan(24);
  await expect(page.getByRole('status').filter({ hasText: 'HTTP Patch added.' })).toBeAttached();
});

test('by a finger and by a pen', async ({ browser }) => {
  const context = await signedIn(browser, studio.api, {
    hasTouch: true,
    viewport: { width: 1080, height: 810 },
  });
  const flowId = await studio.create(chain);
  const page = await context.newPage();
  const { canvas } = await openFlow({ page, api: studio.api, flowId, flow: chain });
  const touch = new TouchPage(page);
  const from = await canvas.middleOf(item(page, 'HTTP Patch'));
  const to = { x: from.x + 400, y: 640 };
  await touch.drag(from, to, { drop: false });
  await expect(page.locator('[data-over-canvas]')).toContainText('HTTP Patch');
  await touch.lift();
  await expect(canvas.card('HTTP Patch')).toBeVisible();
  const landed = await canvas.middleOf(canvas.card('HTTP Patch'));
  expect(Math.hypot(landed.x - to.x, landed.y - to.y)).toBeLessThan(24);
  await touch.dragPen(await canvas.middleOf(item(page, 'HTTP Delete')), {
    x: to.x + 80,
    y: to.y - 400,
  });
  await expect(canvas.card('HTTP Delete')).toBeVisible();
  // A finger that goes up and down scrolls the list, and takes nothing.
  await page.setViewportSize({ width: 1080, height: 500 });
  const list = page.getByLabel('Components', { exact: true }).locator('.mantine-ScrollArea-viewport');
  await touch.drag({ x: from.x, y: 460 }, { x: from.x, y: 200 });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  await context.close();
});

test('a click or Enter adds behind the selected component', async () => {
  const { page, canvas, links } = await studio.open(chain);
  const before = ['first.response last', 'start.out first'];
  await canvas.card('Last').click();
  await item(page, 'HTTP Patch').click();
  await expect.poll(links).toEqual([...before, 'last.response Patch'].toSorted());
  await expect(canvas.card('HTTP Patch')).toHaveClass(/selected/);
  await page.keyboard.press('/');
  await page.keyboard.type('condition');
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'Condition')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(links).toEqual([...before, 'Patch.response Condition', 'last.response Patch'].toSorted());
  await new CanvasPage(page).undo();
  await expect.poll(links).toEqual([...before, 'last.response Patch'].toSorted());
});

test('Enter adds a component that was dragged out before', async () => {
  const { page, canvas } = await studio.open(chain);
  const patch = item(page, 'HTTP Patch');
  const from = await canvas.middleOf(patch);
  await canvas.dragTo(from, { x: from.x + 500, y: 700 });
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  await patch.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  await page.keyboard.press(' ');
  await expect(page.locator('.react-flow__node')).toHaveCount(7);
});

const panels = [
  {
    name: 'palette',
    edge: 'Width of the list of components',
    selector: '[data-palette]',
    width: 260,
    out: 1,
  },
  { name: 'inspector', edge: 'Width of the inspector', selector: '[data-inspector]', width: 380, out: -1 },
];

for (const { name, edge: edgeName, selector, width, out } of panels) {
  test(`the ${name} is made wider by its edge, and stays so`, async () => {
    const { page } = await studio.open(chain);
    const edge = page.getByRole('separator', { name: edgeName });
    const panel = page.locator(selector).filter({ has: edge });
    const widthOf = async () => Math.round((await panel.boundingBox())?.width ?? 0);
    await expect.poll(widthOf).toBe(width);
    const box = (await edge.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 300];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + out * 60, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(widthOf).toBeGreaterThan(width + 50);
    const dragged = await widthOf();
    await edge.focus();
    await page.keyboard.press(out > 0 ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(widthOf).toBe(dragged - 16);
    await page.reload();
    await expect.poll(widthOf).toBe(dragged - 16);
  });
}
