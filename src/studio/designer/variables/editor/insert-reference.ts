import type { EditorView } from '@codemirror/view';
import type { Reference } from '../../../../flow/descriptor.ts';
import { placeholderOf } from '../placeholders.ts';
import { newReferences } from './variable-editor-state.ts';

/** Puts a pill where the caret is, in place of what is selected or of the `{{` that asked for it. */
export function insertReference(view: EditorView, reference: Reference, id: string): void {
  const { from, to } = view.state.selection.main;
  insert(view, { from: askBefore(view) ?? from, to, reference, id });
}

/** Puts a pill at an offset of the text; a `{{` before the caret that asked for one goes. */
export function insertReferenceAt(view: EditorView, offset: number, reference: Reference, id: string): void {
  const ask = askBefore(view);
  if (ask === undefined) insert(view, { from: offset, to: offset, reference, id });
  else if (offset >= ask && offset <= ask + 2) insert(view, { from: ask, to: ask + 2, reference, id });
  else insert(view, { from: offset, to: offset, reference, id, without: { from: ask, to: ask + 2 } });
}

/** Takes a `{{` away that nothing came of. */
export function takeBackAsk(view: EditorView): void {
  const ask = askBefore(view);
  if (ask !== undefined) view.dispatch({ changes: { from: ask, to: ask + 2 }, userEvent: 'delete' });
}

/** Where the `{{` right before the caret begins. */
function askBefore({ state }: EditorView): number | undefined {
  const { from } = state.selection.main;
  return state.sliceDoc(from - 2, from) === '{{' ? from - 2 : undefined;
}

function insert(
  view: EditorView,
  place: {
    from: number;
    to: number;
    reference: Reference;
    id: string;
    without?: { from: number; to: number };
  },
): void {
  const { from, to, reference, id, without } = place;
  const changes = view.state.changes([
    { from, to, insert: placeholderOf(id) },
    ...(without ? [{ ...without, insert: '' }] : []),
  ]);
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(to, 1) },
    effects: newReferences.of({ [id]: reference }),
    userEvent: 'input',
    scrollIntoView: true,
  });
}
