import type { EditorView } from '@codemirror/view';
import type { Reference } from '../../../../flow/descriptor.ts';
import { placeholderOf } from '../placeholders.ts';
import { newReferences } from './variable-editor-state.ts';

/** Puts a pill where the caret is, in place of what is selected or of the `{{` that asked for it. */
export function insertReference(view: EditorView, reference: Reference, id: string): void {
  const { from: start, to } = view.state.selection.main;
  const from = view.state.sliceDoc(start - 2, start) === '{{' ? start - 2 : start;
  const insert = placeholderOf(id);
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    effects: newReferences.of({ [id]: reference }),
    userEvent: 'input',
    scrollIntoView: true,
  });
}
