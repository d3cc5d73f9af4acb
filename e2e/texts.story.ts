import { expect, type Page, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { DesignerPage } from './support/designer.ts';
import { unmarkedTexts, writeMarkedTexts } from './support/marked-texts.ts';
import { eventScreens, type Screen } from './support/event-screens.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

const username = 'ada@vendor.example';
const password = 'correct horse';

/** What stands on the screens and is no text of the Studio: names that people gave, and those of the catalogue. */
const data = [
  username,
  'Contact to CRM',
  'Contact to chat',
  'contact-created',
  'On App Event',
  'OnStart',
  'HTTP Post',
  'Condition',
  'App Events',
  'HTTP',
  'Controls',
  // Ports.
  /\b(in|out|true|false|response)\b/g,
  'React Flow attribution',
  'React Flow',
  // Languages are called as their speakers call them.
  'English',
  'Deutsch',
  // In place of a picture.
  /^AD$/g,
];

let server: RunningServer;
let receiver: Receiver;
let texts: Awaited<ReturnType<typeof writeMarkedTexts>>;
let page: Page;
let api: Api;
let ids: { draft: string; automation: string; run: string };

const goTo = (path: string) => page.goto(`${server.url}/studio${path}`);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const seen = (text: string) => expect(page.getByText(text).first()).toBeVisible();

const testPanel = '[role="region"][aria-label="⟦Test⟧"]';
/** The JSON editor, and the example in it. */
const jsonEditor = [
  'Format',
  'Fold line',
  'Unfold line',
  'email',
  'david@example.com',
  'fname',
  'David',
  'vip',
  'true',
];

const versions = '[role="dialog"]';
const impactData = [
  /\bdata\.\w+/g,
  /\bdata\b/g,
  'contact-added',
  'JSON body',
  'Conditions',
  'Event Data Example',
];

const signedOut: Screen[] = [
  {
    name: 'the first account, refused',
    show: async () => {
      await goTo('/');
      await button('Create account').click();
      await seen('Enter a password.');
    },
  },
  {
    name: 'sign-in',
    show: async () => {
      api = await new Api(server.url).as(username, password);
      await goTo('/');
      await seen('No account yet?');
    },
  },
  { name: 'sign-up', show: () => goTo('/sign-up').then(() => seen('Have an account?')) },
  {
    name: 'sign-in after the session has ended',
    show: async () => {
      await page.evaluate(() => localStorage.setItem('tributary-token', 'old'));
      await goTo('/');
      await seen('Your session has ended.');
    },
    data: ['no longer valid'],
  },
];

const withoutFlows: Screen[] = [
  {
    name: 'flows, none yet',
    show: async () => {
      await page.evaluate((token) => localStorage.setItem('tributary-token', token), api.token ?? '');
      await goTo('/flows');
      await seen('Draw your first flow');
    },
  },
  {
    name: 'the account menu',
    show: () =>
      button(/Account/)
        .click()
        .then(() => seen('Sign out')),
  },
  {
    name: 'the new menu',
    show: async () => {
      await goTo('/flows');
      await button('New').first().click();
      await seen('Runs for your own account.');
    },
  },
  {
    name: 'flows of a kind, none yet',
    show: () => goTo('/flows?show=automations').then(() => seen('No automations yet')),
  },
  {
    name: 'flows, none matches',
    show: () => goTo('/flows?q=zzz').then(() => seen('No flow matches')),
    data: ['zzz'],
  },
  { name: 'an address that leads nowhere', show: () => goTo('/nowhere').then(() => seen('Page not found')) },
  {
    name: 'integrations, none yet',
    show: () => goTo('/integrations').then(() => seen('No integrations yet')),
  },
  { name: 'the log, nothing yet', show: () => goTo('/runs').then(() => seen('Nothing has run yet')) },
  { name: 'events, none yet', show: () => goTo('/events').then(() => seen('Nothing is learnt yet')) },
  {
    name: 'a new contract, refused',
    show: async () => {
      await button('New contract').click();
      await button('Continue').click();
      await seen('An event has a name');
    },
  },
  {
    name: 'the log, none matches',
    show: () => goTo('/runs?status=failed&flow=gone').then(() => seen('No run matches')),
  },
];

const lists: Screen[] = [
  {
    name: 'flows',
    show: async () => {
      await fill();
      await goTo('/flows');
      await seen('Shared with');
    },
  },
  {
    name: 'sorting',
    show: () =>
      page
        .getByRole('combobox', { name: 'Sort by' })
        .click()
        .then(() => seen('Newest')),
  },
  {
    name: 'the menu of a flow',
    show: async () => {
      await page.keyboard.press('Escape');
      await openFlowMenu('Automation');
    },
  },
  {
    name: 'renaming a flow',
    show: async () => {
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('');
      await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
      await seen('A flow has a name.');
    },
  },
  {
    name: 'deleting a template',
    show: async () => {
      await goTo('/flows');
      await openFlowMenu('Template');
      await page.getByRole('menuitem', { name: 'Delete…' }).click();
      await seen('This cannot be undone.');
    },
  },
  {
    name: 'a copy of a flow',
    show: async () => {
      await goTo('/flows');
      await openFlowMenu('Automation');
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await seen('is here.');
    },
  },
  { name: 'integrations', show: () => goTo('/integrations').then(() => seen('Available')) },
  {
    name: 'an active integration',
    show: async () => {
      await button(/Activate/).click();
      await expect(page.getByRole('switch')).toBeChecked();
      await seen('Has not run yet');
    },
  },
  {
    name: 'removing it',
    show: () =>
      button(/Remove/)
        .click()
        .then(() => seen('It stops reacting')),
  },
  { name: 'events', show: () => goTo('/events').then(() => seen('Learning')) },
  ...eventScreens({ page: () => page, api: () => api, goTo }),
  { name: 'the log', show: () => goTo('/runs').then(() => seen('Completed')) },
  {
    name: 'its statuses',
    show: () =>
      page
        .getByRole('combobox', { name: 'Status' })
        .click()
        .then(() => seen('Queued')),
  },
  {
    name: 'a run',
    show: async () => {
      await goTo(`/runs/${ids.run}`);
      await expect(page.getByRole('listitem')).toHaveCount(3);
      // From the last to the first: an open step has buttons of its own.
      const steps = await page.getByRole('listitem').getByRole('button').all();
      for (const step of steps.toReversed()) await step.click();
      await expect(page.getByRole('group', { name: 'Input' })).toHaveCount(2);
    },
    data: [/[\da-f-]{36}/g],
  },
  {
    name: 'a run that is gone',
    show: () => goTo(`/runs/${ids.draft}`).then(() => seen('The run could not be loaded')),
    within: 'h1, h2, a, button',
  },
  {
    name: 'a server that does not answer',
    show: async () => {
      await page.route('**/runs?*', (route) => route.abort());
      await goTo('/runs');
      await seen('The server cannot be reached.');
      await page.unroute('**/runs?*');
    },
  },
];

const designer: Screen[] = [
  {
    name: 'the top bar',
    show: async () => {
      await openDraft();
      await seen('Saved');
    },
    within: 'header',
  },
  {
    name: 'publishing',
    show: async () => {
      await button('Publish as template').click();
      await page.getByRole('radio', { name: 'Everyone of a domain' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Update template' }).click();
      await seen('A domain, for example');
    },
    within: '[role="dialog"]',
  },
  {
    name: 'published',
    show: async () => {
      await page.getByRole('radio', { name: 'Everyone with an account here' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Update template' }).click();
      await seen('Template updated');
    },
    within: '.mantine-Notification-root',
  },
  {
    name: 'an event and where its example can come from',
    show: async () => {
      await goTo(`/flows/${ids.draft}?component=event`);
      await button('Pick from history').click();
      await seen('Several are merged');
      await page.getByRole('checkbox').check();
      await button('Use the last event').click();
      await seen('The example is now');
    },
    within:
      '[role="region"][aria-label="⟦Learn from real events⟧"], section[aria-label="⟦Learn from real events⟧"]',
    data: [/[A-Z][a-z]{2} \d{1,2}, \d{4}, [\d:]+\s[AP]M/g],
  },
  {
    name: 'an example that is nearly JSON',
    show: async () => {
      await page.getByRole('textbox', { name: /Event Data Example/ }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('{a: 1, a: 2}');
      await seen('Understood');
    },
    within: '[data-field="eventDataExample"] [role="status"]',
    data: [/\ba\b/g],
  },
  {
    name: 'waiting for an event',
    show: async () => {
      await button('Listen for the next one').click();
      await seen('Waiting for');
    },
    within: 'section[aria-label="⟦Learn from real events⟧"]',
  },
  {
    name: 'the test, before it runs',
    show: async () => {
      await openDraft();
      await page.keyboard.press('Control+Enter');
      await seen('Run test');
    },
    within: testPanel,
    data: jsonEditor,
  },
  {
    name: 'past events',
    show: () =>
      page
        .getByRole('combobox', { name: 'Take the data from' })
        .click()
        .then(() => seen('Event Data Example')),
    within: '[role="listbox"]',
    data: [/[A-Z][a-z]{2} \d{1,2}, \d{4}, [\d:]+\s[AP]M/g],
  },
  {
    name: 'the test, done',
    show: async () => {
      await page.keyboard.press('Escape');
      await button('Run test').click();
      await seen('Open in the Log');
    },
    within: testPanel,
    data: jsonEditor,
  },
  {
    name: 'a version',
    show: async () => {
      const flow = sampleFlow(receiver.url) as { event: { config: { properties: { event: string } } } };
      flow.event.config.properties.event = 'contact-created-again';
      await api.ask('PUT', `/flows/${ids.draft}`, { flow });
      await goTo(`/flows/${ids.draft}?version=latest`);
      await seen('Your draft since version');
    },
    within: versions,
    data: ['contact-created-again', 'Event Name'],
  },
  {
    name: 'a version that is not there',
    show: () => goTo(`/flows/${ids.draft}?version=99`).then(() => seen('could not be loaded')),
    within: versions,
    // What the server says of this one case.
    data: ['There is no such version.'],
  },
  {
    name: 'versions, none yet',
    show: async () => {
      await goTo(`/flows/${await create('integration-draft', 'Contact to chat')}?version=latest`);
      await seen('Nothing published yet');
    },
    within: versions,
  },
  {
    name: 'a change that breaks mappings',
    show: async () => {
      await openDraft();
      await new DesignerPage(page).card('On App Event').click();
      await pasteExample({ mail: 'david@example.com' });
      await seen('would lose');
    },
    within: '[role="dialog"]',
    data: impactData,
  },
  {
    name: 'a field that was renamed',
    show: async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: 'Event Name' }).fill('contact-added');
      await page.getByRole('textbox', { name: 'Event Data Example' }).getByText('"email"').dblclick();
      await page.keyboard.type('mail');
      await seen('has lost its field');
      await seen('waits for another event');
    },
    within: '[data-impact], [data-published-event]',
    data: impactData,
  },
  {
    name: 'a conflict',
    show: async () => {
      await goTo(`/flows/${ids.draft}`);
      await seen('Saved');
      const note = { x: 0, y: 400, width: 200, height: 80, content: '' };
      await api.ask('PUT', `/flows/${ids.draft}`, { notes: { note } });
      await page.getByRole('textbox', { name: 'Flow name' }).fill('Contact to chat');
      await page.keyboard.press('Enter');
      await seen('Somebody, or you in another window');
    },
    within: '[role="alert"], header > :first-child',
  },
  { name: 'a flow that is gone', show: () => goTo(`/flows/${ids.run}`).then(() => seen('Page not found')) },
];

/** Each screen or panel is one entry: how one gets there, and, where not all of it is meant, what to look at. */
const screens = [...signedOut, ...withoutFlows, ...lists, ...designer];

// An entry that cannot be brought up is to say so soon.
test.use({ actionTimeout: 10_000, trace: 'off' });

test.beforeAll(async () => {
  texts = await writeMarkedTexts();
  server = await startFreshServer({ STUDIO_TEXTS: texts.file });
  receiver = await startReceiver();
});

test.afterAll(async () => {
  await server.stop();
  await receiver.close();
  await texts.remove();
});

test('every word on the screens is a text of the catalogue', async ({ page: fresh }) => {
  test.setTimeout(300_000);
  page = fresh;
  const strange: string[] = [];
  for (const screen of screens) {
    await test.step(screen.name, async () => {
      await screen.show();
      const elements = page.locator(screen.within ?? 'html');
      expect(await elements.count(), screen.name).toBeGreaterThan(0);
      const found = await unmarkedTexts(elements, [...data, ...(screen.data ?? [])]);
      strange.push(...found.map((text) => `${screen.name}: ${text}`));
    });
  }
  expect(strange).toEqual([]);
});

async function openFlowMenu(kind: 'Automation' | 'Template'): Promise<void> {
  await page.getByRole('row').filter({ hasText: kind }).getByRole('button').click();
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeVisible();
}

async function openDraft(): Promise<void> {
  await goTo(`/flows/${ids.draft}`);
  await expect(new DesignerPage(page).card('On App Event')).toBeVisible();
}

async function pasteExample(value: unknown): Promise<void> {
  await new DesignerPage(page).paste('Event Data Example', JSON.stringify(value, null, 2));
}

async function create(type: string, name: string): Promise<string> {
  const flow = sampleFlow(receiver.url);
  return (await api.ask<{ flowId: string }>('POST', '/flows', { type, name, flow })).flowId;
}

/** A published integration, and an automation that has run. */
async function fill(): Promise<void> {
  const draft = await create('integration-draft', 'Contact to CRM');
  const everyone = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];
  await api.ask('POST', `/flows/${draft}/publish`, { sharedWith: everyone });
  const automation = await create('automation', 'Contact to chat');
  await api.ask('POST', `/flows/${automation}/coordinator`, { command: 'start' });
  const { triggers } = await api.sendAppEvent('contact-created', { email: 'a@b.c', fname: 'A', vip: true });
  await expect.poll(() => receiver.deliveries.length).toBe(1);
  ids = { draft, automation, run: triggers[0]!.correlationId };
}
