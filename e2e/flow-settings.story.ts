import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { component, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('how many runs at once, and in which order: set in one place, undone, kept, and refused where it makes no sense', async () => {
  const { page, flowId } = await studio.open({
    event: {
      ...component('appevents.OnAppEvent', 'Order came', [0, 0]),
      config: { properties: { event: 'order', eventDataExample: '{"customer":{"id":1}}' } },
    },
    put: component('http.Put', 'Book it', [320, 0], { event: ['out'] }),
  });
  const form = page.locator('[data-inspector]').first();
  const most = form.getByRole('textbox', { name: 'Runs at once, at most' });
  const stored = async () =>
    (await studio.api.ask<{ concurrency: number | null }>('GET', `/flows/${flowId}`)).concurrency;

  await expect(form.getByRole('heading', { name: 'Flow settings' })).toBeVisible();
  await expect(most).toHaveValue('');
  await most.fill('3');
  await expect.poll(stored).toBe(3);
  await expectAccessible(page, 'the settings of a flow');

  await most.fill('0');
  await expect(form.getByText('A whole number from 1 to')).toBeVisible();
  await most.blur();
  await expect(most).toHaveValue('3');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(most).toHaveValue('');
  await expect.poll(stored).toBeNull();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(stored).toBe(3);
  await page.reload();
  await expect(most).toHaveValue('3');

  await test.step('the order: it leads to the trigger’s own field, which says what is no path', async () => {
    const order = form.getByRole('region', { name: 'Order of events' });
    await expect(order).toContainText('in no order');
    await order.getByRole('button', { name: 'Order came' }).click();
    const field = form.locator('[data-field="orderBy"]');
    await field.getByRole('textbox').fill('customer..id');
    await expect(field).toContainText('is no path into the event data');
    await field.getByRole('textbox').fill('customer.id');
    await expect(field).not.toContainText('is no path');
    await page.locator('.react-flow__pane').click({ position: { x: 40, y: 320 } });
    await expect(order).toContainText('by customer.id');
  });
});
