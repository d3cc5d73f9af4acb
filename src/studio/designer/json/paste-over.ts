import { EditorView } from '@codemirror/view';

/** A paste takes the place of the whole text while that is only the example one starts with. */
export function pasteOver(isUntouched: () => boolean) {
  return EditorView.domEventHandlers({
    paste: (_event, view) => {
      if (isUntouched()) view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
      return false;
    },
  });
}
