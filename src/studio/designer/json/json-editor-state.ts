import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { Annotation, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { isLongText } from '../../background/long-text.ts';
import { editorAttributes } from '../variables/editor/editor-attributes.ts';
import { editorLook } from '../variables/editor/editor-look.ts';
import { editorPhrases } from '../variables/editor/editor-phrases.ts';
import { jsonDiagnostics } from './json-diagnostics.ts';
import { longestExample } from '../../../flow/tolerant-json/read-tolerant-json.ts';
import type { LatePaste } from './late-paste.ts';
import { pastedInto, pastedJson } from './pasted-json.ts';
import { readSample } from './read-sample.ts';
import { textAtHand, wholeText } from './whole-text.ts';

/** Marks a change that came from the document, which need not hear of it again. */
export const fromDocument = Annotation.define<boolean>();

/** Milliseconds of rest before the text is checked. */
const lintDelay = 250;

/** A JSON text with its first error marked at the character. Undo belongs to the flow's document. */
export function jsonEditorExtensions(options: {
  /** What the document begins with. */
  text: string;
  onChange: (view: EditorView) => void;
  /** Typing has come to a rest: the field is left, or a shortcut pressed. */
  onRest: () => void;
  /** A text is too long to be pasted. */
  onRefuse: (characters: number) => void;
  latePaste: LatePaste;
}): Extension {
  return [
    textAtHand(options.text),
    Prec.highest(settling(options.latePaste)),
    lineNumbers(),
    foldGutter(),
    json(),
    indentUnit.of('  '),
    bracketMatching(),
    indentOnInput(),
    keymap.of([...foldKeymap, ...defaultKeymap]),
    linter(
      async (view) => {
        const text = wholeText(view.state);
        return text.trim() === '' ? [] : jsonDiagnostics(await readSample(text), text.length);
      },
      { delay: lintDelay },
    ),
    editorAttributes,
    EditorView.clipboardInputFilter.of(pastedJson),
    EditorView.domEventHandlers({
      blur: () => options.onRest(),
      // Undo takes back what was typed last, so that has to be in the document first.
      keydown: (event) => {
        if (event.ctrlKey || event.metaKey) options.onRest();
      },
      paste: (event, view) => pasteDocument(event, view, options),
    }),
    EditorView.updateListener.of((update) => {
      options.latePaste.follow(update);
      if (!update.docChanged || update.transactions.some((one) => one.annotation(fromDocument))) return;
      options.onChange(update.view);
      // What is pasted is there at once, and whole.
      if (update.transactions.some((one) => one.isUserEvent('input.paste'))) options.onRest();
    }),
    editorLook,
    editorPhrases(),
  ];
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/** What is pasted is in the text before anything else comes to it. */
function settling({ settle }: LatePaste): Extension {
  return EditorView.domEventHandlers({
    keydown: ({ key }) => {
      if (!modifiers.has(key)) settle();
    },
    beforeinput: () => settle(),
    compositionstart: () => settle(),
    cut: () => settle(),
    drop: () => settle(),
  });
}

function pasteDocument(
  event: ClipboardEvent,
  view: EditorView,
  { onRefuse, latePaste }: { onRefuse: (characters: number) => void; latePaste: LatePaste },
): boolean {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  if (pasted.length > longestExample) {
    event.preventDefault();
    onRefuse(pasted.length);
    return true;
  }
  latePaste.settle();
  const current = wholeText(view.state);
  if (isLongText(pasted) || (pasted !== '' && isLongText(current))) {
    event.preventDefault();
    latePaste.begin(view, pasted);
    return true;
  }
  const { text, whole } = pastedInto(view.state.selection.main.empty ? current : undefined, pasted);
  if (!whole) return false;
  event.preventDefault();
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    scrollIntoView: true,
    userEvent: 'input.paste',
  });
  return true;
}
