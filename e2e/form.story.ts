import { expect, test } from '@playwright/test';
import { chain, component, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('which fields show follows what others say; groups fold; required and tooltips are told', async () => {
  const { page, canvas } = await studio.open(chain);
  await canvas.card('Last').click();
  const form = page.locator('[data-inspector]');
  const field = (name: string) => form.locator(`[data-field="${name}"]`);

  await test.step('when: the kind of body chooses the field for it', async () => {
    // A document that says nothing of it means raw text.
    await expect(field('body')).toBeVisible();
    await expect(field('bodyJson')).toHaveCount(0);
    for (const [kind, own, other] of [
      ['JSON', 'bodyJson', 'body'],
      ['Raw text', 'body', 'bodyJson'],
    ] as const) {
      await form.getByRole('combobox', { name: 'Body type' }).click();
      await page.getByRole('option', { name: kind }).click();
      await expect(field(own)).toBeVisible();
      await expect(field(other)).toHaveCount(0);
    }
  });

  await test.step('groups: folded at first, with their fields in them', async () => {
    const advanced = form.getByRole('button', { name: 'Advanced' });
    await expect(advanced).toHaveAttribute('aria-expanded', 'false');
    await expect(field('headers')).toBeHidden();
    await advanced.click();
    await expect(field('headers')).toBeVisible();
    await form.getByRole('button', { name: 'Transformation' }).click();
    // By `when` and by its group.
    await expect(field('bodyBase64Encode')).toBeVisible();
  });

  await test.step('required: marked, and a problem while it is empty', async () => {
    const url = form.getByRole('textbox', { name: /^URL/ });
    await expect(url).toHaveAttribute('aria-required', 'true');
    await expect(field('url')).toContainText('URL is required.');
    await url.click();
    await page.keyboard.insertText('https://example.com');
    await expect(field('url')).not.toContainText('required');
  });

  await test.step('tooltip: read with the field, and shown to keys', async () => {
    const words = 'Sent as it stands. Text that is JSON is sent as JSON.';
    await expect(form.getByRole('textbox', { name: 'Body', exact: true })).toHaveAccessibleDescription(words);
    await form.getByRole('textbox', { name: 'Body', exact: true }).click();
    await page.keyboard.press('Shift+Tab');
    await expect(field('body').getByRole('button', { name: words })).toBeFocused();
    await expect(page.getByRole('tooltip').filter({ hasText: words })).toBeVisible();
  });

  await test.step('each choice is a step of its own', async () => {
    for (const kind of ['Binary', 'Form data']) {
      await form.getByRole('combobox', { name: 'Body type' }).click();
      await page.getByRole('option', { name: kind }).click();
    }
    await expect(field('bodyFormData')).toBeVisible();
    await canvas.undo();
    await expect(field('fileId')).toBeVisible();
    await canvas.undo();
    await expect(field('body')).toBeVisible();
  });
});

test('conditions by AND and OR: rows in groups, each row with the fields of its operator', async () => {
  const { page, canvas, stored } = await studio.open({
    start: component('controls.OnStart', 'Start', [0, 0]),
    check: component('controls.Condition', 'Check', [320, 0], { start: ['out'] }),
  });
  await canvas.card('Check').click();
  const form = page.locator('[data-inspector]');
  const row = (number: string) => form.getByRole('group', { name: `Conditions, condition ${number}` });
  const fill = async (number: string, label: string, text: string) => {
    await row(number).getByRole('textbox', { name: label }).click();
    await page.keyboard.insertText(text);
  };
  await form.getByRole('button', { name: 'Add condition' }).click();
  await fill('1.1', 'Input', 'a');
  await fill('1.1', 'Value', 'b');
  await form.getByRole('button', { name: 'Or', exact: true }).click();
  await fill('1.2', 'Input', 'c');
  await row('1.2').getByRole('combobox', { name: 'Operator' }).click();
  await page.getByRole('option', { name: 'is empty' }).click();
  await expect(row('1.2').getByRole('textbox', { name: 'Value' })).toHaveCount(0);
  await form.getByRole('button', { name: 'And', exact: true }).click();
  await fill('2.1', 'Input', 'd');
  await row('2.1').getByRole('combobox', { name: 'Operator' }).click();
  await page.getByRole('option', { name: 'lies in the range' }).click();
  await row('2.1').getByRole('textbox', { name: 'From' }).fill('3');
  await expect
    .poll(async () => (await stored())['check']?.['config'])
    .toMatchObject({
      transform: {
        in: {
          start: {
            out: {
              lambda: {
                expression: {
                  AND: [
                    {
                      OR: [
                        { input: 'a', operator: '=', value: 'b' },
                        { input: 'c', operator: 'empty' },
                      ],
                    },
                    { OR: [{ input: 'd', operator: 'range', rangeMin: 3 }] },
                  ],
                },
              },
            },
          },
        },
      },
    });
  await form.getByRole('button', { name: 'Remove Conditions, condition 1.1' }).click();
  await expect(row('1.2')).toHaveCount(0);
  await canvas.undo();
  await expect(row('1.2')).toBeVisible();
});

test('what an expression cannot show as rows is seen and kept, and can be replaced', async () => {
  const check = component('controls.Condition', 'Check', [320, 0], { start: ['out'] });
  const out = {
    type: 'json2new',
    modifiers: {},
    lambda: { expression: { AND: [{ XOR: [{ input: 'a' }] }] } },
  };
  const { page, canvas, stored } = await studio.open({
    start: component('controls.OnStart', 'Start', [0, 0]),
    check: { ...check, config: { transform: { in: { start: { out } } } } },
  });
  await canvas.card('Check').click();
  const form = page.locator('[data-inspector]');
  await expect(form.getByRole('textbox', { name: 'Conditions' })).toContainText('"XOR"');
  await form.getByRole('button', { name: 'Replace with rows' }).click();
  await form.getByRole('button', { name: 'Add condition' }).click();
  await expect
    .poll(async () => JSON.stringify((await stored())['check']?.['config']))
    .toContain('{"AND":[{"OR":[{"operator":"="}]}]}');
});
