import { expect } from '@playwright/test';
import { sampleFlow } from '../sample-flow.ts';
import type { Screen, Tour } from './tour.ts';

/** An event of its own: what others send may be bound by a contract. */
const event = 'contact-failed';
const failedData = [/POST http\S+ answered \d+: \{\}/g, 'HTTP Post', event];

/** What is shown of failed runs, and of one that is cancelled. */
export function failed(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  let failing = '';
  return [
    {
      name: 'unprocessed, nothing yet',
      show: () => goTo('/runs?show=unprocessed').then(() => seen('Nothing is unprocessed')),
    },
    {
      name: 'unprocessed, nothing of a flow',
      show: () =>
        goTo(`/runs?show=unprocessed&flow=${tour.ids.draft}`).then(() => seen('No step of this flow')),
    },
    {
      name: 'unprocessed, one chosen',
      show: async () => {
        failing = await failOnce(tour);
        await goTo('/runs?show=unprocessed');
        await page.getByRole('row').getByRole('checkbox').check();
        await seen('1 chosen');
      },
      data: failedData,
    },
    {
      name: 'where to try again',
      show: () =>
        button('Try again')
          .first()
          .click()
          .then(() => seen('From the trigger')),
      data: failedData,
    },
    {
      name: 'discarding',
      show: async () => {
        await page.keyboard.press('Escape');
        await button('Discard').first().click();
        await seen('Discard 1 message?');
      },
      data: failedData,
    },
    {
      name: 'what cannot be tried again',
      show: async () => {
        await goTo('/runs?show=unprocessed');
        await tour.api.ask('POST', `/flows/${failing}/coordinator`, { command: 'stop' });
        await seen('Flow stopped');
        await button('Try again').first().click();
        await page.getByRole('menuitem', { name: 'From the failed step' }).click();
        await seen('1 message stays');
      },
      data: failedData,
    },
    {
      name: 'a run that failed, discarded',
      show: async () => {
        await page.getByRole('row').getByRole('link').click();
        await button('Discard').click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
        await seen('1 message was discarded');
        await seen('Discarded');
      },
      data: [...failedData, /[\da-f-]{36}/g, 'a@b.c', /\{.*\}/gs],
      within: 'header, .mantine-Notification-root',
    },
    {
      name: 'a run at work',
      show: async () => {
        tour.moody.answer = 'none';
        await tour.api.ask('POST', `/flows/${failing}/coordinator`, { command: 'start' });
        await tour.api.sendAppEvent(event, { email: 'a@b.c', fname: 'A', vip: true });
        await goTo('/runs?status=running');
        await expect(button(/Cancel the run/)).toHaveCount(1);
      },
      data: [event],
    },
    {
      name: 'a run that was cancelled',
      show: async () => {
        await button(/Cancel the run/).click();
        await seen('The run was cancelled');
      },
      data: [event],
    },
  ];
}

/** An automation whose last step fails once and for good. */
async function failOnce(tour: Tour): Promise<string> {
  const sample = sampleFlow(tour.moody.url) as Record<string, object>;
  const flow = {
    ...sample,
    event: { ...sample['event'], config: { properties: { event } } },
    post: { ...sample['post'], errorHandling: { autoRetry: false } },
  };
  const flowId = await tour.create('automation', 'Contact to chat', flow);
  await tour.api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  tour.moody.answer = 500;
  await tour.api.sendAppEvent(event, { email: 'a@b.c', fname: 'A', vip: true });
  await expect
    .poll(async () => (await tour.api.ask<{ count: number }>('GET', '/unprocessed-messages/count')).count)
    .toBe(1);
  return flowId;
}
