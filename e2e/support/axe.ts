import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails with the rule, the element and its markup where the page is not accessible: every rule as the page
 * is shown, contrast in the light and in the dark scheme. `open` names what lies over the page.
 */
export async function expectAccessible(page: Page, state: string, open?: 'menu'): Promise<void> {
  const found = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const now = found ? 'dark' : 'light';
  const other = found ? 'light' : 'dark';
  // A menu is no landmark and stands outside all of them: that is how menus are made.
  const all = (await builder(page)).disableRules(open === 'menu' ? ['region'] : []);
  const violations = named(now, (await all.analyze()).violations);
  await page.emulateMedia({ colorScheme: other });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', other);
  await transitionsEnd(page);
  const contrast = (await builder(page)).withRules(['color-contrast']);
  violations.push(...named(other, (await contrast.analyze()).violations));
  expect(violations, state).toEqual([]);
}

/** In the midst of a transition colours are those of neither scheme. */
async function transitionsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    // One that is cancelled has come to its end, too.
    await Promise.allSettled(transitions.map((one) => one.finished));
  });
}

/**
 * The page has no frames of other origins: without the detour over a blank page an audit takes half the time. Nor is
 * it told of each element that is well, and how to select it: that is a third of the rest.
 */
async function builder(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .options({ resultTypes: ['violations'], selectors: false })
    .setLegacyMode();
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function named(scheme: string, violations: Violations): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${scheme}: ${id}: ${html}\n${failureSummary}`),
  );
}
