import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { DesignerPage } from './support/designer.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const account = { username: 'ada@vendor.example', password: 'correct horse' };
/** Comes in two chunks. */
const picture = randomBytes(8 * 1024 * 1024 + 17);

type Call = { path: string; headers: IncomingHttpHeaders; body: Buffer };

let server: RunningServer;
let api: Api;
let outside: { url: string; calls: Call[]; close(): void };

test.beforeAll(async () => {
  server = await startFreshServer();
  api = await new Api(server.url).as(account.username, account.password);
  outside = await startOutside();
});

test.afterAll(async () => {
  await server.stop();
  outside.close();
});

/** A system that takes anything at /upload and refuses everything elsewhere. */
async function startOutside() {
  const calls: Call[] = [];
  const listener = createServer((request, response) => {
    void buffer(request).then((body) => {
      calls.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(request.url === '/upload' ? 200 : 503).end('not today');
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, calls, close: () => listener.close() };
}

const event = {
  type: 'appmixer.utils.appevents.OnAppEvent',
  x: 48,
  y: 96,
  source: {},
  config: { properties: { event: 'send-it', eventDataExample: '{"id":7}' } },
};

function post(lambda: Record<string, unknown>, rest = {}) {
  return {
    type: 'appmixer.utils.http.Post',
    x: 400,
    y: 96,
    source: { in: { event: ['out'] } },
    config: { transform: { in: { event: { out: { type: 'json2new', modifiers: {}, lambda } } } } },
    ...rest,
  };
}

/** Opens a flow in the Designer with one of its components selected. */
async function open(page: Page, flow: Record<string, unknown>, select: string) {
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', { name: 'Fields', flow });
  await page.addInitScript((token) => localStorage.setItem('tributary-token', token), api.token);
  await page.goto(`${server.url}/studio/flows/${flowId}?component=${select}`);
  const designer = new DesignerPage(page);
  await expect(page.locator('[data-inspector]').getByRole('textbox', { name: 'Label' })).toBeVisible({
    timeout: 30_000,
  });
  return { designer, flowId };
}

async function run(flowId: string): Promise<{ status: string; steps: Record<string, unknown>[] }> {
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  const { triggers } = await api.sendAppEvent('send-it', { id: 7 });
  const runId = triggers.find((trigger) => trigger.flowId === flowId)!.correlationId;
  const read = () => api.ask<{ status: string; steps: Record<string, unknown>[] }>('GET', `/runs/${runId}`);
  await expect.poll(async () => (await read()).status).toMatch(/completed|failed|cancelled/);
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'stop' });
  return read();
}

test('a file is uploaded in its field, and Post sends the very same bytes', async ({ page }) => {
  const flow = { event, post: post({ url: `${outside.url}/upload`, bodyType: 'binary' }) };
  const { designer, flowId } = await open(page, flow, 'post');
  const field = page.getByRole('group', { name: 'File', exact: true });
  await expectAccessible(page, 'an empty file field');

  await test.step('a file that is too large is refused, with the reason', async () => {
    await page.route('**/files', (route) =>
      route.fulfill({
        status: 413,
        json: {
          statusCode: 413,
          error: 'x',
          code: 'TOO_LARGE',
          message: 'x',
          details: { limit: 52_428_800 },
        },
      }),
    );
    await choose(
      page,
      field.getByRole('button', { name: 'Upload a file for File' }),
      'big.iso',
      Buffer.from('x'),
    );
    await expect(field.getByRole('alert')).toHaveText(
      'big.iso was not uploaded: A file may have 50 MB at most.',
    );
    await page.unroute('**/files');
    await field.getByRole('button', { name: 'Dismiss' }).click();
    await expect(field.getByRole('button', { name: 'Upload a file for File' })).toBeFocused();
  });

  await test.step('an upload can be cancelled, and nothing stays', async () => {
    const held = Promise.withResolvers<void>();
    await page.route('**/files', async (route) => {
      await held.promise;
      await route.abort();
    });
    await choose(page, field.getByRole('button', { name: 'Upload a file for File' }), 'slow.bin', picture);
    await expect(field.getByRole('progressbar', { name: 'Uploading slow.bin' })).toBeAttached();
    await expect(field.getByText('0 % of 8 MB')).toBeVisible();
    await expectAccessible(page, 'an upload on its way');
    await field.getByRole('button', { name: 'Cancel the upload of slow.bin' }).click();
    await expect(field.getByRole('button', { name: 'Upload a file for File' })).toBeVisible();
    held.resolve();
    await page.unrouteAll({ behavior: 'wait' });
    expect(await api.ask('GET', '/files/count')).toEqual({ count: 0 });
  });

  await test.step('uploaded by the button', async () => {
    await choose(page, field.getByRole('button', { name: 'Upload a file for File' }), 'Größe.png', picture);
    await expect(field.getByText('Größe.png')).toBeVisible();
    await expect(field.getByText(/^8 MB · /)).toBeVisible();
    await designer.saved();
    await expectAccessible(page, 'a chosen file');
  });

  await test.step('sent by a run', async () => {
    expect((await run(flowId)).status).toBe('completed');
    const [call] = outside.calls.splice(0);
    expect(call?.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(picture.length),
    });
    expect(call?.body.equals(picture)).toBe(true);
  });

  await test.step('a file dropped on the field takes its place; the other is found in the list', async () => {
    await field.getByRole('button', { name: 'Take the file out of File' }).click();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['a,b\n1,2'], 'table.csv', { type: 'text/csv' }));
      return data;
    });
    await field.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(field.getByText('table.csv')).toBeVisible();
    await field.getByRole('button', { name: 'Replace the file of File' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveText([/^table\.csv/, /^Größe\.png/]);
    await page.keyboard.type('grö');
    await expect(page.getByRole('option')).toHaveText([/^Größe\.png/]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field.getByText('Größe.png')).toBeVisible();
  });

  await test.step('a file that was deleted meanwhile is told', async () => {
    await designer.saved();
    const files = await api.ask<{ fileId: string }[]>('GET', '/files?filter=filename:~gr');
    await api.ask('DELETE', `/files/${files[0]!.fileId}`);
    await page.reload();
    await expect(field.getByText('This file no longer exists')).toBeVisible();
    await expectAccessible(page, 'a missing file');
    const failed = await run(flowId);
    expect(failed.status).toBe('failed');
    expect(failed.steps[1]).toMatchObject({ error: { message: `There is no file ${files[0]!.fileId}.` } });
  });

  await test.step('a variable may name the file too', async () => {
    await page.getByRole('button', { name: 'Use a variable for File' }).click();
    const picker = page.getByRole('dialog', { name: 'Variables for File' });
    await picker.getByRole('treeitem', { name: /id/ }).first().click();
    await expect(page.getByRole('button', { name: 'Use a fixed value' })).toBeVisible();
  });
});

async function choose(page: Page, button: ReturnType<Page['locator']>, name: string, content: Buffer) {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: content });
}

test('a failing call is tried again as often as set, then goes to the error port', async ({ page }) => {
  const flow = {
    event,
    post: post({ url: `${outside.url}/refused`, bodyType: 'json', bodyJson: '{"id":1}' }),
    note: {
      type: 'appmixer.utils.controls.SetVariable',
      x: 760,
      y: 160,
      source: {},
      config: { properties: {} },
    },
  };
  const { designer, flowId } = await open(page, flow, 'post');
  const heading = page.getByRole('button', { name: 'If this step fails' });
  await expect(page.getByText('Tries up to 5 times more, then the run fails.')).toBeVisible();

  await test.step('set by keyboard', async () => {
    await heading.focus();
    await page.keyboard.press('Enter');
    const retries = page.getByRole('textbox', { name: 'How often, at most' });
    await retries.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1');
    await page.getByRole('radio', { name: 'The run fails' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Go on at the output “error”' })).toBeChecked();
    await expect(page.getByText('Tries once more, then goes on at “error”.')).toBeVisible();
    await expect(page.getByText('Nothing is connected to “error” yet.')).toBeVisible();
    await expectAccessible(page, 'error handling');
  });

  await test.step('the card has the port; what follows may use the error', async () => {
    const port = designer.card('HTTP Post').locator('.react-flow__handle.source[data-handleid="error"]');
    const from = (await port.boundingBox())!;
    const input = designer.card('Set Variable').locator('.react-flow__handle.target').first();
    const to = (await input.boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 10, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(page.getByText('Nothing is connected to “error” yet.')).toBeHidden();
    await designer.card('Set Variable').click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).click();
    await page.keyboard.type('why');
    await page.getByRole('textbox', { name: 'Value', exact: true }).click();
    await designer.insertVariable('message', /Message/);
    await designer.saved();
  });

  await test.step('at a run', async () => {
    const { status, steps } = await run(flowId);
    expect(status).toBe('completed');
    expect(outside.calls.splice(0).map(({ path }) => path)).toEqual(['/refused', '/refused']);
    expect(steps).toMatchObject([
      { componentId: 'event' },
      { componentId: 'post', status: 'failed', attempts: 2 },
      { componentId: 'note', status: 'completed', senderPort: 'error' },
    ]);
    expect(JSON.stringify(steps[2]!['outputs'])).toContain('answered 503: not today');
  });

  await test.step('taken back, the connection stays and says that it is idle', async () => {
    await designer.card('HTTP Post').click();
    await heading.click();
    await page.getByRole('radio', { name: 'Stop the flow' }).click();
    await expect(page.getByText(/A connection leaves from “error”/)).toBeVisible();
    await expect(designer.card('Set Variable').locator('[class*="idle"]')).toBeVisible();
    await page.getByRole('button', { name: 'Go on there' }).click();
    await expect(designer.card('Set Variable').locator('[class*="idle"]')).toHaveCount(0);
  });
});

test('every type of field is edited by keyboard', async ({ page }) => {
  // A component answers what its form is like: that of the Webhook is told to have one field of each type.
  const fields = {
    text: { type: 'text', label: 'Text', index: 1 },
    area: { type: 'textare', label: 'Lines', index: 2 },
    number: { type: 'number', label: 'Number', index: 3, min: 1, max: 9, step: 2 },
    toggle: { type: 'toggle', label: 'Toggle', index: 4 },
    select: { type: 'select', label: 'Select', index: 5, options: ['a', { content: 'Bee', value: 'b' }] },
    many: { type: 'multiselect', label: 'Many', index: 6, options: ['x', 'y'] },
    tiles: { type: 'select-button-group', label: 'Tiles', index: 7, options: ['left', 'right'] },
    sides: { type: 'select-button-group', label: 'Sides', index: 8, multi: true, options: ['top', 'end'] },
    colour: { type: 'color-palette', label: 'Colour', index: 9, options: ['#1f8a4c', '#c92a2a', '#2764c4'] },
    day: { type: 'date-time', label: 'Day', index: 10, config: { enableTime: false, format: 'DD.MM.YYYY' } },
    list: { type: 'list', label: 'List', index: 11 },
    pairs: { type: 'key-value', label: 'Pairs', index: 12 },
    google: { type: 'googlepicker', label: 'Google', index: 13 },
    drive: { type: 'onedrivepicker', label: 'OneDrive', index: 14 },
    file: { type: 'filepicker', label: 'File', index: 15 },
  };
  await page.route('**/component/**', (route) =>
    route.fulfill({
      json: {
        inputs: { url: { type: 'expression', label: 'All', levels: ['ADD'], readonly: false, fields } },
      },
    }),
  );
  const webhook = { type: 'appmixer.utils.http.WebhookTrigger', x: 48, y: 96, source: {}, config: {} };
  const { designer, flowId } = await open(page, { webhook }, 'webhook');
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Add', exact: true }).focus();
  await keyboard.press('Enter');

  const to = (role: 'textbox' | 'switch' | 'combobox' | 'radio' | 'checkbox' | 'button', name: string) =>
    page.getByRole(role, { name, exact: true }).focus();
  await to('textbox', 'Text');
  await keyboard.type('one');
  await to('textbox', 'Lines');
  await keyboard.type('a');
  await keyboard.press('Enter');
  await keyboard.type('b');
  await to('textbox', 'Number');
  await keyboard.type('3');
  await keyboard.press('ArrowUp');
  await to('switch', 'Toggle');
  await keyboard.press('Space');
  await to('combobox', 'Select');
  await keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Bee' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await to('combobox', 'Many');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'x' })).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await to('radio', 'left');
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await to('checkbox', 'end');
  await keyboard.press('Space');
  await to('radio', '#1f8a4c');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await page.getByLabel('Day', { exact: true }).focus();
  await keyboard.type('03042026');
  await page.getByRole('group', { name: 'List', exact: true }).getByRole('button', { name: 'Add' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'List, item 1' })).toBeFocused();
  await keyboard.type('second');
  await page.getByRole('group', { name: 'List', exact: true }).getByRole('button', { name: 'Add' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'List, item 2' })).toBeFocused();
  await keyboard.type('first');
  await to('button', 'Move item 2 up');
  await keyboard.press('Enter');
  await page.getByRole('group', { name: 'Pairs', exact: true }).getByRole('button', { name: 'Add' }).focus();
  await keyboard.press('Enter');
  await to('textbox', 'Name 1');
  await keyboard.type('k');
  await to('textbox', 'Value 1');
  await keyboard.type('v');
  await to('textbox', 'Google');
  await keyboard.type('g1');
  await to('textbox', 'OneDrive');
  await keyboard.type('o1');
  const chooser = page.waitForEvent('filechooser');
  await to('button', 'Upload a file for File');
  await keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
  await expect(page.getByText('a.txt')).toBeVisible();
  await expectAccessible(page, 'every type of field');
  await designer.saved();

  const [file] = await api.ask<{ fileId: string }[]>('GET', '/files?filter=filename:a.txt');
  const { flow } = await api.ask<{ flow: Record<string, { config: { properties: unknown } }> }>(
    'GET',
    `/flows/${flowId}`,
  );
  expect(flow['webhook']!.config.properties).toMatchObject({
    url: {
      ADD: [
        {
          text: 'one',
          area: 'a\nb',
          number: 5,
          toggle: true,
          select: 'b',
          many: ['x'],
          tiles: 'right',
          sides: ['end'],
          colour: '#c92a2a',
          day: '2026-03-04',
          list: ['first', 'second'],
          pairs: '{"k":"v"}',
          google: 'g1',
          drive: 'o1',
          file: file!.fileId,
        },
      ],
    },
  });
});
