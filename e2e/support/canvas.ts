import { expect, type Locator } from '@playwright/test';
import { DesignerPage } from './designer.ts';

export type Point = { x: number; y: number };

/** What an author does on the canvas with the pointer. All points are px of the page. */
export class CanvasPage extends DesignerPage {
  get picker(): Locator {
    return this.page.getByRole('dialog', { name: /^Insert a component/ });
  }

  /** A place that was measured before the view has come to the flow is another's a moment later. */
  async inView(): Promise<void> {
    const view = this.page.locator('.react-flow__viewport');
    await expect(view).not.toHaveCSS('transform', 'matrix(1, 0, 0, 1, 0, 0)');
  }

  get receivingLink(): Locator {
    return this.page.locator('[data-receiving]');
  }

  async middleOf(locator: Locator): Promise<Point> {
    await expect(locator).toBeVisible();
    const box = await locator.boundingBox();
    if (!box) throw new Error('Not on the page.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  output(label: string, port = 0): Promise<Point> {
    return this.middleOf(this.card(label).locator('.react-flow__handle.source').nth(port));
  }

  input(label: string): Promise<Point> {
    return this.middleOf(this.card(label).locator('.react-flow__handle.target').first());
  }

  /** The middle of the link between two cards, by their ports. */
  async linkMiddle(from: string, to: string, port = 0): Promise<Point> {
    const [start, end] = [await this.output(from, port), await this.input(to)];
    return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  }

  async dragTo(from: Point, to: Point, { drop = true } = {}): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // As a hand does: what a drag takes up begins where the pointer first moved.
    await mouse.move(from.x + 2, from.y + 2);
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 6 });
    if (drop) await mouse.up();
  }

  undo(): Promise<void> {
    return this.page.locator('header').getByRole('button', { name: /^Undo/ }).click();
  }
}
