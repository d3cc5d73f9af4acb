import type { Browser } from '@playwright/test';
import type { Api } from '../../e2e/support/api.ts';
import { longestCpu } from './cpu.ts';
import { forgetTasks, longTasks, makeFlow, openComponent, quiet } from './studio.ts';

export type PickerFigures = {
  /** ms from the shortcut until the rows are painted: the first time in a page, and the later ones. */
  first: number;
  later: number[];
  /** ms of the tasks over 50 ms while a search was typed. */
  search: number[];
  /**
   * ms of processor time of the longest task, in a second go: of an opening, the first in a page and a later one; of a
   * search that is typed as soon as the picker is there, and of a second one.
   */
  cpu: { first: number; later: number; search: number; searchAgain: number };
};

/** Opens the picker on an example, and types a search. */
export async function openPicker(
  browser: Browser,
  api: Api,
  { example, rounds }: { example: string; rounds: number },
): Promise<PickerFigures> {
  const flowId = await makeFlow(api, example);
  const cpu = await cpuOfOpening(browser, api, flowId);
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
    return { first, later, search: await longTasks(page), cpu };
  } finally {
    await close();
  }
}

async function cpuOfOpening(browser: Browser, api: Api, flowId: string): Promise<PickerFigures['cpu']> {
  const { page, close } = await openComponent(browser, api, { flowId, component: 'post', field: 'URL' });
  try {
    await page.getByRole('textbox', { name: 'URL' }).click();
    const opening = () =>
      longestCpu(browser, page, async () => {
        await page.keyboard.press('Control+Space');
        await page.getByRole('treeitem').first().waitFor();
        await quiet(page);
      });
    const first = await opening();
    await page.keyboard.press('Escape');
    const later = await opening();
    const search = async (text: string) => {
      const most = await longestCpu(browser, page, async () => {
        await page.keyboard.type(text, { delay: 60 });
        await quiet(page);
      });
      await page.getByRole('combobox', { name: 'Search variables' }).fill('');
      await quiet(page);
      return most;
    };
    return { first, later, search: await search('field_99'), searchAgain: await search('on app event 7') };
  } finally {
    await close();
  }
}
