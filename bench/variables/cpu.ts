import type { Browser, Page } from '@playwright/test';

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

/**
 * The most processor time, in ms, that one task of the page's main thread took meanwhile. Unlike the time on the wall
 * it is much the same when other work keeps the machine busy.
 */
export async function longestCpu(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const events = trace.traceEvents;
  // The page is the renderer that was typed in.
  const typedIn = new Set(events.filter(({ name }) => name === 'EventDispatch').map(({ pid }) => pid));
  const main = events.find(
    ({ name, pid, args }) => name === 'thread_name' && args?.name === 'CrRendererMain' && typedIn.has(pid),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === main?.pid && tid === main.tid,
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
