import { expect, type Page, test } from '@playwright/test';
import { chain, component, type Nodes, startStudio, type Studio } from './support/studio.ts';

let studio: Studio;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser);
});

test.afterAll(() => studio.stop());

const before = ['first.response last', 'start.out first'];
/** The second component takes one connection only, and has one. */
const full: Nodes = {
  start: component('controls.OnStart', 'Start', [0, 0]),
  set: component('controls.SetVariable', 'Set', [320, 0], { start: ['out'] }),
  get: component('http.Get', 'Get', [0, 200]),
};

test('while one draws it says whether it may be, and in words why not', async () => {
  const { page, canvas, links } = await studio.open(chain);
  const line = page.locator('[data-status]');
  const over = async (from: string, to: string, reason: RegExp) => {
    await canvas.dragTo(await canvas.output(from), await canvas.input(to), { drop: false });
    await expect(line).toHaveAttribute('data-status', 'invalid');
    await expect(page.getByText(reason)).toBeVisible();
    await page.mouse.up();
    await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible();
  };
  await over('Last', 'First', /This would make a loop: Last comes after First/);
  await over('Start', 'First', /already connected/);
  // A trigger has no port for an input: the card itself tells.
  await canvas.dragTo(await canvas.output('Last'), await canvas.middleOf(canvas.card('Start')));
  await expect(
    page.getByRole('alert').filter({ hasText: 'Start starts the flow and takes no input.' }),
  ).toBeVisible();
  await expect.poll(links).toEqual(before);
  await canvas.dragTo(await canvas.output('Last'), await canvas.input('Alone'), { drop: false });
  await expect(line).toHaveAttribute('data-status', 'valid');
  await page.mouse.up();
  await expect.poll(links).toEqual([...before, 'last.response alone'].toSorted());
});

test('near a port is on it, a whole card stands for its port, and two clicks for a drag', async () => {
  const { page, canvas, links } = await studio.open(chain);
  const alone = await canvas.input('Alone');
  await canvas.dragTo(await canvas.output('Start'), { x: alone.x - 24, y: alone.y - 16 });
  await expect.poll(links).toEqual([...before, 'start.out alone'].toSorted());
  await canvas.undo();
  await canvas.dragTo(await canvas.output('Start'), await canvas.middleOf(canvas.card('Alone')));
  await expect.poll(links).toEqual([...before, 'start.out alone'].toSorted());
  await canvas.undo();
  await expect.poll(links).toEqual(before);
  const [from, to] = [await canvas.output('First'), await canvas.input('Alone')];
  await page.mouse.click(from.x, from.y);
  await page.mouse.click(to.x, to.y);
  await expect.poll(links).toEqual([...before, 'first.response alone'].toSorted());
});

test('by keys: a list of where it may lead, with the reasons of what may not; and out again', async () => {
  const { page, canvas, links } = await studio.open(chain);
  const { keyboard } = page;
  await canvas.card('Alone').focus();
  await keyboard.press('Enter');
  await keyboard.press('c');
  const list = page.getByRole('dialog', { name: 'Connect Alone to' });
  const inHand = () => list.getByRole('option', { selected: true });
  await expect(list.getByRole('textbox')).toBeFocused();
  await expect(inHand()).toHaveAccessibleName(/^Start, Not possible/);
  await keyboard.press('ArrowDown');
  await expect(inHand()).toHaveAccessibleName('First, Step 2, HTTP Get');
  await expect(list.getByRole('textbox')).toHaveAttribute(
    'aria-activedescendant',
    (await inHand().getAttribute('id'))!,
  );
  await keyboard.type('start');
  await expect(inHand()).toHaveAccessibleName(
    'Start, Not possible. Start starts the flow and takes no input.',
  );
  await keyboard.press('Enter');
  await expect(list).toBeVisible();
  await keyboard.press('Control+a');
  await keyboard.type('first');
  await expect(inHand()).toHaveAccessibleName('First, Step 2, HTTP Get');
  await keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect.poll(links).toEqual(['alone.response first', ...before]);
  await expect(canvas.card('Alone')).toBeFocused();
  await expect(told(page, 'Alone now leads to First.')).toBeAttached();

  await keyboard.press('Shift+C');
  const removing = page.getByRole('dialog', { name: 'Remove a link of Alone' });
  await expect(removing.getByRole('option', { selected: true })).toHaveAccessibleName(
    'To First, “response” to “in”',
  );
  await keyboard.press('Enter');
  await expect.poll(links).toEqual(before);
  await keyboard.press('Control+z');
  await expect.poll(links).toEqual(['alone.response first', ...before]);
  await keyboard.press('Control+z');
  await expect.poll(links).toEqual(before);
  await expect(told(page, 'Undone: Connect.')).toBeAttached();

  await canvas.card('Alone').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Connect to…' }).click();
  await expect(list).toBeVisible();
  await keyboard.press('Escape');
  await expect(canvas.card('Alone')).toBeFocused();
});

test('a port that is full says so', async () => {
  const { page, canvas, links } = await studio.open(full);
  await canvas.dragTo(await canvas.output('Get'), await canvas.middleOf(canvas.card('Set')));
  const refusal = page.getByRole('alert').filter({ hasText: 'takes one connection only' });
  await expect(refusal).toBeVisible();
  await expect.poll(links).toEqual(['start.out set']);
});

test('a link’s end is refused where it may not go, and may stay at a port that only this link fills', async () => {
  const { page, canvas, links } = await studio.open({
    ...full,
    other: component('controls.OnStart', 'Other', [0, -160]),
  });
  const grab = async (card: string) => {
    const end = await canvas.input(card);
    // Beside the port's own place to grab.
    return { x: end.x - 16, y: end.y };
  };
  await expect.poll(links).toEqual(['start.out set']);
  // Onto a trigger: it takes no input, and the link stays.
  await canvas.dragTo(await grab('Set'), await canvas.middleOf(canvas.card('Other')));
  await expect(
    page.getByRole('alert').filter({ hasText: 'Other starts the flow and takes no input.' }),
  ).toBeVisible();
  await expect.poll(links).toEqual(['start.out set']);
  // Its beginning goes to another trigger, while the port it leads to is full because of it.
  const start = await canvas.output('Start');
  await canvas.dragTo({ x: start.x + 16, y: start.y }, await canvas.output('Other'));
  await expect.poll(links).toEqual(['other.out set']);
  await canvas.undo();
  await expect.poll(links).toEqual(['start.out set']);
});

test('the same in the outline, from a branch too', async () => {
  const branches: Nodes = {
    start: component('controls.OnStart', 'Start', [0, 0]),
    check: component('controls.Condition', 'Check', [320, 0], { start: ['out'] }),
    yes: component('http.Get', 'Yes', [640, 0], { check: ['true'] }),
    no: component('http.Put', 'No', [640, 200]),
  };
  const { page, links } = await studio.open(branches);
  const { keyboard } = page;
  const tree = page.getByRole('tree', { name: 'Flow', exact: true });
  await keyboard.press('Alt+o');
  await expect(tree).toBeFocused();
  await keyboard.press('Home');
  await keyboard.type('false');
  await keyboard.press('>');
  await expect(page.getByRole('dialog', { name: 'Connect “false” of Check to' })).toBeVisible();
  await keyboard.type('no');
  await keyboard.press('Enter');
  const drawn = ['check.false no', 'check.true yes', 'start.out check'];
  await expect.poll(links).toEqual(drawn);
  await expect(tree).toBeFocused();
  await expect(tree.getByRole('treeitem', { name: /^No, step 4/ })).toHaveAttribute('aria-level', '3');
  await expect(told(page, 'Check now leads to No.')).toBeAttached();
  await keyboard.press('End');
  await keyboard.press('<');
  await expect(page.getByRole('dialog', { name: 'Remove a link of No' })).toBeVisible();
  await keyboard.press('Enter');
  await expect.poll(links).toEqual(drawn.slice(1));
  await expect(tree).toBeFocused();
});

/** What a screen reader hears of an edit. */
function told(page: Page, text: string) {
  return page.getByRole('status').filter({ hasText: text });
}
