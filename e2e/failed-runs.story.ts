import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { type MoodyEndpoint, startMoodyEndpoint } from './support/moody-endpoint.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';
import { signedIn } from './support/studio.ts';

let server: RunningServer;
let outside: MoodyEndpoint;
let api: Api;
let context: BrowserContext;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  server = await startFreshServer();
  outside = await startMoodyEndpoint();
  api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
  context = await signedIn(browser, api);
  page = await context.newPage();
});

test.afterAll(async () => {
  await context.close();
  await server.stop();
  await outside.close();
});

const post = (from: string, port: string, x: number, path: string, label: string) => ({
  type: 'appmixer.utils.http.Post',
  label,
  x,
  y: 0,
  source: { in: { [from]: [port] } },
  errorHandling: { autoRetry: false },
  config: {
    transform: {
      in: {
        [from]: {
          [port]: {
            type: 'json2new',
            modifiers: { bodyJson: { no: { variable: '$.t.out.data.no', functions: [] } } },
            lambda: { url: outside.url + path, bodyType: 'json', bodyJson: '{ "no": {{{no}}} }' },
          },
        },
      },
    },
  },
});

/** On App Event → Book it (always works) → Tell the shop (as its endpoint is in the mood). */
async function startOrders(name: string, event: string): Promise<string> {
  const flow = {
    t: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      config: { properties: { event, eventDataExample: '{ "no": 7 }' } },
    },
    book: post('t', 'out', 320, '/steady', 'Book it'),
    tell: post('book', 'response', 640, '/shop', 'Tell the shop'),
  };
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', { name, type: 'automation', flow });
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  return flowId;
}

const statusOf = async (runId: string) => (await api.ask<{ status: string }>('GET', `/runs/${runId}`)).status;

async function send(event: string, no: number, until = 'failed'): Promise<string> {
  const runId = (await api.sendAppEvent(event, { no })).triggers[0]!.correlationId;
  await expect.poll(() => statusOf(runId)).toBe(until);
  return runId;
}

const rows = () => page.getByRole('row').filter({ hasText: 'Tell the shop' });
const show = (name: RegExp) =>
  page.getByRole('radiogroup', { name: 'What is listed' }).getByText(name).click();
const choose = (item: RegExp) => page.getByRole('menuitem', { name: item }).click();

test('a failed step waits in the Log, is tried again after its endpoint was mended, and nothing is done twice', async () => {
  await startOrders('Orders', 'order-created');
  outside.answer = 500;
  const runId = await send('order-created', 7);

  await page.goto(`${server.url}/studio/runs`);
  await expect(page.getByRole('link', { name: /Log.*1 message unprocessed/ })).toBeVisible();
  await show(/Unprocessed \(1\)/);
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('Orders · order-created');
  await expect(rows()).toContainText('500');
  await expectAccessible(page, 'unprocessed');

  outside.answer = 200;
  await rows().getByRole('button', { name: 'Try again: Tell the shop in Orders' }).click();
  await expectAccessible(page, 'where to try again', 'menu');
  await choose(/From the failed step/);
  await expect(page.getByText('1 message is tried again')).toBeVisible();
  await expect(page.getByText('Nothing is unprocessed')).toBeVisible();
  await expect(page.getByRole('link', { name: /unprocessed/ })).toHaveCount(0);
  expect(await statusOf(runId)).toBe('completed');

  expect(outside.calls.map(({ path, body }) => [path, body])).toEqual([
    ['/steady', { no: 7 }],
    ['/shop', { no: 7 }],
    ['/shop', { no: 7 }],
  ]);
  expect(outside.calls[1]!.key).toBe(outside.calls[2]!.key);
});

test('the run says so, too, and can go through the flow as it is now', async () => {
  outside.answer = 500;
  const runId = await send('order-created', 8);
  await page.goto(`${server.url}/studio/runs/${runId}`);
  await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible();
  await expectAccessible(page, 'a failed run');
  outside.answer = 200;
  await page.getByRole('button', { name: 'Try again' }).click();
  await choose(/From the trigger/);
  const again = page.getByRole('link', { name: 'an earlier run' });
  await expect(again).toHaveAttribute('href', new RegExp(runId));
  await expect(page.getByText('Completed').first()).toBeVisible();
  await again.click();
  await expect(page.getByText('Tried again in a new run')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('many are tried again by the keyboard, and others are discarded after a question', async () => {
  outside.answer = 500;
  await startOrders('Returns', 'order-returned');
  for (const no of [1, 2, 3]) await send('order-created', no);
  for (const no of [4, 5]) await send('order-returned', no);
  await page.goto(`${server.url}/studio/runs?show=unprocessed`);
  await expect(rows()).toHaveCount(5);

  for (const row of await rows().filter({ hasText: 'Returns' }).all()) {
    await row.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('Discard 2 messages?');
  await expectAccessible(page, 'the question before discarding');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(rows()).toHaveCount(5);
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('2 messages were discarded')).toBeVisible();
  await expect(rows()).toHaveCount(3);

  outside.answer = 200;
  await page.getByRole('checkbox', { name: 'Choose all' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('3 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Try again', exact: true }).focus();
  await page.keyboard.press('Enter');
  const fromStep = page.getByRole('menuitem', { name: /From the failed step/ });
  // Which item has the focus first depends on how soon the menu is there.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(fromStep).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 messages are tried again')).toBeVisible();
  await expect(page.getByText('Nothing is unprocessed')).toBeVisible();
  const booked = outside.calls.filter((call) => call.path === '/steady').map((call) => call.key);
  expect(new Set(booked).size).toBe(booked.length);
});

test('what belongs to a stopped flow stays, and one is told why', async () => {
  const flowId = await startOrders('Refunds', 'order-refunded');
  outside.answer = 500;
  await send('order-refunded', 9);
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'stop' });
  await page.goto(`${server.url}/studio/runs?show=unprocessed&flow=${flowId}`);
  await expect(rows()).toContainText('Flow stopped');
  await rows()
    .getByRole('button', { name: /^Try again/ })
    .click();
  await choose(/From the failed step/);
  await expect(page.getByText('1 message stays: its flow is stopped')).toBeVisible();
  await expect(rows()).toHaveCount(1);
  await rows()
    .getByRole('button', { name: /^Discard/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('No step of this flow has failed for good.')).toBeVisible();
});

test('a run that hangs is cancelled, from the Log and from its own screen', async () => {
  outside.answer = 'none';
  const [one, two] = [
    (await api.sendAppEvent('order-created', { no: 20 })).triggers[0]!.correlationId,
    (await api.sendAppEvent('order-created', { no: 21 })).triggers[0]!.correlationId,
  ];
  await expect
    .poll(() => outside.calls.filter((call) => (call.body as { no: number }).no >= 20).length)
    .toBe(4);
  await page.goto(`${server.url}/studio/runs?status=running`);
  const cancel = page.getByRole('button', { name: 'Cancel the run of Orders' });
  await expect(cancel).toHaveCount(2);
  await expectAccessible(page, 'runs at work');
  await cancel.first().click();
  await expect(page.getByText('The run was cancelled')).toBeVisible();
  await expect(cancel).toHaveCount(1);
  await expect.poll(() => statusOf(two)).toBe('cancelled');

  await page.goto(`${server.url}/studio/runs/${one}`);
  await page.getByRole('button', { name: 'Cancel run' }).click();
  await expect(page.getByText('Cancelled').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel run' })).toHaveCount(0);
  await expect(page.getByText('its effect may have happened')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Running' })).toHaveCount(0);
  await expectAccessible(page, 'a cancelled run');
  expect(await statusOf(one)).toBe('cancelled');
});

test('a run that waits for its turn says so, and goes on when it comes', async () => {
  outside.answer = 'none';
  const flowId = await startOrders('One by one', 'one-by-one');
  await api.ask('PUT', `/flows/${flowId}`, { concurrency: 1 });
  const [first, second] = [
    (await api.sendAppEvent('one-by-one', { no: 30 })).triggers[0]!.correlationId,
    (await api.sendAppEvent('one-by-one', { no: 31 })).triggers[0]!.correlationId,
  ];
  const numbersAt = (path: string) =>
    outside.calls.filter((call) => call.path === path).map((call) => (call.body as { no: number }).no);
  await expect.poll(() => numbersAt('/shop')).toContain(30);
  await page.goto(`${server.url}/studio/runs/${second}`);
  await expect(page.getByText('waits for its turn')).toBeVisible();
  await expectAccessible(page, 'a run that waits for its turn');
  expect(numbersAt('/steady')).not.toContain(31);

  outside.answer = 200;
  await api.ask('POST', `/runs/${first}/cancel`);
  await expect(page.getByText('Completed').first()).toBeVisible();
  await expect(page.getByText('waits for its turn')).toHaveCount(0);
  expect(numbersAt('/shop')).toContain(31);
});
