import { type Browser, expect, type Page } from '@playwright/test';
import type { Api } from '../../e2e/support/api.ts';
import { record } from './recorder.ts';

const viewport = { width: 1440, height: 900 };

/** On App Event with this example → HTTP Post. */
export async function makeFlow(api: Api, eventDataExample: string): Promise<string> {
  const flow = {
    event: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      config: { properties: { event: 'order-created', eventDataExample } },
    },
    post: {
      type: 'appmixer.utils.http.Post',
      x: 400,
      y: 0,
      source: { in: { event: ['out'] } },
      config: { transform: { in: { event: { out: { type: 'json2new', lambda: {} } } } } },
    },
  };
  return (await api.ask<{ flowId: string }>('POST', '/flows', { name: 'Orders', flow })).flowId;
}

/** The flow in a new context, nothing cached, with a component in the inspector. */
export async function openComponent(
  browser: Browser,
  api: Api,
  place: { flowId: string; component: string; field: string },
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript((token) => localStorage.setItem('tributary-token', token), api.token ?? '');
  await context.addInitScript(record);
  const page = await context.newPage();
  await page.goto(`${api.url}/studio/flows/${place.flowId}?component=${place.component}`);
  await expect(page.getByRole('textbox', { name: place.field })).toBeVisible({ timeout: 60_000 });
  await quiet(page);
  return { page, close: () => context.close() };
}

/** Waits until the page has had nothing long to do for a second. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const last = window.variablesBench.longTasks.at(-1);
      const since = window as { benchAsked?: number };
      since.benchAsked ??= performance.now();
      return performance.now() - Math.max(since.benchAsked, last ? last.start + last.duration : 0) > 1_000;
    },
    undefined,
    { polling: 100, timeout: 120_000 },
  );
  await page.evaluate(() => delete (window as { benchAsked?: number }).benchAsked);
}

export async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.variablesBench.longTasks = [];
  });
}

export function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => window.variablesBench.longTasks.map(({ duration }) => duration));
}
