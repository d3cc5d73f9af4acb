const focusable =
  'input:not([disabled]), textarea:not([disabled]), [contenteditable=true], select, button:not([disabled]), [tabindex="0"]';

/** Moves the focus to the first field of the inspector, as soon as there is one. */
export function focusInspector(): void {
  requestAnimationFrame(() => {
    const inspector = document.querySelector('[data-inspector]');
    inspector?.querySelector<HTMLElement>(`[data-fields] :is(${focusable})`)?.focus();
    if (!inspector?.contains(document.activeElement)) {
      inspector?.querySelector<HTMLElement>(focusable)?.focus();
    }
  });
}
