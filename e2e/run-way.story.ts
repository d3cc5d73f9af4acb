import { expect, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startFreshServer();
});
test.afterAll(() => server.stop());

const setVariable = (from: string, port: string, x: number, y: number) => ({
  type: 'appmixer.utils.controls.SetVariable',
  x,
  y,
  source: { in: { [from]: [port] } },
  config: {
    transform: {
      in: {
        [from]: {
          [port]: {
            type: 'json2new',
            modifiers: { variables: { v: { variable: '$.t.out.data.no', functions: [] } } },
            lambda: { variables: { ADD: [{ name: 'n', type: 'text', text: '{{{v}}}' }] } },
          },
        },
      },
    },
  },
});

/** On App Event → Condition → two ways. */
const flow = {
  t: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'order-created', eventDataExample: '{ "no": 7 }' } },
  },
  c: {
    type: 'appmixer.utils.controls.Condition',
    x: 320,
    y: 0,
    source: { in: { t: ['out'] } },
    config: {
      transform: {
        in: {
          t: {
            out: {
              type: 'json2new',
              modifiers: { expression: { v: { variable: '$.t.out.data.no', functions: [] } } },
              lambda: {
                expression: {
                  OR: [{ AND: [{ input: '{{{v}}}', operator: '>', value: '5' }] }],
                },
              },
            },
          },
        },
      },
    },
  },
  big: { ...setVariable('c', 'true', 640, -80), label: 'Large order' },
  small: { ...setVariable('c', 'false', 640, 120), label: 'Small order' },
};

test('a run shows its way through the flow as it was, read only', async ({ page }) => {
  const api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Orders',
    type: 'automation',
    flow,
  });
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  const { triggers } = await api.ask<{ triggers: { correlationId: string }[] }>(
    'POST',
    '/plugins/appmixer/utils/appevents/events/order-created',
    { no: 7 },
  );
  const runId = triggers[0]!.correlationId;
  const status = async () => (await api.ask<{ status: string }>('GET', `/runs/${runId}`)).status;
  await expect.poll(status).toBe('completed');
  // What is edited afterwards is no part of what the run went through.
  await api.ask('PUT', `/flows/${flowId}?forceUpdate=true`, { flow: { t: flow.t } });

  await page.addInitScript((token = '') => localStorage.setItem('tributary-token', token), api.token);
  await page.goto(`${server.url}/studio/runs/${runId}`);
  const way = page.getByRole('region', { name: 'Way through the flow' });
  const card = (name: RegExp) => way.getByRole('group', { name });

  await expect(card(/^On App Event, .*completed$/)).toBeVisible();
  await expect(card(/^Condition, .*completed$/)).toBeVisible();
  await expect(card(/^Large order, .*completed$/)).toBeVisible();
  await expect(card(/^Small order, .*not reached$/)).toBeVisible();
  await expect(card(/^Large order/).locator('[data-tested="completed"]')).toBeVisible();
  await expect(card(/^Small order/).locator('[data-tested]')).toHaveCount(0);
  // Nothing on it edits: no plus, and a card stays where it is.
  await expect(way.getByRole('button', { name: /^Add/ })).toHaveCount(0);

  await test.step('a card leads to its step', async () => {
    const step = page.getByRole('button', { name: /Large order/, expanded: false });
    await expect(step).toBeVisible();
    await card(/^Large order/).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Large order/, expanded: true })).toBeInViewport();
  });

  await expectAccessible(page, 'a run');
});
