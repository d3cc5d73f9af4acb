import { sampleFlow } from '../sample-flow.ts';
import type { Screen, Tour } from './tour.ts';

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

/** The top bar of the Designer, its dialogs and its test. */
export function designer(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  return [
    {
      name: 'the top bar',
      show: async () => {
        await tour.openDraft();
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
      name: 'the test, before it runs',
      show: async () => {
        await tour.openDraft();
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
        const flow = sampleFlow(tour.receiver.url) as {
          event: { config: { properties: { event: string } } };
        };
        flow.event.config.properties.event = 'contact-created-again';
        await tour.api.ask('PUT', `/flows/${tour.ids.draft}`, { flow });
        await goTo(`/flows/${tour.ids.draft}?version=latest`);
        await seen('Your draft since version');
      },
      within: versions,
      data: ['contact-created-again', 'Event Name'],
    },
    {
      name: 'a version that is not there',
      show: () => goTo(`/flows/${tour.ids.draft}?version=99`).then(() => seen('could not be loaded')),
      within: versions,
      // What the server says of this one case.
      data: ['There is no such version.'],
    },
    {
      name: 'versions, none yet',
      show: async () => {
        await goTo(`/flows/${await tour.create('integration-draft', 'Contact to chat')}?version=latest`);
        await seen('Nothing published yet');
      },
      within: versions,
    },
    {
      name: 'a conflict',
      show: async () => {
        await goTo(`/flows/${tour.ids.draft}`);
        await seen('Saved');
        const note = { x: 0, y: 400, width: 200, height: 80, content: '' };
        await tour.api.ask('PUT', `/flows/${tour.ids.draft}`, { notes: { note } });
        await page.getByRole('textbox', { name: 'Flow name' }).fill('Contact to chat');
        await page.keyboard.press('Enter');
        await seen('Somebody, or you in another window');
      },
      within: '[role="alert"], header > :first-child',
    },
    {
      name: 'a flow that is gone',
      show: () => goTo(`/flows/${tour.ids.run}`).then(() => seen('Page not found')),
    },
  ];
}
