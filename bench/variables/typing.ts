import type { Browser } from '@playwright/test';
import type { Api } from '../../e2e/support/api.ts';
import { longestCpu } from './cpu.ts';
import { forgetTasks, longTasks, makeFlow, openComponent, quiet } from './studio.ts';

/** Milliseconds between keys, as of a fast writer. */
const keyDelay = 60;

export type TypingFigures = {
  /** ms of the tasks over 50 ms: while keys are pressed, and when the text is read after them. */
  keys: number[];
  rest: number[];
  /** ms of processor time of the longest task, in a second go. */
  cpu: number;
};

/** Types in the middle of a text of the example; `text` may break the JSON. */
export async function typeInExample(
  browser: Browser,
  api: Api,
  { example, text }: { example: string; text: string },
): Promise<TypingFigures> {
  const flowId = await makeFlow(api, example);
  const field = 'Event Data Example';
  const { page, close } = await openComponent(browser, api, { flowId, component: 'event', field });
  try {
    await page.getByText('as sent').first().click();
    await quiet(page);
    await forgetTasks(page);
    await page.keyboard.type(text, { delay: keyDelay });
    const keys = await longTasks(page);
    await forgetTasks(page);
    await quiet(page);
    const rest = await longTasks(page);
    const cpu = await longestCpu(browser, page, async () => {
      await page.keyboard.type(' again', { delay: keyDelay });
      await quiet(page);
    });
    return { keys, rest, cpu };
  } finally {
    await close();
  }
}
