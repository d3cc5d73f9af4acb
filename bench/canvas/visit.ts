import type { Browser, Page } from '@playwright/test';
import { type Box, drag, type Motion, pan, settle, showWhole, zoomToLifeSize } from './moves.ts';
import { record } from './recorder.ts';

/** Everything measured of one cold visit. */
export type Visit = {
  /** ms from navigation to the first cards painted. */
  firstCards: number;
  /** Long tasks while opening: their number and the ms they took in all. */
  opening: { longTasks: number; blockedMs: number };
  fitted: { pan: Motion; drag: Motion };
  lifeSize: { pan: Motion; drag: Motion };
  /** Of the JavaScript heap after a collection, in bytes. */
  heap: number;
  canvas: Box;
};

export type Place = {
  url: string;
  components: number;
  /** In localStorage before the page loads. */
  storage?: Record<string, string>;
  viewport: { width: number; height: number };
};

/** So many cards fill the view a flow opens with; a small flow has to show half of its own. */
const firstCards = 24;

/** Opens the place in a new context (nothing cached), then pans and drags, fitted and life-size. */
export async function visit(browser: Browser, place: Place): Promise<Visit> {
  const context = await browser.newContext({ viewport: place.viewport });
  try {
    await context.addInitScript((storage) => {
      for (const [key, value] of Object.entries(storage)) localStorage.setItem(key, value);
    }, place.storage ?? {});
    await context.addInitScript(record, Math.min(firstCards, Math.ceil(place.components / 2)));
    const page = await context.newPage();
    await page.goto(place.url);
    await page.waitForFunction(() => window.bench.firstCards !== undefined, undefined, { timeout: 90_000 });
    await settle(page);
    const opened = await page.evaluate(() => window.bench);
    const canvas = await page.locator('.react-flow').boundingBox();
    if (!canvas) throw new Error('There is no canvas on the page.');

    await showWhole(page);
    const fitted = { pan: await pan(page, canvas), drag: await drag(page, canvas) };
    await zoomToLifeSize(page, canvas);
    const lifeSize = { pan: await pan(page, canvas), drag: await drag(page, canvas) };
    return {
      firstCards: opened.firstCards!,
      opening: {
        longTasks: opened.longTasks.length,
        blockedMs: opened.longTasks.reduce((sum, task) => sum + task.duration, 0),
      },
      fitted,
      lifeSize,
      heap: await heapOf(page),
      canvas,
    };
  } finally {
    await context.close();
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
