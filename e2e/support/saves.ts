import type { BrowserContext, Page, Request, Route } from '@playwright/test';

export function isSave(request: Request): boolean {
  return request.method() === 'PUT';
}

const lose = (route: Route) => (isSave(route.request()) ? route.abort() : route.fallback());

/** Every save fails as without a network, until what comes back is called. */
export async function loseSaves(of: Page | BrowserContext): Promise<() => Promise<void>> {
  await of.route('**/flows/*', lose);
  return () => of.unroute('**/flows/*', lose);
}

/** The next save gets no further than the line; `arrived` resolves when it is on it, `fail` loses it there. */
export async function hangSave(page: Page): Promise<{ arrived: Promise<void>; fail: () => Promise<void> }> {
  const { promise: arrived, resolve: onArrival } = Promise.withResolvers<void>();
  let hanging: Route | undefined;
  const hang = (route: Route) => {
    if (!isSave(route.request()) || hanging) return route.fallback();
    hanging = route;
    return onArrival();
  };
  await page.route('**/flows/*', hang);
  return {
    arrived,
    async fail() {
      await hanging?.abort();
      await page.unroute('**/flows/*', hang);
    },
  };
}
