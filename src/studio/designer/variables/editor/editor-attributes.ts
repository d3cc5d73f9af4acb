import { StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

type Attributes = Record<string, string>;

/** Gives the editable element other attributes: its name, whether it is invalid … */
export const setAttributes = StateEffect.define<Attributes>();

/**
 * The attributes of the editable element, which the surroundings set as they would those of an input. The tab index
 * is what it has anyway; audits of scrolling regions look for it in so many words.
 */
export const editorAttributes = StateField.define<Attributes>({
  create: () => ({ tabindex: '0' }),
  update: (value, { effects }) =>
    effects.reduce(
      (current, effect) => (effect.is(setAttributes) ? { tabindex: '0', ...effect.value } : current),
      value,
    ),
  provide: (field) => EditorView.contentAttributes.from(field),
});
