import { expect, test } from '@playwright/test';
import { chain, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

test('a component is renamed on its card; Escape gives the old label back, undo takes one step', async () => {
  const { page, canvas, stored } = await studio.open(chain);
  const { keyboard } = page;
  await canvas.card('First').click();
  await keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New label of First' });
  await expect(field).toBeFocused();
  await keyboard.type('Fetch it');
  await expect.poll(async () => (await stored())['first']?.label).toBe('Fetch it');
  await keyboard.press('Control+z');
  await expect(field).toHaveValue('First');
  await keyboard.type('Other');
  await keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(canvas.card('First')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('in the outline it is renamed in its row', async () => {
  const { page, stored } = await studio.open(chain);
  const { keyboard } = page;
  await keyboard.press('Alt+o');
  const tree = page.getByRole('tree', { name: 'Flow' });
  await expect(tree).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('F2');
  const field = tree.getByRole('treeitem', { name: /^First/ }).getByRole('textbox');
  await expect(field).toBeFocused();
  await keyboard.type('Fetch');
  await keyboard.press('Enter');
  await expect(tree).toBeFocused();
  await expect(tree.getByRole('treeitem', { name: /^Fetch, step 2/ })).toBeVisible();
  await expect.poll(async () => (await stored())['first']?.label).toBe('Fetch');
  // The next visit begins as this one ends.
  await keyboard.press('Alt+o');
  await expect(tree).toBeHidden();
});

test('a letter that is a command’s means it in the outline too, within a name it belongs to the name', async () => {
  const { page } = await studio.open(chain);
  const { keyboard } = page;
  await keyboard.press('Alt+o');
  const tree = page.getByRole('tree', { name: 'Flow' });
  const row = (name: string | RegExp) => tree.getByRole('treeitem', { name });
  await expect(tree).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(row(/^First/)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('d');
  await expect(row(/^First, .*Disabled/)).toBeVisible();
  await keyboard.type('alone');
  await expect(row(/^Alone/)).toHaveAttribute('aria-selected', 'true');
  await expect(row(/^Alone/)).not.toHaveAccessibleName(/Disabled/);
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('heading', { name: 'In the outline' })).toBeVisible();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Select the row' })).toContainText('Space');
});
