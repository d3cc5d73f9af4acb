import type { ProblemCell } from '../../../flow/problems.ts';

const controls =
  '[contenteditable=true], input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)';

/**
 * The element of a form that edits this field, or this cell of its rows; undefined while it is not in the page. A
 * field that has no rows yet is edited by the button that adds one.
 */
export function controlOf(form: Element, field: string, cell?: ProblemCell): HTMLElement | undefined {
  const row = fieldsIn(form).find((element) => element.dataset['field'] === field);
  if (!row) return undefined;
  const rows = row.querySelectorAll('[data-row]');
  const cellRow = cell && rows[cell.row];
  const whole = (cellRow && fieldsIn(cellRow).find(({ dataset }) => dataset['field'] === cell.column)) ?? row;
  const control = whole.querySelector<HTMLElement>(controls);
  if (control || whole.querySelector('[data-waiting]')) return control ?? undefined;
  return [...whole.querySelectorAll<HTMLElement>('button:not(:disabled)')].at(-1);
}

/** The fields of a form, without those that stand in the rows of another. */
function fieldsIn(form: Element): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].filter((element) => {
    const outer = element.parentElement?.closest('[data-field]');
    return !outer || !form.contains(outer);
  });
}
