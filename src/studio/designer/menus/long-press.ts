/** Milliseconds a finger stays for a menu. */
const delay = 500;
/** px a finger may move meanwhile. */
const slack = 8;

type Press = Pick<PointerEvent, 'pointerType' | 'isPrimary' | 'clientX' | 'clientY'>;

/**
 * Tells a long press of a finger or a pen. Idle → `down` → waiting → after `delay` the press is long; `up`, `cancel`
 * or a move farther than a finger trembles end the waiting. A second finger (pinching) ends it too.
 */
export function createLongPress(options: {
  onLongPress: (at: { x: number; y: number }) => void;
  setTimer: (task: () => void, milliseconds: number) => unknown;
  clearTimer: (timer: unknown) => void;
}): { down: (press: Press) => void; move: (press: Press) => void; end: () => void } {
  let waiting: { x: number; y: number; timer: unknown } | undefined;
  const end = () => {
    if (waiting) options.clearTimer(waiting.timer);
    waiting = undefined;
  };
  return {
    down({ pointerType, isPrimary, clientX: x, clientY: y }) {
      end();
      if (pointerType === 'mouse' || !isPrimary) return;
      const timer = options.setTimer(() => {
        waiting = undefined;
        options.onLongPress({ x, y });
      }, delay);
      waiting = { x, y, timer };
    },
    move({ clientX, clientY }) {
      if (waiting && Math.hypot(clientX - waiting.x, clientY - waiting.y) > slack) end();
    },
    end,
  };
}
