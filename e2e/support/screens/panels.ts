import { expect } from '@playwright/test';
import { catalogue } from '../../../src/connectors/catalogue.ts';
import { labelOf } from '../../../src/flow/manifest.ts';
import { DesignerPage } from '../designer.ts';
import type { Screen, Tour } from './tour.ts';

const inspector = '[data-inspector]';
const dialog = '[role="dialog"]';
const menu = '[role="menu"]';
/** What manifests say: names of components, modules, categories, fields and options, and their explanations. */
const manifestWords = [
  ...wordsOf(catalogue.components().map(({ manifest }) => manifest)),
  ...catalogue.components().map(({ manifest }) => labelOf(manifest)),
  ...wordsOf(catalogue.modules()),
  'Data',
  // Code, and what is data in an example.
  'JavaScript',
  'curl',
  /appmixer\.[\w.]+\([^)]*\);/g,
  /"(id|name)": [^,}]+/g,
];

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return /\p{L}{2}/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

/** What lies around the canvas of the Designer, and over it. */
export function panels(tour: Tour): Screen[] {
  const { page, goTo, button, seen } = tour;
  const designer = new DesignerPage(page);
  /** A flow with a step that lacks its URL, a note, and a link. */
  const open = async () => {
    const flow = {
      event: { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, source: {}, config: {} },
      post: {
        type: 'appmixer.utils.http.Post',
        x: 320,
        y: 0,
        source: { in: { event: ['out'] } },
        config: {},
      },
    };
    const flowId = await tour.create('automation', 'Contact to chat', flow);
    await goTo(`/flows/${flowId}`);
    await expect(designer.card('HTTP Post')).toBeVisible();
  };
  const key = (name: string) => page.keyboard.press(name);
  const card = (name: string) => designer.card(name).click({ position: { x: 120, y: 20 } });
  return [
    {
      name: 'the palette',
      show: () => open().then(() => seen('Set Variable')),
      within: '[data-palette]',
      data: manifestWords,
    },
    {
      name: 'the palette, nothing found',
      show: async () => {
        await page.getByRole('textbox', { name: 'Search components' }).fill('zzz');
        await seen('zzz');
      },
      within: '[data-palette]',
      data: ['zzz'],
    },
    {
      name: 'the inspector, nothing selected',
      show: () => open().then(() => seen('Flow settings')),
      within: inspector,
    },
    {
      name: 'the inspector of an app event',
      show: () => card('On App Event').then(() => seen('Event Data Example')),
      within: inspector,
      data: manifestWords,
    },
    {
      name: 'the inspector of a call, with what its failure does',
      show: async () => {
        await card('HTTP Post');
        await expect(designer.field('URL')).toBeVisible();
      },
      within: inspector,
      data: manifestWords,
    },
    {
      name: 'the variables of a field',
      show: async () => {
        await designer.field('URL').click();
        await page.keyboard.type('{{');
        await expect(page.getByRole('combobox', { name: 'Search variables' })).toBeVisible();
      },
      within: dialog,
      data: manifestWords,
    },
    {
      name: 'the problems',
      show: async () => {
        await open();
        await button(/problem/)
          .first()
          .click();
        await expect(page.locator('[data-problem]').first()).toBeVisible();
      },
      within: '[data-problem]',
      data: manifestWords,
    },
    {
      name: 'the menu of a component',
      show: async () => {
        await open();
        await card('HTTP Post');
        await key('Shift+F10');
        await seen('Disable');
      },
      within: menu,
    },
    {
      name: 'the menu of a selection',
      show: async () => {
        await key('Escape');
        await key('Control+a');
        await key('Shift+F10');
        await seen('Align left edges');
      },
      within: menu,
    },
    {
      name: 'the menu of the canvas',
      show: async () => {
        await key('Escape');
        await key('Escape');
        await key('Shift+F10');
        await seen('Paste');
      },
      within: menu,
    },
    {
      name: 'the command palette',
      show: async () => {
        await key('Escape');
        await key('Control+k');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      within: dialog,
      data: manifestWords,
    },
    {
      name: 'the shortcut sheet',
      show: async () => {
        await key('Escape');
        await key('?');
        await seen('In the outline');
      },
      within: dialog,
    },
    {
      name: 'the import',
      show: async () => {
        await open();
        await key('Control+k');
        await expect(page.getByRole('option').first()).toBeVisible();
        await page.keyboard.type('import');
        // Its title begins with a mark here, so it need not come first.
        await expect(page.getByRole('option').first()).toContainText('Import');
        await key('Enter');
        await seen('Flow JSON');
      },
      within: dialog,
    },
    {
      name: 'the outline',
      show: async () => {
        await open();
        await key('Alt+o');
        await expect(page.locator('[data-outline]')).toBeVisible();
      },
      within: 'main section',
      data: manifestWords,
    },
    {
      name: 'renaming in the outline',
      show: async () => {
        await key('ArrowDown');
        await key('F2');
        await expect(page.locator('[data-outline] input')).toBeVisible();
      },
      within: '[data-outline]',
      data: manifestWords,
    },
    {
      name: 'the outline of an empty flow',
      show: async () => {
        await goTo(`/flows/${await tour.create('automation', 'Contact to chat', {})}`);
        await seen('Nothing here yet.');
      },
      within: 'main section',
    },
  ];
}
