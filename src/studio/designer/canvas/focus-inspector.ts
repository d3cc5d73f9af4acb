const focusable =
  'input:not([disabled]), textarea:not([disabled]), [contenteditable=true], select, button:not([disabled]), [tabindex="0"]:not([role=separator])';

/** Frames to wait for an inspector, or its first editor, that is still on its way: a second at most. */
const patience = 60;

/** Moves the focus to the first field of the inspector, as soon as there is one. */
export function focusInspector(frames = patience): void {
  requestAnimationFrame(() => {
    const inspector = document.querySelector('[data-inspector]');
    const first = inspector?.querySelector<HTMLElement>('[data-fields]');
    const waiting = !inspector || inspector.querySelector('[data-loading]') || firstIsWaiting(first);
    if (waiting && frames > 0) return focusInspector(frames - 1);
    first?.querySelector<HTMLElement>(focusable)?.focus();
    if (!inspector?.contains(document.activeElement)) {
      inspector?.querySelector<HTMLElement>(focusable)?.focus();
    }
  });
}

/** Is the first field's editor not there yet? What stands beside it would have the focus in its stead. */
function firstIsWaiting(fields: HTMLElement | null | undefined): boolean {
  const first = fields?.querySelector(`[data-waiting], ${focusable}`);
  return first?.matches('[data-waiting]') ?? false;
}
