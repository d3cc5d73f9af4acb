import { expect, type Page, type Route, test } from '@playwright/test';
import { sampleFlow } from './support/sample-flow.ts';
import { type Nodes, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const workerFile = /worker-[^/]*\.js$/;
/** As long as it takes to be read apart from the page. */
const many = Array.from({ length: 2_000 }, (_, id) => ({ id, note: `Note ${String(id)}` }));
const example = (stored: Nodes) => JSON.stringify(stored['event']!['config']);

/** On App Event → Condition → Post, opened while something is the matter with the background. */
async function openWith(answer: (route: Route) => Promise<void>) {
  const flow = sampleFlow('https://example.com/') as Nodes;
  flow['event']!.label = 'Contact';
  const opened = await studio.open(flow);
  await opened.page.route(workerFile, answer);
  await opened.canvas.card('Contact').click();
  return opened;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: /would lose/ });
const fields = (page: Page) => page.getByRole('region', { name: 'Fields found' });

test('where the background is gone the page does what has to be done, says the rest, and goes on when it is back', async () => {
  const { page, canvas, stored } = await openWith((route) => route.fulfill({ status: 404 }));
  // Looked at, asked about, checked and saved all the same: no work is lost.
  await canvas.paste('Event Data Example', JSON.stringify({ email: 'a@b.example', vip: true, many }));
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Apply without' }).click();
  await canvas.saved();
  expect(example(await stored())).toContain('Note 1999');
  await expect(fields(page)).toContainText('could not be loaded. Reload the page.');
  await canvas.field('Event Data Example').press('Control+End');
  await page.keyboard.type('!');
  await expect(canvas.card('Contact')).toHaveAccessibleName(/1 problem/);

  await page.unroute(workerFile);
  await page.keyboard.press('Backspace');
  await expect(canvas.card('Contact')).not.toHaveAccessibleName(/problem/);
  await expect(fields(page).getByText('could not be loaded', { exact: false })).toBeHidden();
  await expect(fields(page).getByRole('tree')).toContainText('many');
  await page.close();
});

test('where the background breaks at its work that is said, and nothing waits for it', async () => {
  const { page, canvas, stored } = await openWith((route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `self.addEventListener('message', () => { throw new RangeError('out of memory'); });`,
    }),
  );
  await canvas.paste(
    'Event Data Example',
    JSON.stringify({ email: 'a@b.example', fname: 'A', vip: true, many }),
  );
  await canvas.saved();
  await expect.poll(async () => example(await stored())).toContain('Note 1999');
  await expect(fields(page)).toContainText('It could not be done in the background: Uncaught RangeError');
  await canvas.field('Event Data Example').press('Control+End');
  await page.keyboard.type('  ');
  await expect.poll(async () => example(await stored()).endsWith('}  "}}')).toBe(true);
  await page.close();
});
