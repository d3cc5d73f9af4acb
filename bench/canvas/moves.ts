import type { Page } from '@playwright/test';
import { percentile } from '../support/stats.ts';

/** Figures of one move: frames per second, frame times and long tasks (over 50 ms) in ms. */
export type Motion = { fps: number; p50: number; p95: number; longTasks: number; longest: number };

const moveMs = 1_500;
/** Pointers report about so often. */
const everyMs = 8;

export type Box = { x: number; y: number; width: number; height: number };

/** Two-finger scrolling over the canvas, out and back, so that the cards never run out. */
export async function pan(page: Page, canvas: Box): Promise<Motion> {
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  return whileMoving(page, async (time) => {
    const there = time < moveMs / 2 ? 1 : -1;
    await page.mouse.wheel(there * 12, there * 6);
  });
}

/** One card of those in view, held by the pointer and led round in circles, then let go. */
export async function drag(page: Page, canvas: Box): Promise<Motion> {
  const { x, y } = await cardNearMiddle(page, canvas);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const motion = await whileMoving(
    page,
    async (time) => {
      const angle = (time / 500) * 2 * Math.PI;
      await page.mouse.move(x + 80 * Math.sin(angle), y + 80 * (1 - Math.cos(angle)));
    },
    () => page.mouse.up(),
  );
  return motion;
}

/** The whole flow, by the key for it. */
export async function showWhole(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Digit1');
  await settle(page);
}

/** Ctrl and wheel over the middle of the canvas until cards are shown life-size. */
export async function zoomToLifeSize(page: Page, canvas: Box): Promise<void> {
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  for (let tries = 0; tries < 40; tries += 1) {
    const zoom = await zoomOf(page);
    if (Math.abs(zoom - 1) < 0.02) return;
    // d3-zoom: a wheel step of `delta` zooms by 2^(-0.002 delta).
    const delta = Math.max(-600, Math.min(600, Math.log2(zoom) / 0.002));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, delta);
    await page.keyboard.up('Control');
    await settle(page);
  }
  throw new Error(`The canvas did not zoom to life size: ${await zoomOf(page)}.`);
}

async function zoomOf(page: Page): Promise<number> {
  const style = await page.locator('.react-flow__viewport').getAttribute('style');
  return Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1]);
}

/** Two frames without a pause of the main thread. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        let before = performance.now();
        const look = (now: number) => {
          calm = now - before < 25 ? calm + 1 : 0;
          before = now;
          if (calm >= 5) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

async function whileMoving(
  page: Page,
  step: (time: number) => Promise<void>,
  end: () => Promise<void> = () => Promise.resolve(),
): Promise<Motion> {
  await settle(page);
  await page.evaluate(() => {
    window.bench.frames.length = 0;
    window.bench.longTasks.length = 0;
  });
  const begin = performance.now();
  for (;;) {
    const time = performance.now() - begin;
    if (time >= moveMs) break;
    await step(time);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await end();
  const { frames, longTasks } = await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return window.bench;
  });
  const times = frames.slice(1).map((at, index) => at - frames[index]!);
  const total = frames.at(-1)! - frames[0]!;
  return {
    fps: (times.length / total) * 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks.map((task) => task.duration)),
  };
}

/** A point on the header of the card nearest to the middle that nothing covers. */
async function cardNearMiddle(page: Page, canvas: Box): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((box) => {
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const points = [...document.querySelectorAll('.react-flow__node')].map((card) => {
      const rect = card.getBoundingClientRect();
      return { card, x: rect.x + rect.width / 2, y: rect.y + Math.min(32, rect.height / 2) };
    });
    points.sort(
      (a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
    );
    const free = points.find(({ card, x, y }) => card.contains(document.elementFromPoint(x, y)));
    return free && { x: free.x, y: free.y };
  }, canvas);
  if (!point) throw new Error('No card is in view.');
  return point;
}
