import { expect, type Locator, type Page } from '@playwright/test';

/** What an author does in the Designer, by what they see. */
export class DesignerPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get canvas(): Locator {
    return this.page.getByLabel('Canvas', { exact: true });
  }

  /** Cards are named "Post, step 2 of 3, 1 problem". */
  card(label: string): Locator {
    return this.page.locator(`.react-flow__node[aria-label^="${label},"]`);
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  /** Drags with the pointer from the palette to a place on the canvas, in px from its top left corner. */
  async place(component: string, x: number, y: number): Promise<void> {
    const item = this.page.getByLabel('Components', { exact: true }).getByRole('button', { name: component });
    const from = await boxOf(item);
    const canvas = await boxOf(this.canvas);
    const { mouse } = this.page;
    await mouse.move(from.x + 20, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + 20, { steps: 3 });
    await mouse.move(canvas.x + x, canvas.y + y, { steps: 8 });
    await mouse.up();
  }

  /** Draws a link from the first output of one card to the input of another. */
  async connect(from: string, to: string): Promise<void> {
    const output = await boxOf(this.card(from).locator('.react-flow__handle.source').first());
    const input = await boxOf(this.card(to).locator('.react-flow__handle.target').first());
    const { mouse } = this.page;
    await mouse.move(output.x + output.width / 2, output.y + output.height / 2);
    await mouse.down();
    await mouse.move(output.x + 60, output.y + 10, { steps: 4 });
    await mouse.move(input.x + input.width / 2, input.y + input.height / 2, { steps: 8 });
    await mouse.up();
  }

  async type(label: string, text: string): Promise<void> {
    await this.field(label).click();
    await this.page.keyboard.type(text);
  }

  /** Pastes from a clipboard that holds `text`. */
  async paste(label: string, text: string): Promise<void> {
    await this.field(label).click();
    await this.field(label).evaluate((element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** Types `{{`, searches in the picker and takes the entry of that path. */
  async insertVariable(search: string, path: RegExp): Promise<void> {
    await this.page.keyboard.type('{{');
    const picker = this.page.getByRole('dialog', { name: /^Variables for/ });
    await picker.getByRole('combobox', { name: 'Search variables' }).fill(search);
    await picker.getByRole('treeitem', { name: path }).first().click();
    await expect(picker).toBeHidden();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  if (!box) throw new Error('Not on the page.');
  return box;
}
