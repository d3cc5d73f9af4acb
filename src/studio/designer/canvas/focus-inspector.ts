import { focusable } from '../panels/focusable.ts';

const acts = ['pointerdown', 'keydown'] as const;

/**
 * Moves the focus to the first field of the inspector, as soon as there is one: the inspector, what it shows, or the
 * field's editor may still be on its way. Who does something else meanwhile is not called back.
 */
export function focusInspector(): void {
  requestAnimationFrame(() => {
    if (tryFocus()) return;
    const observer = new MutationObserver(() => tryFocus() && stop());
    const stop = () => {
      observer.disconnect();
      for (const act of acts) document.removeEventListener(act, stop, true);
    };
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-loading'],
    });
    for (const act of acts) document.addEventListener(act, stop, true);
  });
}

/** False while there is something to wait for. */
function tryFocus(): boolean {
  const inspector = document.querySelector('[data-inspector]');
  if (!inspector || inspector.querySelector('[data-loading]')) return false;
  const fields = inspector.querySelector('[data-fields]');
  if (firstIsWaiting(fields)) return false;
  fields?.querySelector<HTMLElement>(focusable)?.focus();
  if (!inspector.contains(document.activeElement)) inspector.querySelector<HTMLElement>(focusable)?.focus();
  return true;
}

/** Is the first field's editor not there yet? What stands beside it would have the focus in its stead. */
function firstIsWaiting(fields: Element | null): boolean {
  const first = fields?.querySelector(`[data-waiting], ${focusable}`);
  return first?.matches('[data-waiting]') ?? false;
}
