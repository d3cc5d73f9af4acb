import { StateEffect, StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

type Attributes = Record<string, string>;

/** Gives the editable element other attributes: its name, whether it is invalid … */
export const setAttributes = StateEffect.define<Attributes>();

/** The attributes of the editable element, which the surroundings set as they would those of an input. */
export const editorAttributes = StateField.define<Attributes>({
  create: () => ({}),
  update: (value, { effects }) =>
    effects.reduce((current, effect) => (effect.is(setAttributes) ? effect.value : current), value),
  provide: (field) => EditorView.contentAttributes.from(field),
});
