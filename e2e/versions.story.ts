import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { DesignerPage } from './support/designer.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const password = 'correct horse';
const author = 'vera@vendor.example';

type Node = {
  type: string;
  config: { properties?: Record<string, unknown>; [member: string]: unknown };
  [member: string]: unknown;
};
type Flow = Record<string, Node>;

/** On App Event, and a component behind it that sets a variable. */
const flowOf = (event: string, last: Flow): Flow => ({
  trigger: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 160,
    y: 160,
    source: {},
    config: { properties: { event, eventDataExample: '{"no":"A1"}' } },
  },
  ...last,
});
const setVariable = (label: string, y = 160): Node => ({
  type: 'appmixer.utils.controls.SetVariable',
  label,
  x: 560,
  y,
  source: { in: { trigger: ['out'] } },
  config: {
    transform: {
      in: {
        trigger: {
          out: {
            type: 'json2new',
            modifiers: {},
            lambda: { variables: { ADD: [{ name: 'n', type: 'text', text: 'x' }] } },
          },
        },
      },
    },
  },
});

let server: RunningServer;
let api: Api;
let draftId: string;

test.beforeAll(async () => {
  server = await startFreshServer();
  api = await new Api(server.url).as(author, password);
  const draft = {
    name: 'Orders',
    type: 'integration-draft',
    flow: flowOf('created', { keep: setVariable('Keep') }),
  };
  draftId = (await api.ask<{ flowId: string }>('POST', '/flows', draft)).flowId;
});

test.afterAll(async () => {
  await server.stop();
});

test('compare with what was published, restore it, undo', async ({ page }) => {
  const designer = new DesignerPage(page);
  const versions = page.getByRole('dialog', { name: 'Versions of Orders' });
  await signIn(page);

  await test.step('nothing published yet', async () => {
    await page.getByRole('button', { name: 'Versions of this flow' }).click();
    await expect(versions.getByText('Nothing published yet')).toBeVisible();
    await versions.getByRole('button', { name: 'Close' }).click();
    await expect(versions).toBeHidden();
  });

  await test.step('publish, edit, publish, edit', async () => {
    await api.ask('POST', `/flows/${draftId}/publish`, {});
    const second = flowOf('updated', { keep: setVariable('Keep'), gone: setVariable('Gone', 320) });
    await api.ask('PUT', `/flows/${draftId}`, { flow: second });
    await api.ask('POST', `/flows/${draftId}/publish`, {});
    const third = flowOf('deleted', { keep: setVariable('Keep'), fresh: setVariable('Fresh', 480) });
    await api.ask('PUT', `/flows/${draftId}`, { flow: third });
  });

  await test.step('the newest version is compared with the draft', async () => {
    await page.goto(`${server.url}/studio/flows/${draftId}`);
    await page.getByRole('button', { name: 'Versions of this flow' }).click();
    const list = versions.getByRole('region', { name: 'Published versions' });
    await expect(list.getByRole('button')).toHaveText([
      /Version 2.*1 changed, 1 added, 1 link added.*by vera/s,
      /Version 1.*first version/s,
    ]);
    const differences = versions.getByRole('region', { name: 'Differences' });
    await expect(differences).toContainText('Your draft since version 2: 1 changed, 1 added, 1 removed');
    await expect(differences.getByRole('button', { name: /^On App Event Changed/ })).toContainText(
      'Event Name: was updated, is deleted',
    );
    await expect(versions.locator('.react-flow__node[aria-label$=", removed"]')).toContainText('Gone');
    await expect(versions.locator('.react-flow__node[aria-label$=", added"]')).toContainText('Fresh');
    await expect(versions.locator('.react-flow__edge[aria-label$=", added"]')).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('a difference leads to its card, a card to its difference; nothing can be edited', async () => {
    const entry = versions.getByRole('button', { name: /^Gone Removed/ });
    await entry.click();
    const card = versions.locator('.react-flow__node.selected');
    await expect(card).toContainText('Gone');
    await expect(card).toBeInViewport();
    await page.keyboard.press('Delete');
    const fresh = versions.locator('.react-flow__node[aria-label$=", added"]');
    await fresh.focus();
    await page.keyboard.press('Enter');
    await expect(versions.getByRole('button', { name: /^Fresh Added/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.keyboard.press('Delete');
    await expect(versions.locator('.react-flow__node')).toHaveCount(4);
  });

  await test.step('an older version by its URL', async () => {
    await versions.getByRole('button', { name: /^Version 1/ }).click();
    await expect(page).toHaveURL(/\?version=1$/);
    await page.reload();
    await expect(versions.getByText('Your draft since version 1:')).toBeVisible();
  });

  await test.step('restore it, and undo', async () => {
    await versions.getByRole('button', { name: 'Restore this version' }).click();
    await expect(versions).toBeHidden();
    await expect(designer.card('Fresh')).toHaveCount(0);
    await designer.saved();
    expect(await eventOfDraft()).toBe('created');
    const undo = page.getByRole('button', { name: 'Undo: Restore version 1' });
    await undo.click();
    await expect(designer.card('Fresh')).toBeVisible();
    await expect.poll(eventOfDraft).toBe('deleted');
  });

  await test.step('a template shows its versions, too; a version that is not there is told', async () => {
    const [template] = await api.ask<{ flowId: string }[]>('GET', '/flows?filter=type:integration-template');
    await page.goto(`${server.url}/studio/flows/${template?.flowId}?version=2`);
    await expect(versions.getByText('The template is the same as version 2.')).toBeVisible();
    await expect(versions.getByRole('button', { name: 'Restore this version' })).toHaveCount(0);
    await page.goto(`${server.url}/studio/flows/${draftId}?version=77`);
    await expect(versions.getByRole('alert')).toContainText('There is no such version.');
    await versions.getByRole('button', { name: /^Version 2/ }).click();
    await page.keyboard.press('Escape');
    await expect(versions).toBeHidden();
    await expect(page).not.toHaveURL(/version/);
  });
});

async function eventOfDraft(): Promise<unknown> {
  const { flow } = await api.ask<{ flow: Flow }>('GET', `/flows/${draftId}`);
  return flow['trigger']?.config.properties?.['event'];
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/studio/flows/${draftId}`);
  await page.getByLabel('Username or e-mail').fill(author);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** In both colour schemes. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
}
