import { expect, test } from '@playwright/test';
import { Api } from './support/api.ts';
import { expectAccessible } from './support/axe.ts';
import { DesignerPage } from './support/designer.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

let server: RunningServer;

test.beforeAll(async () => {
  server = await startFreshServer();
});

test.afterAll(async () => {
  await server.stop();
});

const example = {
  name: '  Ada ',
  ordered: '2026-01-31T23:30:00Z',
  items: [
    { sku: 'A1', price: 0.1 },
    { sku: 'B2', price: 0.2 },
  ],
};

/** On App Event → HTTP Post, whose URL takes a field of the event. */
const flowWith = (variable: string) => ({
  t: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'order-created', eventDataExample: JSON.stringify(example) } },
  },
  p: {
    type: 'appmixer.utils.http.Post',
    x: 400,
    y: 0,
    source: { in: { t: ['out'] } },
    config: {
      transform: {
        in: {
          t: {
            out: {
              type: 'json2new',
              modifiers: { url: { m1: { variable, functions: [] } } },
              lambda: { url: '{{{m1}}}' },
            },
          },
        },
      },
    },
  },
});

test('an author builds a chain of modifiers and sees what each makes of the example', async ({ page }) => {
  const api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
  // The first account is the admin: it gives the installation a modifier of its own.
  await api.ask('PUT', '/modifiers', {
    categories: { house: { label: 'House rules', index: 30 } },
    modifiers: {
      g_shout: {
        label: 'Shout',
        category: ['house'],
        description: 'Capitals and an exclamation mark.',
        helperFn: 'value => value.toUpperCase() + "!"',
      },
    },
  });
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Orders',
    type: 'automation',
    flow: flowWith('$.t.out.data.items'),
  });
  await page.addInitScript((token = '') => localStorage.setItem('tributary-token', token), api.token);
  await page.goto(`${server.url}/studio/flows/${flowId}`);
  const designer = new DesignerPage(page);
  await designer.card('HTTP Post').click();
  await page.getByRole('button', { name: /^Variable .*items/ }).click();
  const pill = page.getByRole('dialog', { name: /^Variable/ });
  const add = pill.getByRole('button', { name: 'Add modifier' });
  const search = pill.getByRole('combobox', { name: 'Search modifiers' });
  const card = (name: string) => pill.getByRole('group', { name, exact: true });

  await test.step('what fits a list is offered first, and is found by words', async () => {
    await add.click();
    await expect(pill.getByRole('option').first()).toContainText('First Item');
    await expect(pill.getByText('Fits a list')).toBeVisible();
    await expectAccessible(page, 'the list of modifiers');
    await search.fill('sum');
    await page.keyboard.press('Enter');
    await expect(card('Sum')).toContainText('Fails: ');
    await card('Sum').getByRole('textbox', { name: 'Field' }).fill('price');
    await expect(card('Sum')).toContainText('Gives 0.3');
  });

  await test.step('each stage goes on with the one before', async () => {
    await add.click();
    await expect(pill.getByText('Fits a number')).toBeVisible();
    await search.fill('format money');
    await page.keyboard.press('Enter');
    await card('Format Money').getByRole('textbox', { name: 'Language' }).fill('de');
    await expect(card('Format Money')).toContainText(/Gives 0,30\s€/);
    await expectAccessible(page, 'a chain');
  });

  await test.step('by keyboard a modifier moves; the one that now fails says why, and may keep the value', async () => {
    await card('Format Money').getByRole('textbox', { name: 'Language' }).press('Alt+ArrowUp');
    await expect(pill.getByRole('group').first()).toHaveAccessibleName('Format Money');
    await expect(card('Format Money')).toBeFocused();
    await expect(card('Format Money')).toContainText('Fails: it needs a number, not a list');
    await card('Format Money').getByRole('checkbox', { name: 'Keep the value if it fails' }).check();
    await expect(card('Format Money')).toContainText('Fails and keeps the value');
    await expect(card('Sum')).toContainText('Gives 0.3');
  });

  await test.step('by pointer, too, as one step', async () => {
    const [grip, other] = [card('Format Money').locator('[data-grip]'), card('Sum')];
    const [from, to] = [(await grip.boundingBox())!, (await other.boundingBox())!];
    await page.mouse.move(from.x + 4, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + to.height - 4, { steps: 5 });
    await expect(other).toHaveAttribute('data-mark', 'after');
    await page.mouse.up();
    await expect(pill.locator('[data-modifier]').first()).toHaveAccessibleName('Sum');
    await expect(card('Format Money')).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(pill.locator('[data-modifier]').first()).toHaveAccessibleName('Format Money');
  });

  await test.step('JavaScript is tried where the engine runs it', async () => {
    await add.click();
    await search.fill('javascript');
    await page.keyboard.press('Enter');
    await card('JavaScript').getByRole('textbox', { name: 'Code' }).click();
    await page.keyboard.type('`${value} EUR`');
    await expect(card('JavaScript')).toContainText('Gives 0.3 EUR');
    await expectAccessible(page, 'code');
  });

  await test.step('so is the installation’s own', async () => {
    await add.click();
    await search.fill('house rules');
    await page.keyboard.press('Enter');
    await expect(card('Shout')).toContainText('Gives 0.3 EUR!');
    await pill.getByRole('button', { name: 'Close' }).click();
    await designer.saved();
  });

  await test.step('the document holds what other clients read', async () => {
    const { flow } = await api.ask<{ flow: ReturnType<typeof flowWith> }>('GET', `/flows/${flowId}`);
    const { modifiers } = flow.p.config.transform.in.t.out;
    expect(modifiers.url.m1.functions).toEqual([
      { name: 'g_formatCurrency', hashParams: { locale: { value: 'de' } }, onError: 'keep' },
      { name: 'g_sum', params: [{ value: 'price' }] },
      { name: 'g_javascript', params: [{ value: '`${value} EUR`' }] },
      { name: 'g_shout' },
    ]);
  });
});
