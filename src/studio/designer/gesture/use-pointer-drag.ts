import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

/** px the pointer moves before a press is a drag */
const threshold = 4;

/** `x` and `y` in the window. */
export type PointerDrag<Thing> = { thing: Thing; pointerId: number; x: number; y: number };

/**
 * Dragging a thing by pointer events: mouse, pen and touch alike (HTML's own drag and drop knows no touch). Escape
 * takes it back; `onEnd` comes after a drop, too.
 */
export function usePointerDrag<Thing>(listeners: {
  onMove: (drag: PointerDrag<Thing>) => void;
  onDrop: (drag: PointerDrag<Thing>) => void;
  onEnd: () => void;
}) {
  const [drag, setDrag] = useState<PointerDrag<Thing>>();
  const pressed = useRef<PointerDrag<Thing>>(undefined);
  /** A press that became a drag is no click. */
  const wasDrag = useRef(false);

  const cancel = () => {
    pressed.current = undefined;
    setDrag(undefined);
    listeners.onEnd();
  };

  const dragging = drag !== undefined;
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  });
  useEffect(() => {
    if (!dragging) return undefined;
    const onKeyDown = (event: KeyboardEvent) => onEscape(event);
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [dragging]);

  const handlersOf = (thing: Thing) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      wasDrag.current = false;
      if (event.button !== 0 || !event.isPrimary) return;
      // At once: a hand may be off the item, and on the next one, before the press counts as a drag.
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { thing, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const press = pressed.current;
      if (press?.pointerId !== event.pointerId) return;
      if (!wasDrag.current) {
        if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < threshold) return;
        wasDrag.current = true;
      }
      const next = { ...press, x: event.clientX, y: event.clientY };
      setDrag(next);
      listeners.onMove(next);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const press = pressed.current;
      cancel();
      if (press && wasDrag.current) listeners.onDrop({ ...press, x: event.clientX, y: event.clientY });
    },
    onPointerCancel: cancel,
  });

  return {
    drag,
    handlersOf,
    // A key has no pointer (`detail` 0), so no drag before it counts.
    isClick: (event: Pick<MouseEvent, 'detail'>) => event.detail === 0 || !wasDrag.current,
  };
}
