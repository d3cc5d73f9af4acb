import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { CanvasPage } from './support/canvas.ts';
import { newPage } from './support/pages.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { signedIn, startStudio, type Studio } from './support/studio.ts';
import { TouchPage } from './support/touch.ts';

let studio: Studio;
let receiver: Receiver;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  receiver = await startReceiver();
});

test.afterAll(async () => {
  await studio.stop();
  await receiver.close();
});

const example = {
  name: 'Ada',
  seats: '12',
  items: [
    { sku: 'A1', price: 5 },
    { sku: 'B2', price: 12 },
    { sku: 'C3', price: 20 },
  ],
};

function mapping(lambda: Record<string, unknown>, modifiers: Record<string, unknown> = {}) {
  return { transform: { in: { event: { out: { type: 'json2new', modifiers, lambda } } } } };
}

type Posted = { lambda: { bodyJson: string }; modifiers: Record<string, Record<string, unknown>> };
type Stored = { post: { config: { transform: { in: { event: { out: Posted } } } } } };

/** On App Event → Condition, and → HTTP Post with this body. */
const flowWith = (bodyJson: string) => ({
  event: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'order-created', eventDataExample: JSON.stringify(example) } },
  },
  check: {
    type: 'appmixer.utils.controls.Condition',
    x: 400,
    y: 200,
    source: { in: { event: ['out'] } },
    config: mapping(
      { expression: { AND: [{ OR: [{ input: '{{{m1}}}', operator: '%' }] }] } },
      { expression: { m1: { variable: '$.event.out.data.gone', functions: [] } } },
    ),
  },
  post: {
    type: 'appmixer.utils.http.Post',
    x: 400,
    y: 0,
    source: { in: { event: ['out'] } },
    config: mapping({ url: receiver.url, bodyType: 'json', bodyJson }),
  },
});

async function open(bodyJson: string, inContext = studio.context) {
  const { flowId } = await studio.api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Orders',
    type: 'automation',
    flow: flowWith(bodyJson),
  });
  const page = await newPage(inContext);
  const show = async (component: string) => {
    await page.goto(`${studio.server.url}/studio/flows/${flowId}?component=${component}`);
    await expect(page.locator('[data-inspector]').getByRole('textbox', { name: 'Label' })).toBeVisible();
  };
  const posted = async () =>
    (await studio.api.ask<{ flow: Stored }>('GET', `/flows/${flowId}`)).flow.post.config;
  return {
    flowId,
    page,
    canvas: new CanvasPage(page),
    show,
    posted: async () => (await posted()).transform.in.event.out,
    picker: page.getByRole('dialog', { name: /^Variables for/ }),
    body: page.getByRole('textbox', { name: 'JSON' }),
  };
}

/** The place in the window right before a text in an editor. */
async function before(editor: Locator, text: string) {
  return editor.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }
    throw new Error(`${sought} is not in the editor.`);
  }, text);
}

const row = (picker: Locator, name: RegExp) => picker.getByRole('treeitem', { name });

/** Types `{{` and goes down the tree. */
async function pick(page: Page, picker: Locator, ...names: RegExp[]): Promise<void> {
  await page.keyboard.type('{{');
  for (const name of names) await row(picker, name).first().click();
}

test('a field is dragged on to an input, and lands where it is let go', async () => {
  const { page, canvas, show, posted, picker, body } = await open('{ "to": "Dear !" }');
  await show('post');

  await test.step('`{{` opens the picker; a value finds its field', async () => {
    await body.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' {{');
    await picker.getByRole('combobox', { name: 'Search variables' }).fill('ada');
    await expect(row(picker, /^name/)).toHaveCount(1);
    await expect(row(picker, /^items/)).toHaveCount(0);
    await expectAccessible(page, 'a search in the picker');
  });

  await test.step('Escape takes a drag back, and the picker stays', async () => {
    const from = await canvas.middleOf(row(picker, /^name/));
    await canvas.dragTo(from, await before(body, '!'), { drop: false });
    await expect(page.locator('[data-aimed]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-aimed]')).toHaveCount(0);
    await page.mouse.up();
    await expect(picker).toBeVisible();
    await expect(body.locator('[data-pill]')).toHaveCount(0);
    const search = picker.getByRole('combobox', { name: 'Search variables' });
    await search.fill('');
    await row(picker, /^This run/).click();
    await expect(row(picker, /^This run/)).toHaveAttribute('aria-expanded', 'true');
    await search.fill('ada');
  });

  await test.step('let go over the text, it is a pill there, and the `{{` is gone', async () => {
    const from = await canvas.middleOf(row(picker, /^name/));
    await canvas.dragTo(from, await before(body, '!'));
    await expect(picker).toBeHidden();
    await expect(body.locator('[data-pill]')).toHaveCount(1);
    await expect(body).toBeFocused();
    await expect(page.getByRole('group', { name: 'Preview of JSON' })).toContainText('{ "to": "Dear Ada!" }');
    await canvas.saved();
    const { lambda, modifiers } = await posted();
    const [id, reference] = Object.entries(modifiers['bodyJson'] ?? {})[0]!;
    expect(lambda.bodyJson).toBe(`{ "to": "Dear {{{${id}}}}!" } `);
    expect(reference).toEqual({ variable: '$.event.out.data.name', functions: [] });
    await expectAccessible(page, 'a preview');
  });

  await test.step('that was one step', async () => {
    await canvas.undo();
    await expect(body.locator('[data-pill]')).toHaveCount(0);
    await expect(body).toContainText('{ "to": "Dear !" }');
    await canvas.saved();
    expect((await posted()).modifiers['bodyJson'] ?? {}).toEqual({});
  });
});

test('copied pills outlive the page and the way through another program, each for itself', async () => {
  const { page, canvas, show, posted, picker, body } = await open('{ "to": "" }');
  await show('post');
  await body.click();
  await page.keyboard.press('Control+End');
  await pick(page, picker, /^name/);
  await pick(page, picker, /^This run/, /^Now/);
  await expect(body.locator('[data-pill]')).toHaveCount(2);
  const name = body.locator('[data-pill]').first();
  await name.hover();
  await expect(name).toHaveAttribute('title', 'On App Event → data.name, e.g. Ada');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe('{ "to": "" }{{{$.event.out.data.name}}}{{{ | g_now}}}');
  await page.keyboard.press('Delete');
  await canvas.saved();
  expect((await posted()).modifiers['bodyJson'] ?? {}).toEqual({});
  await page.reload();
  await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
  await body.click();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+v');
  await expect(body.locator('[data-pill]')).toHaveCount(4);
  await canvas.saved();
  const both = [{ variable: '$.event.out.data.name', functions: [] }, { functions: [{ name: 'g_now' }] }];
  expect(Object.values((await posted()).modifiers['bodyJson'] ?? {})).toEqual([...both, ...both]);
});

test('by pen and by finger, too', async ({ browser }) => {
  const context = await signedIn(browser, studio.api, { hasTouch: true });
  const { page, canvas, show, picker, body } = await open('{ "to": "Dear !" }', context);
  const hand = new TouchPage(page);
  await show('post');
  const askFor = async () => {
    await body.click();
    await page.keyboard.type('{{');
    return canvas.middleOf(row(picker, /^name/));
  };
  await hand.dragPen(await askFor(), await before(body, '!'));
  await expect(body.locator('[data-pill]')).toHaveCount(1);
  await hand.drag(await askFor(), await before(body, 'Dear'));
  await expect(body.locator('[data-pill]')).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'Preview of JSON' })).toContainText(
    '{ "to": "AdaDear Ada!" }',
  );
  await context.close();
});

test('a list offers its items, and a run gives what the preview shows', async () => {
  const { flowId, page, canvas, show, posted, picker, body } = await open('');
  await show('post');
  const chooser = picker.getByRole('form');
  const insert = () => chooser.getByRole('button', { name: 'Insert' }).click();
  await body.click();

  await test.step('first, last and each', async () => {
    await page.keyboard.type('{"first": ');
    await pick(page, picker, /^items/, /^first item/, /^sku/);
    await page.keyboard.type(', "last": ');
    await pick(page, picker, /^items/, /^last item/, /^sku C3/);
    await page.keyboard.type(', "each": ');
    await pick(page, picker, /^items/, /^each item/, /^sku/);
  });

  await test.step('by its number', async () => {
    await page.keyboard.type(', "second": ');
    await pick(page, picker, /^items/, /^item by number/);
    await chooser.getByRole('textbox', { name: 'Number' }).fill('1');
    await chooser.getByRole('combobox', { name: 'Field to take' }).click();
    await page.getByRole('option', { name: 'price' }).click();
    await expect(chooser.getByRole('group', { name: 'Result on the example' })).toContainText('12');
    await expectAccessible(page, 'an item by its number');
    await page.keyboard.press('Escape');
    await expect(picker.getByRole('combobox', { name: 'Search variables' })).toBeFocused();
    await page.keyboard.press('Enter');
    await chooser.getByRole('textbox', { name: 'Number' }).fill('1');
    await chooser.getByRole('combobox', { name: 'Field to take' }).click();
    await page.getByRole('option', { name: 'price' }).click();
    await insert();
  });

  await test.step('where a field fulfils a condition: the first, or all', async () => {
    for (const takes of ['first', 'all']) {
      await page.keyboard.type(`, "${takes} match": `);
      await pick(page, picker, /^items/, /^items where/);
      await chooser.getByRole('combobox', { name: 'Field to look at' }).click();
      await page.getByRole('option', { name: 'price' }).click();
      await chooser.getByRole('combobox', { name: 'Condition' }).selectOption('is greater than');
      await chooser.getByRole('textbox', { name: 'Value' }).fill('10');
      await chooser.getByRole('combobox', { name: 'Take', exact: true }).selectOption(takes);
      await chooser.getByRole('combobox', { name: 'Field to take' }).click();
      await page.getByRole('option', { name: 'sku' }).click();
      const result = chooser.getByRole('group', { name: 'Result on the example' });
      await expect(result).toContainText(takes === 'first' ? 'B2' : '["B2","C3"]');
      if (takes === 'first') await expectAccessible(page, 'an item by a condition');
      await insert();
    }
    await page.keyboard.type('}');
  });

  const preview = page.getByRole('group', { name: 'Preview of JSON' });
  await preview.getByRole('button', { name: 'Show all' }).click();
  await expectAccessible(page, 'an opened preview');
  const shown = {
    first: 'A1',
    last: 'C3',
    each: ['A1', 'B2', 'C3'],
    second: 12,
    'first match': 'B2',
    'all match': ['B2', 'C3'],
  };
  // It follows what is written a moment later.
  await expect(async () => {
    const text = await page.getByRole('region', { name: 'Preview of JSON' }).textContent();
    expect(JSON.parse(text ?? '')).toEqual(shown);
  }).toPass();

  await test.step('the document holds references with modifiers', async () => {
    await canvas.saved();
    const { modifiers } = await posted();
    const list = '$.event.out.data.items';
    const test = [{ value: 'price' }, { value: '>' }, { value: '10' }];
    expect(Object.values(modifiers['bodyJson'] ?? {})).toEqual([
      { variable: `${list}[0].sku`, functions: [] },
      { variable: `${list}[-1].sku`, functions: [] },
      { variable: list, functions: [{ name: 'g_map', params: [{ value: 'sku' }] }] },
      { variable: `${list}[1].price`, functions: [] },
      {
        variable: list,
        functions: [
          { name: 'g_find', params: test },
          { name: 'g_get', params: [{ value: 'sku' }] },
        ],
      },
      {
        variable: list,
        functions: [
          { name: 'g_filter', params: test },
          { name: 'g_map', params: [{ value: 'sku' }] },
        ],
      },
    ]);
  });

  await test.step('an event like the example gives the same', async () => {
    // The condition is not ready to run.
    const { check: _check, ...flow } = await flowOf(flowId);
    await studio.api.ask('PUT', `/flows/${flowId}`, { flow });
    await studio.api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
    await studio.api.sendAppEvent('order-created', example);
    await expect.poll(() => receiver.deliveries.at(-1)?.body).toEqual(shown);
  });
});

test('a variable that cannot serve is told with a proposal; one that leads nowhere is red', async () => {
  const { page, canvas, show, picker } = await open('');
  await show('check');

  await test.step('broken', async () => {
    const broken = page.getByRole('button', { name: 'Variable gone. On App Event has no data.gone.' });
    await expect(broken).toHaveCSS('color', 'rgb(165, 17, 17)');
    await expect(page.getByRole('group', { name: /^Preview of Input/ })).toHaveCount(0);
  });

  await test.step('the picker says quietly what is expected', async () => {
    await page.getByRole('button', { name: 'Use a variable for Divisor' }).click();
    await expect(row(picker, /^seats/)).toContainText('a number expected');
    await expectAccessible(page, 'what cannot serve');
  });

  const divisor = page.locator('[data-field="divisor"]');
  await test.step('dropped on a field with a fixed value, a variable takes its place', async () => {
    const from = await canvas.middleOf(row(picker, /^seats/));
    await canvas.dragTo(from, await canvas.middleOf(divisor.locator('label')));
    await expect(picker).toBeHidden();
    await expect(divisor.getByRole('button', { name: 'Use a fixed value' })).toBeVisible();
  });

  await test.step('the input tells of it, too, and mends it', async () => {
    await expect(divisor).toContainText('seats gives text, a number is expected.');
    await expect(
      divisor.getByRole('button', { name: /^Variable seats.*a number is expected/ }),
    ).toBeVisible();
    await expectAccessible(page, 'a pill that cannot serve');
    await divisor.getByRole('button', { name: 'Add “To Number”' }).click();
    await expect(divisor).not.toContainText('is expected');
    await expect(divisor.getByRole('group', { name: 'Preview of Divisor' })).toContainText('12');
    await canvas.undo();
    await expect(divisor).toContainText('seats gives text, a number is expected.');
  });
});

test('a search goes over further items of lists, and offers what their list offers', async () => {
  const { page, canvas, show, posted, picker, body } = await open('{ "all": }');
  await show('post');
  await body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('{{');
  await page.keyboard.type('event B2');
  await expect(picker.getByRole('treeitem')).toHaveText([
    /^On App Event/,
    /^sku.*data\.items\[1\].*B2$/,
    /^sku.*data\.items\[0\].*A1$/,
    /^sku.*data\.items\[last item\].*C3$/,
    /^sku.*data\.items\[each item\]/,
    /^item by number….*data\.items$/,
    /^items where….*data\.items$/,
  ]);
  await expectAccessible(page, 'matches in a list');
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(body.locator('[data-pill]')).toContainText('items: each sku');
  await canvas.saved();
  expect(Object.values((await posted()).modifiers['bodyJson'] ?? {})).toEqual([
    { variable: '$.event.out.data.items', functions: [{ name: 'g_map', params: [{ value: 'sku' }] }] },
  ]);
});

test('{{ asks for a variable in inputs that are no text', async () => {
  const { flowId } = await studio.api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Reminders',
    type: 'automation',
    flow: {
      event: flowWith('').event,
      wait: {
        type: 'appmixer.utils.timers.Wait',
        x: 400,
        y: 0,
        source: { in: { event: ['out'] } },
        config: mapping({}),
      },
      answer: {
        type: 'appmixer.utils.http.Response',
        x: 400,
        y: 200,
        source: { in: { event: ['out'] } },
        config: mapping({}),
      },
    },
  });
  const page = await studio.newPage();
  for (const [component, field] of [
    ['wait', 'Or until'],
    ['answer', 'Status code'],
  ] as const) {
    await page.goto(`${studio.server.url}/studio/flows/${flowId}?component=${component}`);
    const input = page.getByLabel(field, { exact: true });
    await input.focus();
    await page.keyboard.type('{{');
    const picker = page.getByRole('dialog', { name: `Variables for ${field}` });
    await expect(picker.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(picker).toBeHidden();
    await expect(input).toBeFocused();
    await expect(input).toHaveValue(component === 'wait' ? '' : '200');
    await page.keyboard.press('Control+Space');
    await expect(picker.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('seats');
    await expect(picker.getByRole('treeitem', { name: /^name/ })).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-inspector] [data-pill]')).toContainText('seats');
    await expect(page.getByRole('textbox', { name: field })).toBeFocused();
  }
});

async function flowOf(flowId: string): Promise<Record<string, unknown>> {
  return (await studio.api.ask<{ flow: Record<string, unknown> }>('GET', `/flows/${flowId}`)).flow;
}
