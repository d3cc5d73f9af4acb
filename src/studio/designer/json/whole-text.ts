import { type ChangeSet, type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';

/** A text, and what was changed of it since. */
type Written = { text: string; since: ChangeSet | undefined };

/** Goes with a change after which the document is this text, to save putting it together. */
export const textIs = StateEffect.define<string>();

const written = StateField.define<Written>({
  create: ({ doc }) => ({ text: doc.toString(), since: undefined }),
  update({ text, since }, { docChanged, changes, effects }) {
    const given = effects.find((effect) => effect.is(textIs));
    if (given) return { text: given.value, since: undefined };
    if (!docChanged) return { text, since };
    return { text, since: since ? since.compose(changes) : changes };
  },
});

/** Keeps the text of the document at hand for `wholeText`; `text` is what it begins with. */
export function textAtHand(text: string): Extension {
  return written.init(() => ({ text, since: undefined }));
}

/**
 * The text of the document. Putting megabytes together from their lines takes longer than a key can wait; what was typed
 * is put into the text that was asked for last.
 */
export function wholeText(state: EditorState): string {
  const held = state.field(written);
  if (held.since) {
    held.text = changed(held.text, held.since);
    held.since = undefined;
  }
  return held.text;
}

function changed(text: string, changes: ChangeSet): string {
  let result = '';
  let at = 0;
  changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
    result += text.slice(at, from) + inserted.toString();
    at = to;
  });
  return result + text.slice(at);
}
