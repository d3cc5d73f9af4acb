import { defaultKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { editorLook } from '../../editor/editor-look.ts';
import { smallestChange } from '../../editor/smallest-change.ts';

/** Marks a change that came from the document, which need not hear of it again. */
const fromDocument = Annotation.define<boolean>();

/** An editor for a few lines of JavaScript. Undo belongs to the flow's document, which gives the text back. */
export default function CodeEditor(props: {
  value: string;
  placeholder: string;
  labelId: string;
  onChange: (text: string) => void;
}) {
  const { value } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useEffectEvent(() => props);

  useLayoutEffect(() => {
    const first = latest();
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: first.value,
        extensions: [
          javascript(),
          indentUnit.of('  '),
          bracketMatching(),
          indentOnInput(),
          keymap.of(defaultKeymap),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-labelledby': first.labelId, spellcheck: 'false' }),
          placeholderText(first.placeholder),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((one) => one.annotation(fromDocument))) return;
            latest().onChange(update.state.doc.toString());
          }),
          editorLook,
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useLayoutEffect(() => {
    const editor = view.current!;
    const text = editor.state.doc.toString();
    if (value === text) return;
    editor.dispatch({
      changes: smallestChange(text, value.replaceAll(/\r\n?/g, '\n')),
      annotations: fromDocument.of(true),
    });
  }, [value]);

  return <div ref={host} />;
}
