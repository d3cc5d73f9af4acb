import { focusFlow } from './focus-flow.ts';
import { focusable } from './focusable.ts';

/** Moves the focus to the next of the Designer's parts (`data-panel`) that are open, in the order of the page, and round. */
export function focusNextPanel(by: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const here = panels.findIndex((panel) => panel.contains(document.activeElement));
  const from = here < 0 && by < 0 ? 0 : here;
  for (let step = 1; step <= panels.length; step++) {
    const panel = panels[(from + by * step + panels.length * step) % panels.length];
    if (panel && enter(panel)) return;
  }
}

function enter(panel: HTMLElement): boolean {
  // The flow knows itself which card has the focus.
  if (panel.dataset['panel'] === 'flow') focusFlow();
  else {
    const fields = panel.querySelector<HTMLElement>(`[data-fields] :is(${focusable})`);
    (fields ?? panel.querySelector<HTMLElement>(focusable))?.focus();
  }
  return panel.contains(document.activeElement);
}
