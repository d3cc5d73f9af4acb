import { DesignerPage } from '../designer.ts';
import type { Screen, Tour } from './tour.ts';

const learning = 'section[aria-label="⟦Learn from real events⟧"]';
const impactData = [
  /\bdata\.\w+/g,
  /\bdata\b/g,
  'contact-added',
  'JSON body',
  'Conditions',
  'Event Data Example',
];

/** Where the example of an event comes from, and what a change of it breaks. */
export function examples(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  const newDraft = async () => {
    const draft = await tour.create('integration-draft', 'Contact to CRM');
    await tour.api.ask('POST', `/flows/${draft}/publish`, { sharedWith: [] });
    return draft;
  };
  const example = () => page.getByRole('textbox', { name: /Event Data Example/ });
  return [
    {
      name: 'an event and where its example can come from',
      show: async () => {
        await goTo(`/flows/${await newDraft()}?component=event`);
        await button('Pick from history').click();
        await seen('Several are merged');
        await page.getByRole('checkbox').first().check();
        await button('Use the last event').click();
        await seen('The example is now');
      },
      within: `[role="region"][aria-label="⟦Learn from real events⟧"], ${learning}`,
      data: [/[A-Z][a-z]{2} \d{1,2}, \d{4}, [\d:]+\s[AP]M/g],
    },
    {
      name: 'an example that is nearly JSON',
      show: async () => {
        await example().click();
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
      within: learning,
    },
    {
      name: 'a change that breaks mappings',
      show: async () => {
        await goTo(`/flows/${await newDraft()}`);
        const designer = new DesignerPage(page);
        await designer.card('On App Event').click();
        await designer.paste('Event Data Example', JSON.stringify({ mail: 'david@example.com' }, null, 2));
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
        await example().getByText('"email"').dblclick();
        await page.keyboard.type('mail');
        await seen('has lost its field');
        await seen('waits for another event');
      },
      within: '[data-impact], [data-published-event]',
      data: impactData,
    },
  ];
}
