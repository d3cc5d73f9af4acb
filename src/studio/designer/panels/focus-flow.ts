/** Moves the focus to where the flow is shown: the outline while it is open, else the canvas. */
export function focusFlow(): void {
  const outline = document.querySelector<HTMLElement>('[data-outline]');
  const view = outline ?? document.querySelector<HTMLElement>('[data-canvas]');
  view?.focus();
}
