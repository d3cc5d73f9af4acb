/** Moves the focus into the palette's search, as soon as the palette is in the page. */
export function focusPalette(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-palette] input')?.focus());
}
