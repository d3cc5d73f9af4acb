import { expect } from '@playwright/test';
import type { Api } from '../api.ts';
import type { Screen, Tour } from './tour.ts';

/** As the server tells it: what makes it do so is another story's. */
const drift = {
  since: '2026-01-31T09:30:00.000Z',
  fields: [
    { path: '.email', steps: ['email'], change: { kind: 'missing' }, before: 0, now: 0.5 },
    { path: '.vip', steps: ['vip'], change: { kind: 'type', type: 'string' }, before: 0, now: 0.25 },
    { path: '.gone', steps: ['gone'], change: { kind: 'missing' }, before: 0, now: 0.5 },
  ],
};

/** Locks the contract of the event to one that the next event breaks. */
async function breakContract(api: Api): Promise<void> {
  const schema = {
    properties: { email: { type: 'string' }, age: { type: 'integer' } },
    required: ['age'],
    maxProperties: 9,
  };
  await api.ask('PUT', '/event-contracts/contact-created', { locked: true, checking: 'reject', schema });
  await api.request('POST', '/plugins/appmixer/utils/appevents/events/contact-created', { email: 1 });
  await expect
    .poll(
      async () =>
        (await api.ask<{ violations: number }>('GET', '/event-contracts/contact-created')).violations,
    )
    .toBe(1);
}

/** The contract of an event: locked, broken, taught, imported, drifting. */
export function eventScreens(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  return [
    {
      name: 'a contract, locked and broken',
      show: async () => {
        await breakContract(tour.api);
        await goTo('/events/contact-created');
        await seen('has broken the contract');
        await seen('not in the contract');
      },
      data: [/\d+%/g, 'number', 'string'],
    },
    {
      name: 'what else can be done with a contract',
      show: () =>
        button('More about this contract')
          .click()
          .then(() => seen('Forget…')),
      within: '[role="menu"]',
    },
    {
      name: 'teaching by an example',
      show: async () => {
        await page.getByRole('menuitem', { name: 'Teach by an example' }).click();
        await page.getByRole('textbox', { name: 'Example' }).fill("{ a: 'x', }");
        await seen('Understood');
      },
      within: '[role="dialog"]',
      data: ["{ a: 'x', }", /, and /g],
    },
    {
      name: 'importing a schema, refused',
      show: async () => {
        await page.keyboard.press('Escape');
        await button('More about this contract').click();
        await page.getByRole('menuitem', { name: 'Import a JSON Schema' }).click();
        await page.getByRole('textbox', { name: 'JSON Schema' }).fill('[1]');
        await button('Import and lock').click();
        await seen('A schema is an object');
      },
      within: '[role="dialog"]',
    },
    {
      name: 'drift of an event',
      show: async () => {
        await page.route('**/event-contracts/contact-created', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), drift, drifting: true } });
        });
        await goTo('/events/contact-created');
        await seen('Accept as normal');
        await seen('It hurts');
        await page.unroute('**/event-contracts/contact-created');
      },
      within: '[role="alert"]',
      data: [
        /\d+%/g,
        'JSON body',
        'Conditions',
        'number',
        'string',
        /[A-Z][a-z]{2} \d{1,2}, \d{4}, [\d:]+\s[AP]M/g,
      ],
    },
  ];
}
