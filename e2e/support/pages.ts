import { type BrowserContext, type Page, test } from '@playwright/test';

/** Which story opened a page. */
const stories = new WeakMap<Page, string>();

/** A tab for the story that runs. Those of stories before it are closed: each would go on asking the server. */
export async function newPage(context: BrowserContext): Promise<Page> {
  const { testId } = test.info();
  const earlier = context.pages().filter((page) => (stories.get(page) ?? testId) !== testId);
  await Promise.all(earlier.map((page) => page.close()));
  const page = await context.newPage();
  stories.set(page, testId);
  return page;
}

/**
 * Leaves a page of the server open on which nothing happens: the browser ends a process with its last page, and each
 * new one has to start and to read all scripts of the Studio again.
 */
export async function keepProcess(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/favicon.svg`);
}
