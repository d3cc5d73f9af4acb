import { Facet } from '@codemirror/state';
import { type EditorView, WidgetType } from '@codemirror/view';
import { variablesText } from '../../../text/english/variables.ts';
import type { PillView } from './pill-view.ts';
import classes from './Pill.module.css';

/** What the surroundings do when a pill is opened. */
export const openPill = Facet.define<(id: string, pill: HTMLElement) => void>();

/** One placeholder drawn as a pill. Its text stays in the document; this is only a view of it. */
export class PillWidget extends WidgetType {
  readonly id: string;
  readonly pill: PillView;

  constructor(id: string, pill: PillView) {
    super();
    this.id = id;
    this.pill = pill;
  }

  override eq(other: PillWidget): boolean {
    return (
      other.id === this.id &&
      other.pill.label === this.pill.label &&
      other.pill.hint === this.pill.hint &&
      other.pill.broken === this.pill.broken &&
      other.pill.misfit === this.pill.misfit &&
      other.pill.modifiers === this.pill.modifiers
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const { label, hint, broken, misfit, modifiers } = this.pill;
    const told = broken ?? (misfit ? variablesText('misfit.withHint', { hint, misfit }) : hint);
    const pill = document.createElement('span');
    const look = broken ? classes['broken'] : misfit ? classes['misfit'] : '';
    pill.className = [classes['pill'], look].join(' ').trim();
    pill.dataset['pill'] = this.id;
    pill.title = told;

    const open = part(pill, 'button', classes['label'], label);
    open.setAttribute('type', 'button');
    open.setAttribute('aria-label', variablesText('pill.spoken', { name: label, hint: told }));
    open.tabIndex = -1;
    open.addEventListener('click', () => {
      for (const handler of view.state.facet(openPill)) handler(this.id, pill);
    });
    if (modifiers > 0) {
      part(open, 'span', classes['count'], String(modifiers)).title = variablesText('pill.modifiers', {
        count: modifiers,
      });
    }

    if (!view.state.readOnly) {
      const remove = part(pill, 'button', classes['remove'], '×');
      remove.setAttribute('type', 'button');
      remove.setAttribute('aria-label', variablesText('pill.remove', { name: label }));
      remove.tabIndex = -1;
      remove.addEventListener('click', () => removePill(view, pill));
    }
    return pill;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Takes a pill's placeholder out of the text. */
export function removePill(view: EditorView, pill: HTMLElement): void {
  const from = view.posAtDOM(pill);
  const to = from + `{{{${pill.dataset['pill']}}}}`.length;
  view.dispatch({ changes: { from, to }, selection: { anchor: from }, userEvent: 'delete' });
  view.focus();
}

function part(
  parent: HTMLElement,
  tag: 'button' | 'span',
  className: string | undefined,
  text: string,
): HTMLElement {
  const element = document.createElement(tag);
  element.className = className ?? '';
  element.textContent = text;
  parent.append(element);
  return element;
}
