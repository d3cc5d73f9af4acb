type Point = { x: number; y: number };

/** Pixels of the window. There is one pointer in a page, as there is one clipboard. */
let last: Point | undefined;

/** Remembers where over the canvas the pointer is, from now until the returned function is called. */
export function watchPointer(): () => void {
  window.addEventListener('pointermove', remember, { passive: true });
  window.addEventListener('pointerdown', remember, { passive: true, capture: true });
  return () => {
    last = undefined;
    window.removeEventListener('pointermove', remember);
    window.removeEventListener('pointerdown', remember, { capture: true });
  };
}

/** Where something goes that comes without a place: to the pointer over the canvas, else to the canvas's middle. */
export function pointOnCanvas(): Point {
  if (last) return last;
  const box = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
}

function remember(event: PointerEvent): void {
  const { target } = event;
  // What is pressed in a toolbar over the canvas has no place below it.
  const overCanvas =
    target instanceof Element &&
    target.closest('[data-canvas]') !== null &&
    !target.closest('[role=toolbar]');
  last = overCanvas ? { x: event.clientX, y: event.clientY } : undefined;
}
