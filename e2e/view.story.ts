import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import {
  chain,
  component,
  type Nodes,
  openFlow,
  signedIn,
  startStudio,
  type Studio,
} from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('panning and zooming: by wheel, by Ctrl and wheel, by Space, to life size, to all, to the selection', async () => {
  const { page, canvas } = await studio.open(chain);
  const { keyboard, mouse } = page;
  const start = await viewOf(page);
  await mouse.move(700, 650);
  await mouse.wheel(0, 120);
  await expect.poll(async () => (await viewOf(page)).y).toBeLessThan(start.y);
  expect((await viewOf(page)).zoom).toBe(start.zoom);
  await keyboard.down('Control');
  await mouse.wheel(0, -120);
  await keyboard.up('Control');
  await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(start.zoom);

  await keyboard.press('Shift+Digit0');
  await expect.poll(async () => (await viewOf(page)).zoom).toBe(1);
  await keyboard.press('-');
  await expect.poll(async () => (await viewOf(page)).zoom).toBeLessThan(1);
  await page.getByRole('button', { name: /%, Show at actual size$/ }).click();
  await expect.poll(async () => (await viewOf(page)).zoom).toBe(1);
  await keyboard.press('Shift+Digit1');
  for (const label of ['Start', 'Last', 'Alone'])
    await expect(canvas.card(label)).toBeInViewport({ ratio: 0.99 });

  // With Space a card is no more than the ground it stands on.
  const before = await viewOf(page);
  const held = await canvas.middleOf(canvas.card('First'));
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } });
  await keyboard.down('Space');
  await canvas.dragTo(held, { x: held.x + 90, y: held.y + 70 });
  await keyboard.up('Space');
  await expect.poll(async () => (await viewOf(page)).x).toBeGreaterThan(before.x + 60);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAccessibleName('Undo');

  await canvas.card('Alone').click();
  await keyboard.press('Shift+Digit2');
  await expect(canvas.card('Alone')).toBeInViewport({ ratio: 0.99 });
});

test('who wants less motion gets none', async () => {
  const { page } = await studio.open(chain);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const frames = await page.evaluate(async () => {
    const seen = new Set<string>();
    const view = document.querySelector<HTMLElement>('.react-flow__viewport')!;
    const zoom = document.querySelector<HTMLElement>('[aria-label="Zoom out"]')!;
    zoom.click();
    const until = performance.now() + 400;
    while (performance.now() < until) {
      await new Promise(requestAnimationFrame);
      seen.add(view.style.transform);
    }
    return seen.size;
  });
  // Where it was, and where it is now.
  expect(frames).toBeLessThanOrEqual(2);
});

test('in forced colours what is selected, linked and wrong is still to be seen', async () => {
  const { page, canvas } = await studio.open(chain);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await canvas.card('First').click();
    const outline = (label: string) =>
      canvas
        .card(label)
        .locator('> div')
        .evaluate((card) => getComputedStyle(card).outlineStyle);
    expect(await outline('First')).toBe('solid');
    expect(await outline('Last')).toBe('none');
    const [text, link] = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('.react-flow__edge:not(.selected) .react-flow__edge-path')!)
        .stroke,
    ]);
    expect(link).toBe(text);
    await expect(canvas.card('First').getByText('1', { exact: true })).toBeVisible();
  }
});

test('at 200 % and on a tablet nothing is out of reach or covered', async ({ browser }) => {
  const flow: Nodes = { ...chain, check: component('controls.Condition', 'Check', [640, 240]) };
  const flowId = await studio.create(flow, 'integration-draft');
  for (const { width, height, hasTouch } of [
    { width: 720, height: 450, hasTouch: false },
    { width: 640, height: 400, hasTouch: false },
    { width: 810, height: 1080, hasTouch: true },
    { width: 1080, height: 810, hasTouch: true },
  ]) {
    const context = await signedIn(browser, studio.api, {
      viewport: { width, height },
      hasTouch,
      isMobile: hasTouch,
    });
    const page = await context.newPage();
    const { canvas } = await openFlow({ page, api: studio.api, flowId, flow });
    await test.step(`${width} × ${height}`, async () => {
      await canvas.card('Check').click();
      await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
      await expectReachable(page, hasTouch ? 44 : 24);
      await page.getByRole('button', { name: /problems$/ }).click();
      await expect(page.getByRole('region', { name: 'Problems', exact: true })).toBeVisible();
      await expectReachable(page, 24);
      await page.getByRole('button', { name: 'Close the problems' }).click();
      for (const panel of ['inspector', 'components']) {
        const open = page.getByRole('button', { name: `Show or hide the ${panel}` });
        if (width < 900) await open.click();
        await expect(page.getByRole('complementary', { name: new RegExp(panel, 'i') })).toBeInViewport({
          ratio: 1,
        });
      }
      await page.getByRole('button', { name: 'Show the flow as an outline, or as a canvas' }).click();
      await expect(page.getByRole('tree', { name: 'Flow', exact: true })).toBeVisible();
      await expectAccessible(page, `${width} × ${height}`);
    });
    await context.close();
  }
});

async function viewOf(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  return page.locator('.react-flow__viewport').evaluate((view) => {
    const { a: zoom, e: x, f: y } = new DOMMatrix(getComputedStyle(view).transform);
    return { x, y, zoom };
  });
}

/** Every button of the bars is within the window, no other lies over it, and a finger or a pointer meets it. */
async function expectReachable(page: Page, least: number): Promise<void> {
  const faults = await page.evaluate((size) => {
    const buttons = document.querySelectorAll<HTMLElement>(
      'header :is(button, a, input), [role=toolbar] button, section[aria-label=Problems] button',
    );
    return [...buttons].flatMap((button) => {
      const { left, top, right, bottom, width, height } = button.getBoundingClientRect();
      const name = button.getAttribute('aria-label') ?? button.textContent;
      if (width === 0) return [];
      const bars = button.closest('[role=toolbar]') !== null;
      const small = bars && Math.min(width, height) < size;
      const outside = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const covered =
        !hit || !(button.contains(hit) || hit.closest('label, [role=status]')?.contains(button));
      const edge = document.elementFromPoint(left + 3, (top + bottom) / 2);
      const edgeCovered = !edge || !(button.contains(edge) || edge.contains(button));
      const scrolled = button.closest('section[aria-label=Problems]') !== null;
      if (scrolled) return [];
      return [
        small && 'small',
        outside && 'outside',
        covered && 'covered',
        edgeCovered && 'covered at its edge',
      ]
        .filter(Boolean)
        .map((fault) => `${name}: ${fault} ${Math.round(width)} × ${Math.round(height)}`);
    });
  }, least);
  expect(faults).toEqual([]);
}
