import { expect, type Locator, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type Nodes, openFlow, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('menus, lists to choose from and dialogs are accessible, light and dark', async () => {
  const { designer, page, dialog, lookAt } = await open();
  const { keyboard } = page;
  await designer.card('Condition').click({ button: 'right' });
  await lookAt('menu of a card', page.getByRole('menuitem', { name: 'Connect to…' }), 'menu');
  await keyboard.press('c');
  await lookAt('where it may lead', dialog('Connect Condition to'));
  await keyboard.press('i');
  await lookAt('the component picker', dialog(/^Insert a component/));
  await keyboard.press('Control+k');
  await lookAt('command palette', dialog('Find a command, a component or a step'));
  await keyboard.press('?');
  await lookAt('shortcut sheet', dialog('Keyboard shortcuts'));
  await keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find a command, a component or a step' }).fill('import a flow');
  await keyboard.press('Enter');
  await lookAt('import', dialog('Import a flow'));
});

test('panels and other views of the flow are accessible, light and dark', async () => {
  const { designer, page, dialog, lookAt } = await open();
  const { keyboard } = page;
  await designer.card('Condition').click();
  await page.getByRole('button', { name: 'No problems' }).click();
  await lookAt('problems', page.getByRole('region', { name: 'Problems', exact: true }));
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const testPanel = page.getByRole('region', { name: 'Test', exact: true });
  await expect(testPanel.getByRole('button', { name: 'Run test' })).toBeVisible();
  await expectAccessible(page, 'a test');
  await page.getByRole('button', { name: 'Close the test' }).click();
  // Who closes a panel from inside it goes on in the flow.
  await expect(designer.card('Condition')).toBeFocused();
  await keyboard.press('Alt+o');
  await expect(page.getByRole('tree', { name: 'Flow', exact: true })).toBeVisible();
  await expectAccessible(page, 'outline');
  await keyboard.press('Alt+o');
  await page.getByRole('button', { name: 'Versions of this flow' }).click();
  const versions = dialog(/^Versions of/);
  await expect(versions.locator('.react-flow__node').first()).toBeVisible();
  await lookAt('versions', versions);
});

/** A published draft in the Designer. */
async function open() {
  const flow = sampleFlow('http://127.0.0.1:9') as Nodes;
  const flowId = await studio.create(flow, 'integration-draft');
  await studio.api.ask('POST', `/flows/${flowId}/publish`, {});
  const page = await studio.newPage();
  const { canvas: designer } = await openFlow({ page, api: studio.api, flowId, flow });
  return {
    page,
    designer,
    dialog: (name: string | RegExp) => page.getByRole('dialog', { name }),
    /** Audits what has opened, and closes it. */
    lookAt: async (state: string, shown: Locator, menu?: 'menu') => {
      await expect(shown).toBeVisible();
      await expectAccessible(page, state, menu);
      await page.keyboard.press('Escape');
      await expect(shown).toBeHidden();
    },
  };
}
