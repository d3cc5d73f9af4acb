import { expect, test } from '@playwright/test';
import { chain, component, type Nodes, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

/** A flow opened in the Designer, and what it was then. */
async function open(flow: Nodes) {
  const opened = await studio.open(flow);
  return { ...opened, before: await opened.stored() };
}

const chainLinks = ['first.response last', 'start.out first'];

test('"+" on a link inserts there and makes room, in one step', async () => {
  const { page, canvas, stored, links, before } = await open(chain);
  const middle = await canvas.linkMiddle('First', 'Last');
  await page.mouse.move(middle.x, middle.y, { steps: 3 });
  await page.getByRole('button', { name: 'Insert between First and Last' }).click();
  await expect(canvas.picker).toBeVisible();
  await expect(canvas.picker.getByRole('option', { name: 'On App Event' })).toHaveCount(0);
  await page.keyboard.type('set var');
  await page.keyboard.press('Enter');
  await expect(canvas.card('Set Variable')).toBeFocused();
  await expect.poll(links).toEqual(['SetVariable.out last', 'first.response SetVariable', 'start.out first']);
  expect((await stored())['last']).toMatchObject({ x: 960, y: 0 });
  await canvas.undo();
  await expect.poll(stored).toEqual(before);
});

test('"+" on an output, and the same by keyboard', async () => {
  const { page, canvas, links } = await open(chain);
  await page.getByRole('button', { name: 'Add after “response” of Last' }).click();
  await page.keyboard.press('Escape');
  await expect(canvas.picker).toBeHidden();
  await canvas.card('Last').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('i');
  await expect(canvas.picker.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas.card('Last')).toBeFocused();
  await page.keyboard.press('i');
  await page.keyboard.type('patch');
  await page.keyboard.press('Enter');
  await expect.poll(links).toEqual([...chainLinks, 'last.response Patch'].toSorted());
});

test('a connection dropped on nothing asks what shall come there', async () => {
  const { page, canvas, stored, links, before } = await open(chain);
  const from = await canvas.input('Alone');
  await canvas.dragTo(from, { x: from.x - 120, y: from.y + 80 });
  await expect(canvas.picker).toHaveAccessibleName('Insert a component before Alone');
  await canvas.picker.getByRole('option', { name: 'On Start' }).click();
  await expect.poll(links).toEqual([...chainLinks, 'OnStart.out alone'].toSorted());
  await canvas.undo();
  await expect.poll(stored).toEqual(before);
  const out = await canvas.output('Alone');
  await canvas.dragTo(out, { x: out.x + 80, y: out.y + 60 });
  await expect(canvas.picker.getByRole('option', { name: 'On Start' })).toHaveCount(0);
  await page.keyboard.type('condition');
  await page.keyboard.press('Enter');
  await expect.poll(links).toEqual([...chainLinks, 'alone.response Condition'].toSorted());
});

test('dropped on a link, from the palette or from the canvas, a card is spliced in', async () => {
  const { page, canvas, stored, links, before } = await open(chain);
  const item = page
    .getByLabel('Components', { exact: true })
    .getByRole('button', { name: 'HTTP Patch', exact: true });
  await item.scrollIntoViewIfNeeded();
  const target = await canvas.linkMiddle('Start', 'First');
  await canvas.dragTo(await canvas.middleOf(item), target, { drop: false });
  await expect(canvas.receivingLink).toBeVisible();
  await page.mouse.up();
  await expect(canvas.receivingLink).toHaveCount(0);
  await expect.poll(links).toEqual(['Patch.response first', 'first.response last', 'start.out Patch']);
  await canvas.undo();
  await expect.poll(stored).toEqual(before);

  const middle = await canvas.linkMiddle('First', 'Last');
  const held = await canvas.middleOf(canvas.card('Alone'));
  await canvas.dragTo(held, { x: middle.x, y: middle.y + 20 }, { drop: false });
  await expect(canvas.receivingLink).toBeVisible();
  await page.mouse.up();
  await expect.poll(links).toEqual(['alone.response last', 'first.response alone', 'start.out first']);
  await canvas.undo();
  await expect.poll(stored).toEqual(before);
});

test('a link is moved to another port, detached, and cut', async () => {
  const { page, canvas, links } = await open(chain);
  const grab = async () => {
    const end = await canvas.input('Last');
    // Beside the port's own place to grab.
    return { x: end.x - 16, y: end.y };
  };
  await canvas.dragTo(await grab(), await canvas.input('Alone'));
  await expect.poll(links).toEqual(['first.response alone', 'start.out first']);
  await canvas.undo();
  await expect.poll(links).toEqual(chainLinks);
  // The body of a card stands for its port.
  await canvas.dragTo(await grab(), await canvas.middleOf(canvas.card('Alone')));
  await expect.poll(links).toEqual(['first.response alone', 'start.out first']);
  await canvas.undo();
  await expect.poll(links).toEqual(chainLinks);
  const from = await grab();
  await canvas.dragTo(from, { x: from.x, y: from.y + 200 });
  await expect.poll(links).toEqual(['start.out first']);
  await expect(canvas.picker).toHaveCount(0);
  // The notice brings it back, for those without a keyboard; it goes when something else is done.
  const notice = page.getByRole('alert').filter({ hasText: 'Link removed.' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(links).toEqual(chainLinks);
  await expect(notice).toHaveCount(0);
  await canvas.dragTo(await grab(), { x: from.x, y: from.y + 200 });
  await expect(notice).toBeVisible();
  // Reached by keys as a panel is.
  for (let panel = 0; panel < 5; panel++) {
    await page.keyboard.press('F6');
    if (await notice.getByRole('button', { name: 'Undo' }).evaluate((own) => own === document.activeElement))
      break;
  }
  await expect(notice.getByRole('button', { name: 'Undo' })).toBeFocused();
  await canvas.undo();
  await expect(notice).toHaveCount(0);
  await expect.poll(links).toEqual(chainLinks);
  const middle = await canvas.linkMiddle('Start', 'First');
  await page.keyboard.down('Alt');
  await page.mouse.click(middle.x - 20, middle.y);
  await page.keyboard.up('Alt');
  await expect.poll(links).toEqual(['first.response last']);
  await expect(page.getByRole('alert').filter({ hasText: 'Link cut.' })).toBeVisible();
});

test('helper lines, align, distribute and tidy up', async () => {
  const { page, canvas, stored } = await open({ ...chain, last: { ...chain['last']!, x: 643 } });
  const held = await canvas.middleOf(canvas.card('Alone'));
  const zoom = await page
    .locator('.react-flow__viewport')
    .evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a);
  await canvas.dragTo(held, { x: held.x + 320 * zoom, y: held.y }, { drop: false });
  await expect(page.locator('[data-guides] line').first()).toBeAttached();
  await page.mouse.up();
  await expect(page.locator('[data-guides]')).toHaveCount(0);
  await expect.poll(async () => (await stored())['alone']?.x).toBe(643);

  await page.keyboard.press('ControlOrMeta+a');
  const arrange = async (name: string) => {
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const all = async (side: 'x' | 'y') => Object.values(await stored()).map((node) => node[side]);
  await arrange('Align left edges');
  await expect.poll(() => all('x')).toEqual([0, 0, 0, 0]);
  await canvas.undo();
  await arrange('Align top edges');
  await expect.poll(() => all('y')).toEqual([0, 0, 0, 0]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+T');
  await expect
    .poll(async () => {
      const { start, first, last } = await stored();
      return [first!.x - start!.x, last!.x - first!.x];
    })
    .toEqual([320, 320]);
  await expect.poll(() => all('y')).not.toEqual([0, 0, 0, 0]);
  await canvas.undo();
  await expect.poll(() => all('y')).toEqual([0, 0, 0, 0]);
});

test('arrow keys move, with Alt they walk along the links', async () => {
  const { page, canvas, stored, before } = await open(chain);
  await canvas.card('Start').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(canvas.card('First')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(canvas.card('Last')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(canvas.card('First')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await stored())['first']?.y).toBe(80);
  await canvas.undo();
  await expect.poll(stored).toEqual(before);
  // Not on a card, as after "Select all", they move all that is selected.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => Object.values(await stored()).map(({ x }) => x)).toEqual([64, 384, 704, 384]);
});

test('a large flow has a map to go by, and a way to the selection', async () => {
  const many = Array.from({ length: 20 }, (_, at): [string, Nodes[string]] => [
    `c${at}`,
    component(
      'http.Get',
      `Card ${at}`,
      [at * 320, at * 160],
      at > 0 ? { [`c${at - 1}`]: ['response'] } : undefined,
    ),
  ]);
  const small = await open(chain);
  await expect(small.page.locator('[data-minimap]')).toHaveCount(0);
  const { page, canvas } = await open(Object.fromEntries(many));
  await canvas.card('Card 0').click();
  await page.getByRole('button', { name: 'Zoom to the selection' }).click();
  await expect(canvas.card('Card 19')).not.toBeInViewport();
  await expect(canvas.card('Card 0')).toBeInViewport();
  const map = page.locator('[data-minimap]');
  const box = (await map.boundingBox())!;
  await page.mouse.click(box.x + box.width - 12, box.y + box.height - 20);
  await expect(canvas.card('Card 19')).toBeInViewport();
  await expect(canvas.card('Card 0')).not.toBeInViewport();
});
