import type { CDPSession, Page } from '@playwright/test';
import type { Point } from './canvas.ts';

/** Fingers and a pen on the page, as the browser gets them from the system. */
export class TouchPage {
  readonly page: Page;
  private session: Promise<CDPSession> | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  /** One finger from place to place. */
  async drag(from: Point, to: Point, { steps = 8, drop = true } = {}): Promise<void> {
    await this.touch('touchStart', [from]);
    for (let step = 1; step <= steps; step++)
      await this.touch('touchMove', [between(from, to, step / steps)]);
    if (drop) await this.touch('touchEnd', []);
  }

  /** Two fingers around a place, from one distance to another. */
  async pinch(at: Point, from: number, to: number, steps = 6): Promise<void> {
    const fingers = (distance: number): Point[] => [
      { x: at.x - distance / 2, y: at.y },
      { x: at.x + distance / 2, y: at.y },
    ];
    await this.touch('touchStart', fingers(from));
    for (let step = 1; step <= steps; step++) {
      await this.touch('touchMove', fingers(from + ((to - from) * step) / steps));
    }
    await this.touch('touchEnd', []);
  }

  async press(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
  }

  async lift(): Promise<void> {
    await this.touch('touchEnd', []);
  }

  /** A pen, with which a drag begins as with a mouse. */
  async dragPen(from: Point, to: Point, steps = 8): Promise<void> {
    await this.pen('mousePressed', from);
    for (let step = 1; step <= steps; step++) await this.pen('mouseMoved', between(from, to, step / steps));
    await this.pen('mouseReleased', to);
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await (await this.cdp()).send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  private async pen(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point): Promise<void> {
    const button = { button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 } as const;
    await (await this.cdp()).send('Input.dispatchMouseEvent', { type, x, y, pointerType: 'pen', ...button });
  }

  private cdp(): Promise<CDPSession> {
    this.session ??= this.page.context().newCDPSession(this.page);
    return this.session;
  }
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
