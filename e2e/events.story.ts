import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { DesignerPage } from './support/designer.ts';
import { type Random, seeded } from './support/random.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { isSave } from './support/saves.ts';
import { type Nodes, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

/** A flow that starts with this event and takes `email` and `fname` of it, opened at its trigger. */
async function openFlow(event: string, type = 'automation') {
  const flowId = await studio.create(flowOn(event), type);
  const page = await studio.newPage();
  await page.goto(`${studio.server.url}/studio/flows/${flowId}?component=event`);
  await expect(page.getByRole('region', { name: 'Learn from real events' })).toBeVisible();
  const stored = async () => {
    const { flow } = await studio.api.ask<{ flow: Nodes }>('GET', `/flows/${flowId}`);
    const { properties } = flow['event']!['config'] as { properties: { eventDataExample: string } };
    return properties.eventDataExample;
  };
  return { flowId, page, designer: new DesignerPage(page), stored };
}

function flowOn(event: string): Nodes {
  const flow = sampleFlow(studio.server.url) as Nodes;
  const properties = (flow['event']!['config'] as { properties: Record<string, string> }).properties;
  properties['event'] = event;
  return flow;
}

/** A flow that the event starts, and that does nothing: of an event that starts nothing no contract learns. */
async function listenTo(event: string): Promise<void> {
  const { source: _source, ...trigger } = flowOn(event)['event']!;
  const flowId = await studio.create({ event: trigger });
  await studio.api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
}

const example = (page: Page) => page.getByRole('textbox', { name: 'Event Data Example' });
const contact = { email: 'a@example.com', fname: 'Ada', vip: true };

/** Data of traffic as it always was: now and then a field is missing. */
function usual(index: number): object {
  return index % 10 === 0 ? { email: 'a@example.com', vip: false } : contact;
}

function curl(data: string): string {
  return `curl -X POST 'https://x.example/y' \\\n  -d '${data}'`;
}

test.describe('an example of real events', () => {
  test('the next event is waited for, and its fields are variables further down', async () => {
    const { page, designer, stored } = await openFlow('signed-up');
    await page.getByRole('button', { name: 'Listen for the next one' }).click();
    await expect(page.getByText('Waiting for “signed-up”')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    // Who listens is told by the server, in its own time.
    await expect
      .poll(async () => {
        await studio.api.sendAppEvent('signed-up', { ...contact, plan: { name: 'pro' } });
        return page.getByText('The event has arrived').isVisible();
      })
      .toBe(true);
    await expect(page.getByRole('tree', { name: 'Fields found' })).toContainText('plan');
    await expect
      .poll(async () => JSON.parse(await stored()) as unknown)
      .toMatchObject({ plan: { name: 'pro' } });

    // The flow was opened at its trigger, so this one is behind the inspector.
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await designer.card('HTTP Post').click();
    await page.getByRole('button', { name: 'Insert a variable into URL' }).click();
    await expect(page.getByRole('treeitem', { name: /^plan/ })).toBeVisible();
    await page.keyboard.press('Escape');

    await designer.card('On App Event').click();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => JSON.parse(await stored()) as object).not.toHaveProperty('plan');
    await page.close();
  });

  test('Escape ends the wait and gives the focus back', async () => {
    const { page } = await openFlow('never-sent');
    const listen = page.getByRole('button', { name: 'Listen for the next one' });
    await listen.click();
    await expect(page.getByText('Waiting for “never-sent”')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(listen).toBeFocused();
    await expect(page.getByText('Waiting for')).toBeHidden();
    await page.getByRole('button', { name: 'Use the last event' }).click();
    await expect(page.getByText('No event named “never-sent” was sent yet.')).toBeVisible();
    await page.close();
  });

  test('the last one is taken, and several of the past are merged', async () => {
    await studio.api.sendAppEvent('ordered', { no: 'A1', note: null });
    await studio.api.sendAppEvent('ordered', { no: 'B2', gift: true });
    const { page, stored } = await openFlow('ordered');
    await page.getByRole('button', { name: 'Use the last event' }).click();
    // The flow takes fields that this event does not have.
    await page.getByRole('button', { name: 'Apply without' }).click();
    await expect(page.getByText(/The example is now the event of/)).toBeVisible();
    await expect.poll(async () => JSON.parse(await stored()) as unknown).toEqual({ no: 'B2', gift: true });

    await page.getByRole('button', { name: 'Pick from history' }).click();
    const history = page.getByRole('group', { name: 'Latest events' });
    await expect(history.getByRole('checkbox')).toHaveCount(2);
    for (const box of await history.getByRole('checkbox').all()) await box.check();
    await history.getByRole('button', { name: 'Merge 2 events' }).click();
    await expect
      .poll(async () => Object.keys(JSON.parse(await stored()) as object).toSorted())
      .toEqual(['gift', 'no', 'note']);
    await page.close();
  });

  test('what the contract knows becomes the example, though no event came yet', async () => {
    await studio.api.ask('PUT', '/event-contracts/agreed', {
      locked: true,
      schema: {
        properties: {
          email: { type: 'string', format: 'email' },
          fname: { type: 'string', examples: ['Grace'] },
          vip: { type: 'boolean' },
          referrer: { properties: { code: { type: 'integer' } } },
        },
      },
    });
    const { page, stored } = await openFlow('agreed');
    await page.getByRole('button', { name: 'Use all known fields' }).click();
    await expect(page.getByText('The example now has the fields of the event contract.')).toBeVisible();
    await expect
      .poll(async () => JSON.parse(await stored()) as unknown)
      .toEqual({ email: 'name@example.com', fname: 'Grace', vip: false, referrer: { code: 0 } });
    await expect(page.getByRole('tree', { name: 'Fields found' })).toContainText('referrer');
    await page.close();
  });

  test('an event without a name gets one of those that were sent', async () => {
    await studio.api.sendAppEvent('renamed', {});
    const { page } = await openFlow('');
    await expect(page.getByText('Give the event a name')).toBeVisible();
    await page.getByRole('button', { name: 'renamed' }).click();
    await expect(page.getByRole('textbox', { name: 'Event Name' })).toHaveValue('renamed');
    await expect(page.getByRole('textbox', { name: 'Event Name' })).toBeFocused();
    await page.close();
  });
});

test.describe('pasting what is nearly JSON', () => {
  test('a JavaScript object is offered as JSON, taken in one step and given back by undo', async () => {
    const { page, designer, stored } = await openFlow('pasted');
    const literal = "{\n  // the customer\n  no: 'A1',\n  lines: [{ sku: 'x', },],\n}";
    await designer.paste('Event Data Example', literal);
    await expect.poll(stored).toBe(literal);
    await expect(page.getByText(/Understood: a comment is left out, .*3 keys are put/)).toBeVisible();
    await page.getByRole('button', { name: 'Use as JSON' }).click();
    await expect.poll(stored).toBe('{\n  "no": "A1",\n  "lines": [\n    {\n      "sku": "x"\n    }\n  ]\n}');
    await expect(page.getByRole('button', { name: 'Use as JSON' })).toBeHidden();
    await expect(page.getByRole('tree', { name: 'Fields found' })).toContainText('lines');
    await example(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(stored).toBe(literal);
    await page.close();
  });

  test('a curl command gives its data, and an error in it is told at its place', async () => {
    const { page, designer, stored } = await openFlow('curled');
    await designer.paste('Event Data Example', curl('{"no": "A1" "b": 1}'));
    await expect(
      page.getByText(/Expected a comma or } after this value \(line 2, column 19\)/),
    ).toBeVisible();
    await example(page).press('Control+a');
    await page.keyboard.press('Delete');
    await designer.paste('Event Data Example', curl('{"no": "A1"}'));
    await page.getByRole('button', { name: 'Use as JSON' }).click();
    await expect.poll(stored).toBe('{\n  "no": "A1"\n}');
    await page.close();
  });

  test('a key that stands twice is told; too much is refused, and nothing is lost', async () => {
    const { page, designer, stored } = await openFlow('twice');
    await designer.paste('Event Data Example', '{"a": 1, "a": 2}');
    await page.getByRole('button', { name: 'Apply without' }).click();
    await expect(page.getByText('The key a stands more than once')).toBeVisible();
    const before = '{\n  "a": 1,\n  "a": 2\n}';
    await expect.poll(stored).toBe(before);
    await example(page).evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', `["${'x'.repeat(50_000_000)}"]`);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText('50 million characters are too many')).toBeVisible();
    expect(await stored()).toBe(before);
    await page.close();
  });
});

test('five megabytes on one line are laid out before they are drawn, and typed in', async () => {
  const { page, designer, stored } = await openFlow('megabytes');
  const value = {
    vip: true,
    orders: Array.from({ length: 40_000 }, (_, id) => ({ id, note: 'x'.repeat(90) })),
  };
  const pasted = JSON.stringify(value);
  expect(pasted.length).toBeGreaterThan(4_500_000);
  await designer.paste('Event Data Example', pasted);
  await page.getByRole('button', { name: 'Apply without' }).click();
  await expect.poll(async () => (await stored()).length).toBeGreaterThan(pasted.length);
  const text = await stored();
  expect(JSON.parse(text)).toEqual(value);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400);
  await example(page).press('Control+End');
  // To ask for megabytes again and again would hold up what is waited for.
  const saved = page.waitForResponse((response) => isSave(response.request()) && response.ok());
  await page.keyboard.type('  ');
  await saved;
  await expect.poll(async () => (await stored()) === `${text}  `).toBe(true);
  await page.close();
});

test('what no example can be is said in words, and the page goes on', async () => {
  const { page, designer, stored } = await openFlow('odd');
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const paste = async (text: string) => {
    await example(page).press('Control+a');
    await page.keyboard.press('Delete');
    await designer.paste('Event Data Example', text);
  };
  await paste('['.repeat(10_000) + ']'.repeat(10_000));
  await expect(page.getByText(/nested deeper than 500 levels/).first()).toBeVisible();
  await paste('{"email": NaN, "fname": "Ada", "vip": true}');
  await expect(page.getByText('NaN or Infinity becomes null')).toBeVisible();
  await paste(String.raw`{"email": "\ud800", "fname": "Ada", "vip": true}`);
  await expect(page.getByText('half of a character is replaced by a question mark')).toBeVisible();
  await page.getByRole('button', { name: 'Use as JSON' }).click();
  // What was pasted is stored first, with the half of a character.
  await expect.poll(async () => /^(?!.*ud800).*"fname": "Ada"/s.test(await stored())).toBe(true);
  await expect(page.getByRole('tree', { name: 'Fields found' })).toContainText('fname');
  expect(errors).toEqual([]);
  await page.close();
});

test.describe('a contract', () => {
  test('is locked and rejects what breaks it', async () => {
    await listenTo('locked-event');
    await studio.api.sendAppEvent('locked-event', contact);
    const page = await studio.newPage();
    await page.goto(`${studio.server.url}/studio/events`);
    await page.getByRole('link', { name: 'locked-event' }).click();
    await expect(page.getByRole('row', { name: /email/ })).toContainText('100%');
    await page.getByRole('button', { name: 'Lock' }).click();
    await expect(page.getByText('The contract is locked.')).toBeVisible();
    await page.getByText('Reject', { exact: true }).click();
    await expect(page.getByText('refused with status 422')).toBeVisible();

    const refused = await studio.api.request(
      'POST',
      '/plugins/appmixer/utils/appevents/events/locked-event',
      { email: 7, fname: 'Ada', vip: true },
    );
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('.email');
    await expect(page.getByText('1 event has broken the contract.')).toBeVisible();
    await expect(page.getByText(/email has the type number, not string/)).toBeVisible();

    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('The contract learns again.')).toBeVisible();
    await page.getByRole('button', { name: 'More about this contract' }).click();
    await page.getByRole('menuitem', { name: 'Forget…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await expect(page).toHaveURL(/\/studio\/events$/);
    await expect(page.getByRole('link', { name: 'locked-event' })).toBeHidden();
    await page.close();
  });

  test('is written before the first event: imported, taught, exported', async () => {
    const page = await studio.newPage();
    await page.goto(`${studio.server.url}/studio/events/a%2Fb%20c`);
    await expect(page.getByRole('heading', { name: 'a/b c' })).toBeVisible();
    const menu = page.getByRole('button', { name: 'More about this contract' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Teach by an example' }).click();
    await page.getByRole('textbox', { name: 'Example' }).fill("{ no: 'A1', }");
    await expect(page.getByText('Understood: a comma at the end is left out')).toBeVisible();
    await page.getByRole('button', { name: 'Teach', exact: true }).click();
    await expect(page.getByRole('row', { name: /^no/ })).toContainText('"A1"');

    await menu.click();
    await page.getByRole('menuitem', { name: 'Import a JSON Schema' }).click();
    const schema = { type: 'object', required: ['total'], properties: { total: { type: 'integer' } } };
    await page.getByRole('textbox', { name: 'JSON Schema' }).fill(JSON.stringify(schema));
    await page.getByRole('button', { name: 'Import and lock' }).click();
    await expect(page.getByRole('row', { name: /^total/ })).toContainText('whole number');
    await expect(page.getByRole('row', { name: /^no/ })).toContainText('not in the contract');

    await page.getByText('TypeScript', { exact: true }).click();
    await expect(page.getByText('total: number;')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the TypeScript type' }).click();
    expect((await downloading).suggestedFilename()).toBe('a-b-c.ts');
    await page.close();
  });
});

test('an example of megabytes is taught from a file, and one of more than five is refused unread', async () => {
  const page = await studio.newPage();
  await page.goto(`${studio.server.url}/studio/events/large`);
  await page.getByRole('button', { name: 'More about this contract' }).click();
  await page.getByRole('menuitem', { name: 'Teach by an example' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach by an example' });
  await expect(dialog.getByRole('textbox', { name: 'Example' })).toBeFocused();
  const choose = async (buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    await (await choosing).setFiles({ name: 'example.json', mimeType: 'application/json', buffer });
  };
  await choose(Buffer.alloc(12_000_000, ' '));
  await expect(dialog.getByRole('alert')).toHaveText('The file has 12 MB; at most 5 MB are taken.');

  const line = { sku: 'A-100', name: 'x'.repeat(60), price: 12.5, tags: ['a', 'b'] };
  await choose(Buffer.from(JSON.stringify({ lines: Array.from({ length: 20_000 }, () => line) })));
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect(dialog.getByRole('textbox', { name: 'Example' })).toContainText('"lines": [');
  await dialog.getByRole('button', { name: 'Teach', exact: true }).click();
  await expect(page.getByRole('row', { name: /sku/ })).toContainText('"A-100"');
  await page.close();
});

test('drift is told with the mapping of the template it hurts, and unshifted traffic alarms nobody', async () => {
  test.setTimeout(240_000);
  await listenTo('steady');
  await listenTo('shifting');
  const draft = await studio.create(flowOn('shifting'), 'integration-draft');
  await studio.api.ask('POST', `/flows/${draft}/publish`, {
    name: 'Contacts',
    sharedWith: [{ scope: 'user', permissions: ['read'] }],
  });
  const page = await studio.newPage();
  // A contract looks into so many events of a moment; what it has learnt is asked for in between.
  const teach = async (event: string, count: number, data: (index: number) => unknown) => {
    for (let sent = 0; sent < count; sent += 100) {
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => studio.api.sendAppEvent(event, data(sent + index))),
      );
      await studio.api.ask('GET', '/event-contracts');
    }
  };
  await teach('steady', 1200, usual);
  await teach('shifting', 1000, usual);
  await teach('shifting', 200, (index) => (index % 2 === 0 ? { fname: 'Ada', vip: true } : contact));

  await page.goto(`${studio.server.url}/studio/events`);
  await expect(page.getByRole('row', { name: /shifting/ })).toContainText('Drift');
  await expect(page.getByRole('row', { name: /steady/ })).toContainText('Learning');
  await page.getByRole('link', { name: 'shifting' }).click();
  const alarm = page.getByRole('alert').filter({ hasText: 'The events have changed' });
  await expect(alarm).toContainText('email is missing in 50% of the events; before in 0%.');
  await expect(
    alarm.getByRole('listitem').filter({ hasText: 'JSON body of HTTP Post' }).first(),
  ).toBeVisible();
  await expect(alarm).toContainText('Template');
  await alarm
    .getByRole('link', { name: /JSON body of HTTP Post/ })
    .first()
    .click();
  const canvas = new DesignerPage(page);
  await expect(canvas.card('HTTP Post')).toBeVisible();

  // The flow tells of it, too: at the trigger, and beside its settings, with the mappings it hurts there.
  await page.goto(`${studio.server.url}/studio/flows/${draft}`);
  await expect(page.getByRole('img', { name: 'The events it waits for have changed' })).toBeVisible();
  await canvas.card('On App Event').click();
  const changed = page.locator('[data-changed-events]');
  await expect(changed).toContainText('Events “shifting” have changed');
  await expect(changed).toContainText('email is missing in 50% of the events; before in 0%.');
  await expectAccessible(page, 'changed events');
  await changed.getByRole('button', { name: 'HTTP Post › JSON body (email)' }).first().click();
  await expect(canvas.field('URL')).toBeVisible();
  await canvas.card('On App Event').click();
  await changed.getByRole('link', { name: 'Look at the events' }).click();
  await expect(alarm).toBeVisible();
  await page.getByRole('button', { name: 'Accept as normal' }).click();
  await expect(alarm).toBeHidden();

  // An example that somebody teaches is no traffic, and what no event has of it is told.
  await studio.api.ask('POST', '/event-contracts/steady/examples', {
    examples: [{ ...contact, plan: 'gold' }],
  });
  await teach('steady', 100, usual);
  await page.goto(`${studio.server.url}/studio/events/steady`);
  await expect(alarm).toContainText('plan is missing in all events; the examples have it.');
  await page.getByRole('button', { name: 'Accept as normal' }).click();
  await expect(alarm).toBeHidden();
  await page.close();
});

test('traffic that does not shift alarms nobody, by ten seeds', async () => {
  test.setTimeout(240_000);
  const traffic = Array.from({ length: 10 }, (_, seed) => ({ event: `even-${seed}`, random: seeded(seed) }));
  for (const { event } of traffic) await listenTo(event);
  const page = await studio.newPage();
  const rowOf = (event: string) => page.getByRole('row', { name: new RegExp(event) });
  for (let round = 0; round < 15; round += 1) {
    const events = traffic.flatMap(({ event, random }) =>
      Array.from({ length: 100 }, () => ({ event, data: contactOf(random) })),
    );
    await studio.api.ask('POST', '/plugins/appmixer/utils/appevents/batch', { events });
    // What the contracts have learnt is asked for, and so learnt.
    await studio.api.ask('GET', '/event-contracts');
  }
  await page.goto(`${studio.server.url}/studio/events`);
  for (const { event } of traffic) {
    await expect(rowOf(event)).toContainText('1,500');
    await expect(rowOf(event)).not.toContainText('Drift');
  }
  await page.close();
});

/** Fields that some events have and others have not, of several types, always at the same rates. */
function contactOf(random: Random): object {
  return {
    email: random.share() < 0.1 ? null : 'a@example.com',
    plan: random.share() < 0.3 ? 'gold' : 'free',
    ...(random.share() < 0.5 ? { phone: '+1 555' } : {}),
    ...(random.share() < 0.05 ? { note: random.share() < 0.5 ? 'late' : 7 } : {}),
    ...(random.share() < 0.01 ? { referrer: 'Ada' } : {}),
  };
}
