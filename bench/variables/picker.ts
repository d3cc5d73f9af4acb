import type { Browser } from '@playwright/test';
import type { Api } from '../../e2e/support/api.ts';
import { forgetTasks, longTasks, makeFlow, openComponent } from './studio.ts';

export type PickerFigures = {
  /** ms from the shortcut until the rows are painted: the first time in a page, and the later ones. */
  first: number;
  later: number[];
  /** ms of the tasks over 50 ms while a search was typed. */
  search: number[];
};

/** Opens the picker on an example, and types a search. */
export async function openPicker(
  browser: Browser,
  api: Api,
  { example, rounds }: { example: string; rounds: number },
): Promise<PickerFigures> {
  const flowId = await makeFlow(api, example);
  const { page, close } = await openComponent(browser, api, { flowId, component: 'post', field: 'URL' });
  try {
    await page.getByRole('textbox', { name: 'URL' }).click();
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await page.keyboard.press('Control+Space');
      const time = await page.waitForFunction(() => {
        const { pressed, shown } = window.variablesBench;
        return pressed !== undefined && shown !== undefined ? shown - pressed : undefined;
      });
      times.push((await time.jsonValue())!);
      if (round < rounds) await page.keyboard.press('Escape');
      await page.waitForFunction(
        (open) => (document.querySelector('[role="treeitem"]') !== null) === open,
        round === rounds,
      );
    }
    await forgetTasks(page);
    await page.keyboard.type('field_99', { delay: 60 });
    await page
      .getByRole('treeitem', { name: /^field_99/ })
      .first()
      .waitFor();
    const [first = 0, ...later] = times;
    return { first, later, search: await longTasks(page) };
  } finally {
    await close();
  }
}
