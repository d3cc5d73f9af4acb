import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { CanvasPage } from './support/canvas.ts';
import { sampleFlow } from './support/sample-flow.ts';
import { signedIn, startStudio, type Studio } from './support/studio.ts';
import { newPage } from './support/pages.ts';

type Note = { x: number; y: number; width: number; height: number; content: string } & Record<
  string,
  unknown
>;
type Flow = { flow: Record<string, { x: number; y: number }>; notes: Record<string, Note> };

const note = {
  x: 48,
  y: 320,
  width: 240,
  height: 128,
  content: '# Orders\nfrom the **shop**',
  author: 'Ada',
};

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});

test.afterAll(() => studio.stop());

class NotesPage extends CanvasPage {
  /** By its first words. */
  note(words: string): Locator {
    return this.page.locator(`.react-flow__node[aria-label="Note: ${words}"]`);
  }

  get emptyNote(): Locator {
    return this.page.locator('.react-flow__node[aria-label="Empty note"]');
  }

  get editor(): Locator {
    return this.canvas.getByRole('textbox', { name: 'Text of the note' });
  }
}

async function open(
  notes: Record<string, Note> = { n: note },
  inContext = studio.context,
  type = 'automation',
) {
  const { flowId } = await studio.api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Notes',
    type,
    flow: sampleFlow('http://127.0.0.1:9/'),
    notes,
  });
  const page = await newPage(inContext);
  await page.goto(`${studio.server.url}/studio/flows/${flowId}`);
  const canvas = new NotesPage(page);
  await expect(canvas.card('Condition')).toBeVisible();
  await canvas.inView();
  const stored = () => studio.api.ask<Flow>('GET', `/flows/${flowId}`);
  return { page, canvas, stored, storedNotes: async () => (await stored()).notes, flowId };
}

async function copyBy(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('tributary.components');
}

test('a note is added by a key, written as Markdown, and is there after a reload', async () => {
  const { page, canvas, storedNotes } = await open({});
  await canvas.page.mouse.move(600, 600);
  await page.keyboard.press('n');
  await expect(canvas.editor).toBeFocused();
  await page.keyboard.type(
    '# Orders\nfrom the **shop**, see [docs](https://docs.example/a)\n- one\n- <b>two</b>',
  );
  await page.keyboard.press('Escape');
  await expect(canvas.editor).toBeHidden();
  const written = canvas.note('Orders');
  await expect(written).toBeFocused();
  await expect(written.locator('strong')).toHaveText('shop');
  await expect(written.getByRole('link', { name: 'docs' })).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(written.getByRole('listitem')).toHaveText(['one', '<b>two</b>']);
  await expect(canvas.canvas.getByRole('heading')).toHaveCount(0);
  await canvas.saved();
  await expect
    .poll(async () => Object.values(await storedNotes()).map(({ content }) => content))
    .toEqual(['# Orders\nfrom the **shop**, see [docs](https://docs.example/a)\n- one\n- <b>two</b>']);
  await page.reload();
  await expect(canvas.note('Orders')).toBeVisible();
  await expect(canvas.note('Orders').locator('strong')).toHaveText('shop');
});

test('a note is added from the menu of the canvas where the pointer is, and one undo each takes text and note away', async () => {
  const { page, canvas, storedNotes } = await open({});
  const box = (await canvas.canvas.boundingBox())!;
  await page.mouse.click(box.x + 300, box.y + 120, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add a note' }).click();
  await expect(canvas.editor).toBeFocused();
  await page.keyboard.type('Hello');
  await page.keyboard.press('Escape');
  const middle = await canvas.middleOf(canvas.note('Hello'));
  expect(Math.abs(middle.x - box.x - 300)).toBeLessThan(16);
  expect(Math.abs(middle.y - box.y - 120)).toBeLessThan(16);
  await canvas.undo();
  await expect(canvas.emptyNote).toBeVisible();
  await canvas.undo();
  await expect(canvas.emptyNote).toHaveCount(0);
  await canvas.saved();
  expect(await storedNotes()).toEqual({});
});

test('a note is resized by its corner in one step and keeps what it carries', async () => {
  const { page, canvas, storedNotes } = await open();
  await canvas.note('Orders').click();
  const zoom = (await canvas.note('Orders').boundingBox())!.width / note.width;
  const corner = canvas.note('Orders').locator('.react-flow__resize-control.handle.bottom.right');
  const from = await canvas.middleOf(corner);
  await canvas.dragTo(from, { x: from.x + 96 * zoom, y: from.y + 48 * zoom });
  await expect.poll(async () => (await storedNotes())['n']).toMatchObject({ author: 'Ada', x: 48, y: 320 });
  await expect.poll(async () => ((await storedNotes())['n']?.width ?? 0) > 300).toBe(true);
  await expect(page.getByRole('button', { name: 'Undo: Resize note' })).toBeVisible();
  await canvas.undo();
  await expect.poll(async () => (await storedNotes())['n']).toEqual(note);

  // By its upper left corner the other one stays.
  const upper = await canvas.middleOf(
    canvas.note('Orders').locator('.react-flow__resize-control.handle.top.left'),
  );
  await canvas.dragTo(upper, { x: upper.x - 64 * zoom, y: upper.y - 32 * zoom });
  await expect.poll(async () => (await storedNotes())['n']?.x).toBeLessThan(48);
  const resized = (await storedNotes())['n']!;
  expect([resized.x + resized.width, resized.y + resized.height]).toEqual([48 + 240, 320 + 128]);
});

test('cards and notes are selected, moved and deleted together, one step each', async () => {
  const { page, canvas, stored } = await open();
  const before = await stored();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(canvas.canvas.page().getByText('3 components and 1 note', { exact: true })).toBeVisible();
  const from = await canvas.middleOf(canvas.note('Orders'));
  await canvas.dragTo(from, { x: from.x + 96, y: from.y + 64 });
  await expect(page.getByRole('button', { name: 'Undo: Move 3 components and 1 note' })).toBeVisible();
  await expect.poll(async () => (await stored()).notes['n']?.x).not.toBe(48);
  const moved = await stored();
  const dx = moved.notes['n']!.x - 48;
  expect(moved.flow['post']!.x - before.flow['post']!.x).toBe(dx);
  await page.keyboard.press('Delete');
  await expect(canvas.note('Orders')).toHaveCount(0);
  await canvas.undo();
  await canvas.undo();
  await expect.poll(async () => (await stored()).notes).toEqual(before.notes);
  expect((await stored()).flow).toEqual(before.flow);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(async () => (await stored()).notes).toEqual(moved.notes);
});

test('a box selects notes, which lie behind cards and links', async () => {
  const { page, canvas } = await open({ n: { ...note, x: 380, y: 150, width: 300, height: 200 } });
  const card = await canvas.middleOf(canvas.card('Condition'));
  const top = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.react-flow__node')?.getAttribute('data-id'),
    card,
  );
  expect(top).toBe('condition');
  const box = (await canvas.note('Orders').boundingBox())!;
  await page.mouse.click(box.x + 20, box.y + box.height - 12);
  await expect(canvas.note('Orders')).toHaveClass(/selected/);
  const still = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.react-flow__node')?.getAttribute('data-id'),
    card,
  );
  expect(still).toBe('condition');
  await page.keyboard.press('Escape');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x - 30, box.y + box.height + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + box.height - 20, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByText('1 note', { exact: true })).toBeVisible();
});

test('notes are copied with cards into another flow', async () => {
  const first = await open();
  await first.page.keyboard.press('ControlOrMeta+a');
  await copyBy(first.page);
  const second = await open({});
  await second.canvas.canvas.click({ position: { x: 20, y: 20 } });
  await second.page.keyboard.press('ControlOrMeta+v');
  await expect(second.canvas.note('Orders')).toBeVisible();
  await expect
    .poll(async () => Object.values(await second.storedNotes()))
    .toMatchObject([{ content: note.content, author: 'Ada', width: 240 }]);
  expect(Object.keys((await second.stored()).flow)).toHaveLength(6);
  expect(Object.keys(await second.storedNotes())).not.toContain('n');
  await second.canvas.undo();
  await expect.poll(async () => second.storedNotes()).toEqual({});
});

test('by keyboard alone: add, reach by Tab behind the cards, write, move, colour, delete', async () => {
  const { page, canvas, storedNotes } = await open();
  await canvas.card('HTTP Post').focus();
  await page.keyboard.press('Tab');
  for (let stops = 0; stops < 6; stops++) {
    if (await canvas.note('Orders').evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(canvas.note('Orders')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(canvas.note('Orders')).toHaveClass(/selected/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await storedNotes())['n']?.x).toBe(80);
  await page.keyboard.press('Enter');
  await expect(canvas.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Written');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas.editor).toHaveValue(note.content);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Written again');
  await page.keyboard.press('Escape');
  await expect(canvas.note('Written again')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Blue note' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('menuitem', { name: 'Blue note' }).press('Enter');
  await expect.poll(async () => (await storedNotes())['n']).toMatchObject({ color: 'blue', author: 'Ada' });
  await expect(canvas.note('Written again')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(storedNotes).toEqual({});
});

test('the inspector offers text, colour and size, and the outline lists notes at its end', async () => {
  const { page, canvas, storedNotes } = await open();
  await page.keyboard.press('Alt+o');
  const row = page.getByRole('treeitem', { name: 'Note: Orders, 1 of 1' });
  await expect(row).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const field = page
    .getByLabel('Inspector', { exact: true })
    .getByRole('textbox', { name: 'Text of the note' });
  await expect(field).toBeFocused();
  await field.fill('Told in the outline');
  await expect(page.getByRole('treeitem', { name: 'Note: Told in the outline, 1 of 1' })).toBeVisible();
  await page.getByRole('radio', { name: 'Green note' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Width' }).fill('320');
  await expect
    .poll(async () => (await storedNotes())['n'])
    .toMatchObject({ content: 'Told in the outline', color: 'green', width: 320, author: 'Ada' });
  await expectAccessible(page, 'outline and inspector of a note');
  await page.keyboard.press('Escape');
  await page.getByRole('tree').focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('treeitem', { name: /^Note/ })).toHaveCount(0);
  await expect.poll(storedNotes).toEqual({});
  await page.keyboard.press('Alt+o');
  await expect(canvas.note('Told in the outline')).toHaveCount(0);
});

test('the canvas with notes is accessible, while one is written in too', async () => {
  const colors = ['yellow', 'green', 'blue', 'pink'];
  const notes = Object.fromEntries(
    colors.map((color, at) => [
      color,
      { ...note, x: at * 260, color, content: `# ${color}\n[link](https://a.example) and \`code\`` },
    ]),
  );
  const { page, canvas } = await open({ ...notes, empty: { ...note, y: 500, content: '' } });
  await expect(canvas.note('pink').getByRole('link')).toBeVisible();
  await expectAccessible(page, 'notes');
  await canvas.emptyNote.dblclick();
  await expect(canvas.editor).toBeFocused();
  await expectAccessible(page, 'writing');
});

test('what is written reaches the server although the page goes in the middle of it', async () => {
  const { page, canvas, storedNotes } = await open();
  await canvas.note('Orders').dblclick();
  await page.keyboard.type(' and more');
  await page.reload();
  await expect(canvas.card('Condition')).toBeVisible();
  await expect.poll(async () => (await storedNotes())['n']?.content).toBe(`${note.content} and more`);
});

test('versions show what became of notes, and bring them back', async () => {
  const { page, canvas, storedNotes, flowId } = await open({ n: note }, studio.context, 'integration-draft');
  await studio.api.ask('POST', `/flows/${flowId}/publish`, {});
  await canvas.note('Orders').dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Changed');
  await page.keyboard.press('Escape');
  await canvas.saved();
  await page.goto(`${studio.server.url}/studio/flows/${flowId}?version=latest`);
  const view = page.getByRole('dialog');
  await expect(view.getByText('1 note changed')).toBeVisible();
  await view.getByRole('button', { name: /Note: Orders/ }).click();
  await expect(view.locator('.react-flow__node[aria-label="Note: Orders, changed"]')).toBeVisible();
  await expectAccessible(page, 'a version with notes');
  await view.getByRole('button', { name: 'Restore this version' }).click();
  await expect.poll(async () => (await storedNotes())['n']).toEqual(note);
});

test.describe('by finger', () => {
  let touch: BrowserContext;
  test.beforeAll(async ({ browser }) => {
    touch = await signedIn(browser, studio.api, { hasTouch: true, viewport: { width: 390, height: 780 } });
  });
  test.afterAll(() => touch.close());

  test('a note is added by its button and written in', async () => {
    const { page, canvas, storedNotes } = await open({}, touch);
    await page.getByRole('toolbar', { name: 'View' }).getByRole('button', { name: 'Add a note' }).tap();
    await expect(canvas.editor).toBeFocused();
    // On a small screen the view comes near enough to read what one writes.
    await expect.poll(async () => (await canvas.editor.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    await page.keyboard.type('By finger');
    await page.touchscreen.tap(195, 200);
    await expect(canvas.editor).toBeHidden();
    await expect
      .poll(async () => Object.values(await storedNotes()))
      .toMatchObject([{ content: 'By finger' }]);
    const box = (await canvas.note('By finger').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  });
});
