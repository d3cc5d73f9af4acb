import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import type { CanvasPage } from './support/canvas.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { type Nodes, openFlow, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

/** On App Event → Condition → Post, whose body has the email and the first name. */
const flow = () => {
  const nodes = sampleFlow('https://example.com/') as Nodes;
  nodes['event']!.label = 'Contact';
  return nodes;
};

const dialog = (page: Page) => page.getByRole('dialog', { name: /would lose/ });
const notice = (page: Page) => page.getByRole('region', { name: /lost their field|lost its field/ });
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const example = (stored: Nodes) => JSON.stringify(stored['event']!['config']);
const variables = (stored: Nodes) => JSON.stringify([stored['condition'], stored['post']]);

/** Copied elsewhere, pasted over what is there. */
async function pasteExample(canvas: CanvasPage, value: unknown): Promise<void> {
  await canvas.paste('Event Data Example', JSON.stringify(value, null, 2));
}

test('an example re-pasted without fields: what breaks, where it went, one step back', async () => {
  const { page, canvas, stored } = await studio.open(flow());
  const before = await stored();
  await canvas.card('Contact').click();
  // What takes nothing away is taken at once.
  await pasteExample(canvas, { email: 'david@example.com', fname: 'David', vip: true, more: 1 });
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Change Event Data Example');
  await canvas.saved();
  await canvas.undo();

  const moved = { contact: { mail: 'david@example.com', first_name: 'David' }, vip: true };
  await pasteExample(canvas, moved);
  await expect(dialog(page)).toHaveAccessibleName('1 input would lose its value');
  await expect(dialog(page).getByText('HTTP Post › JSON body')).toHaveCount(2);
  const instead = (variable: string) =>
    dialog(page).getByRole('combobox', { name: `Instead of ${variable}` });
  await expect(instead('data.email')).toHaveValue('$.event.out.data.contact.mail');
  await expect(instead('data.fname')).toHaveValue('$.event.out.data.contact.first_name');
  await expectAccessible(page, 'impact dialog');

  // Escape leaves all as it was, in the editor too, and gives the focus back.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(canvas.field('Event Data Example')).toBeFocused();
  await expect(canvas.field('Event Data Example')).toContainText('"fname"');
  await expect(undoButton(page)).toHaveAccessibleName('Undo');

  await pasteExample(canvas, moved);
  await expect(dialog(page).getByRole('button', { name: 'Apply and re-map 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(canvas.field('Event Data Example')).toContainText('first_name');
  await expect.poll(async () => variables(await stored())).toContain('$.event.out.data.contact.mail');
  expect(variables(await stored())).not.toContain('data.email');
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await canvas.undo();
  await expect.poll(stored).toEqual(before);
  await expect(undoButton(page)).toHaveAccessibleName('Undo');
  await canvas.field('Event Data Example').focus();
  await expect(notice(page)).toBeHidden();
});

test('while one types nothing stands in the way: a renamed key is offered, left, or chosen otherwise', async () => {
  const { page, canvas, stored } = await studio.open(flow());
  await canvas.card('Contact').click();
  const editor = canvas.field('Event Data Example');
  const renameKey = async (from: string, to: string) => {
    await editor.getByText(`"${from}"`, { exact: true }).dblclick();
    await page.keyboard.type(to);
  };
  await renameKey('fname', 'givenName');
  await expect(dialog(page)).toBeHidden();
  await expect(notice(page)).toContainText('data.fname');
  await expect(editor).toBeFocused();
  await expect(notice(page).getByRole('combobox')).toHaveValue('$.event.out.data.givenName');
  await expectAccessible(page, 'impact notice');
  await notice(page).getByRole('button', { name: 'Re-map 1' }).click();
  await expect(notice(page)).toBeHidden();
  await expect.poll(async () => variables(await stored())).toContain('data.givenName');
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Re-map variable');

  await renameKey('vip', 'important');
  await notice(page).getByRole('button', { name: 'Go to Condition › Conditions, row 1' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' }).locator(':focus')).toBeVisible();
  await canvas.card('Contact').click();
  await notice(page).getByRole('combobox').selectOption({ label: 'Leave broken' });
  await expect(notice(page).getByRole('button', { name: /Re-map/ })).toBeHidden();
  await notice(page).getByRole('button', { name: 'Keep broken' }).click();
  await expect(notice(page)).toBeHidden();
  await expect(canvas.card('Condition')).toHaveAccessibleName(/1 problem/);
});

test('a sample, a pill, the sample again without the field: a problem, and no publication', async () => {
  const event = {
    ...flow()['event']!,
    config: { properties: { event: 'contact-created', eventDataExample: '' } },
  };
  const post = { ...flow()['post']!, source: { in: { event: ['out'] } }, config: {}, label: 'Send' };
  const { page, canvas } = await studio.open({ event, post }, 'integration-draft');
  await canvas.card('Contact').click();
  await pasteExample(canvas, { email: 'david@example.com', total: 12 });
  await canvas.card('Send').click();
  await canvas.type('URL', 'https://example.com/');
  await canvas.insertVariable('email', /email/);
  await canvas.saved();
  await canvas.card('Contact').click();
  await pasteExample(canvas, { total: 12 });
  await expect(dialog(page)).toContainText('data.email');
  await dialog(page).getByRole('button', { name: 'Apply without' }).click();
  await expect(canvas.card('Send')).toHaveAccessibleName(/1 problem/);
  await expect(notice(page)).toBeHidden();
  await page.getByRole('button', { name: 'Publish as template' }).click();
  await expect(page.getByText('This flow cannot be published yet.', { exact: false })).toBeVisible();
  await expect(page.locator('[data-problem]')).toContainText('email');
});

test('a component that others refer to is deleted by leave only, and another takes its place', async () => {
  const nodes = flow();
  const other = {
    ...nodes['event']!,
    label: 'Order',
    y: 360,
    config: { properties: { event: 'order', eventDataExample: '{"email":"x@y.example","vip":false}' } },
  };
  nodes['condition']!.source = { in: { event: ['out'], other: ['out'] } };
  const { page, canvas, stored } = await studio.open({ ...nodes, other });
  await canvas.card('Contact').click();
  await page.keyboard.press('Delete');
  await expect(dialog(page)).toContainText('The component is removed');
  // It takes the focus a moment later, which would come behind an Escape that is sooner.
  await expect(dialog(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(canvas.card('Contact')).toBeFocused();
  expect(Object.keys(await stored())).toContain('event');

  await page.keyboard.press('Delete');
  const instead = dialog(page).getByRole('combobox', { name: 'Instead of data.email' });
  await expect(instead).toHaveValue('$.other.out.data.email');
  await dialog(page)
    .getByRole('button', { name: /Apply and re-map/ })
    .click();
  await expect.poll(async () => Object.keys(await stored())).not.toContain('event');
  expect(variables(await stored())).toContain('$.other.out.data.email');
  await canvas.undo();
  await expect.poll(async () => variables(await stored())).not.toContain('$.other.out.data.email');
  expect(Object.keys(await stored())).toContain('event');

  // What nothing refers to goes at once.
  await canvas.card('HTTP Post').click();
  await page.keyboard.press('Delete');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(async () => Object.keys(await stored())).not.toContain('post');
  expect(example(await stored())).toContain('contact-created');
});

test('a renamed event: who waits for the old name is told', async () => {
  const { api } = studio;
  const flowId = await studio.create(flow(), 'integration-draft');
  const everybody = [{ scope: 'user', permissions: ['read', 'start', 'stop'] }];
  const { templateId } = await api.ask<{ templateId: string }>('POST', `/flows/${flowId}/publish`, {
    name: 'Contact to CRM',
    sharedWith: everybody,
  });
  const { cloneId } = await api.ask<{ cloneId: string }>('POST', `/flows/${templateId}/clone`, {
    isTemplateInstance: true,
  });
  await api.ask('POST', `/flows/${cloneId}/coordinator`, { command: 'start' });
  const page = await studio.newPage();
  const { canvas } = await openFlow({ page, api, flowId, flow: flow() });
  await canvas.card('Contact').click();
  const told = page.locator('[data-published-event]');
  await expect(canvas.field('Event Name')).toHaveValue('contact-created');
  await expect(told).toBeHidden();
  await canvas.field('Event Name').fill('contact-added');
  await expect(told).toContainText('“Contact to CRM” goes on with “contact-created”');
  await expect(told).toContainText('1 active integration stays with it');
  await expect(told).toContainText('waits for “contact-added”');
  await expectAccessible(page, 'renamed event');
  await canvas.field('Event Name').fill('contact-created');
  await expect(told).toBeHidden();
});

/** As long as it takes to be read apart from the page. */
const many = Array.from({ length: 2_000 }, (_, id) => ({ id, note: `Note ${String(id)}` }));

test('an example of many lines is looked at beside the page: asked, taken, typed over', async () => {
  const { page, canvas, stored } = await studio.open(flow());
  await canvas.card('Contact').click();
  await pasteExample(canvas, { email: 'david@example.com', fname: 'David', vip: true, many });
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Change Event Data Example');
  await expect(
    page.getByRole('region', { name: 'Fields found' }).getByText('7', { exact: true }),
  ).toBeVisible();
  await canvas.saved();
  const before = await stored();

  await pasteExample(canvas, {
    contact: { mail: 'david@example.com', first_name: 'David' },
    vip: true,
    many,
  });
  await expect(dialog(page)).toHaveAccessibleName('1 input would lose its value');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await stored()).toEqual(before);

  await pasteExample(canvas, {
    contact: { mail: 'david@example.com', first_name: 'David' },
    vip: true,
    many,
  });
  await dialog(page).getByRole('button', { name: 'Apply and re-map 2' }).click();
  await canvas.saved();
  expect(variables(await stored())).toContain('$.event.out.data.contact.mail');

  // Typed over, it is told beside the editor.
  await page.getByText('first_name').first().click();
  await page.keyboard.type('x');
  await expect(notice(page)).toBeVisible();
});

test('who types on while a long example is looked at keeps what was typed', async () => {
  const { page, canvas, stored } = await studio.open(flow());
  const worker = Promise.withResolvers<void>();
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    await worker.promise;
    await route.continue();
  });
  await canvas.card('Contact').click();
  const asked = page.waitForRequest(/worker-[^/]*\.js$/);
  await pasteExample(canvas, { email: 'a@b.example', fname: 'A', vip: true, many: many.slice(0, 500) });
  await asked;
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  ');
  worker.resolve();
  await expect(page.getByRole('region', { name: 'Fields found' })).toBeVisible();
  await canvas.saved();
  await expect.poll(async () => example(await stored()).endsWith('}  "}}')).toBe(true);

  // Who goes elsewhere meanwhile takes nothing back either.
  await pasteExample(canvas, { email: 'a@b.example', fname: 'A', vip: true, many: many.slice(0, 600) });
  await canvas.card('Condition').click();
  await canvas.saved();
  await expect.poll(async () => example(await stored()).includes('Note 599')).toBe(true);
});

test('a running flow waits for another event only when its author has seen what that changes', async () => {
  const { api } = studio;
  const { page, canvas, stored, flowId } = await studio.open(flow());
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  const data = { email: 'david@example.com', fname: 'David', vip: true };
  const starts = async (event: string) =>
    (await api.sendAppEvent(event, data)).triggers.some((trigger) => trigger.flowId === flowId);
  expect(await starts('contact-created')).toBe(true);
  await page.reload();

  await canvas.card('Contact').click();
  const name = canvas.field('Event Name');
  const told = page.locator('[data-renamed-listener]');
  await name.fill('contact-added');
  await expect(told).toContainText('This flow is running and waits for “contact-created”');
  await expect(told).toContainText('events “contact-created” no longer start it, and “contact-added” does');
  await expect(told).toContainText('The last “contact-created” came on');
  await expect(told).toContainText('no “contact-added” came');
  await expectAccessible(page, 'renamed listener');
  // What is typed holds nowhere yet, and goes with nothing else that is saved.
  await canvas.field('Event Data Example').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' ');
  await canvas.saved();
  expect(example(await stored())).toContain('contact-created');
  expect(await starts('contact-created')).toBe(true);

  await told.getByRole('button', { name: 'Keep “contact-created”' }).click();
  await expect(told).toBeHidden();
  await expect(name).toHaveValue('contact-created');
  await expect(name).toBeFocused();

  await name.fill('contact-added');
  await told.getByRole('button', { name: 'Take the new name' }).click();
  await expect(undoButton(page)).toHaveAccessibleName('Undo: Change Event Name');
  await canvas.saved();
  expect(example(await stored())).toContain('contact-added');
  expect(await starts('contact-created')).toBe(false);
  expect(await starts('contact-added')).toBe(true);

  // Once it is stopped nothing listens: a name that was held is taken.
  await name.fill('contact-new');
  await expect(told).toBeVisible();
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'stop' });
  await expect(told).toBeHidden();
  await canvas.saved();
  expect(example(await stored())).toContain('contact-new');
});
