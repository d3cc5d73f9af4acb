import { expect } from '@playwright/test';
import { eventScreens } from './events.ts';
import type { Screen, Tour } from './tour.ts';

/** Flows, integrations and the log, with something in them. */
export function lists(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  return [
    {
      name: 'flows',
      show: async () => {
        await tour.fill();
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
        await tour.openFlowMenu('Automation');
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
        await tour.openFlowMenu('Template');
        await page.getByRole('menuitem', { name: 'Delete…' }).click();
        await seen('This cannot be undone.');
      },
    },
    {
      name: 'a copy of a flow',
      show: async () => {
        await goTo('/flows');
        await tour.openFlowMenu('Automation');
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
    ...eventScreens(tour),
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
        await goTo(`/runs/${tour.ids.run}`);
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
      show: () => goTo(`/runs/${tour.ids.draft}`).then(() => seen('The run could not be loaded')),
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
}
