import { expect, type Page } from '@playwright/test';
import type { Api } from './api.ts';
import type { MoodyEndpoint } from './moody-endpoint.ts';
import { sampleFlow } from './sample-flow.ts';

export type Screen = {
  name: string;
  /** Brings it up; the screens come in this order, each upon what the one before has left. */
  show: () => Promise<unknown>;
  /** A selector of what is checked of it; else all of the page. */
  within?: string;
  /** Data of this screen. */
  data?: readonly (string | RegExp)[];
};

type Stage = {
  page: Page;
  api: Api;
  moody: MoodyEndpoint;
  url: string;
  /** A flow that has not failed. */
  other: string;
};

const failedData = [/POST http\S+ answered \d+: \{\}/g, 'HTTP Post'];

/** What is shown of failed runs, and of one that is cancelled. `the` stage stands when the first is brought up. */
export function failedScreens(the: () => Stage): Screen[] {
  let failing = '';
  const goTo = (path: string) => the().page.goto(`${the().url}/studio${path}`);
  const button = (name: string | RegExp) => the().page.getByRole('button', { name });
  const seen = (text: string) => expect(the().page.getByText(text).first()).toBeVisible();
  return [
    {
      name: 'unprocessed, nothing yet',
      show: () => goTo('/runs?show=unprocessed').then(() => seen('Nothing is unprocessed')),
    },
    {
      name: 'unprocessed, nothing of a flow',
      show: () => goTo(`/runs?show=unprocessed&flow=${the().other}`).then(() => seen('No step of this flow')),
    },
    {
      name: 'unprocessed, one chosen',
      show: async () => {
        failing = await failOnce(the());
        await goTo('/runs?show=unprocessed');
        await the().page.getByRole('row').getByRole('checkbox').check();
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
        await the().page.keyboard.press('Escape');
        await button('Discard').first().click();
        await seen('Discard 1 message?');
      },
      data: failedData,
    },
    {
      name: 'what cannot be tried again',
      show: async () => {
        await goTo('/runs?show=unprocessed');
        await the().api.ask('POST', `/flows/${failing}/coordinator`, { command: 'stop' });
        await seen('Flow stopped');
        await button('Try again').first().click();
        await the().page.getByRole('menuitem', { name: 'From the failed step' }).click();
        await seen('1 message stays');
      },
      data: failedData,
    },
    {
      name: 'a run that failed, discarded',
      show: async () => {
        await the().page.getByRole('row').getByRole('link').click();
        await button('Discard').click();
        await the().page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
        await seen('1 message was discarded');
        await seen('Discarded');
      },
      data: [...failedData, /[\da-f-]{36}/g, 'a@b.c', /\{.*\}/gs],
      within: 'header, .mantine-Notification-root',
    },
    {
      name: 'a run at work',
      show: async () => {
        the().moody.answer = 'none';
        await the().api.ask('POST', `/flows/${failing}/coordinator`, { command: 'start' });
        await the().api.sendAppEvent('contact-created', { email: 'a@b.c', fname: 'A', vip: true });
        await goTo('/runs?status=running');
        await expect(button(/Cancel the run/)).toHaveCount(1);
      },
    },
    {
      name: 'a run that was cancelled',
      show: async () => {
        await button(/Cancel the run/).click();
        await seen('The run was cancelled');
      },
    },
  ];
}

/** An automation whose last step fails once and for good. */
async function failOnce({ api, moody }: Stage): Promise<string> {
  const { post, ...others } = sampleFlow(moody.url) as Record<string, object>;
  const flow = { ...others, post: { ...post, errorHandling: { autoRetry: false } } };
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    type: 'automation',
    name: 'Contact to chat',
    flow,
  });
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  moody.answer = 500;
  await api.sendAppEvent('contact-created', { email: 'a@b.c', fname: 'A', vip: true });
  await expect
    .poll(async () => (await api.ask<{ count: number }>('GET', '/unprocessed-messages/count')).count)
    .toBe(1);
  return flowId;
}
