import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { holdsText } from '../document/held-text.ts';
import { useWholeStep } from '../inspector/whole-step.ts';
import { setAttributes } from '../variables/editor/editor-attributes.ts';
import { smallestChange } from '../variables/editor/smallest-change.ts';
import { fromDocument, jsonEditorExtensions } from './json-editor-state.ts';
import { createLatePaste, type LatePaste } from './late-paste.ts';
import { withPlainLines } from './pasted-json.ts';
import { wholeText } from './whole-text.ts';

/** Characters from which a text is handed over when typing rests, not at every key. */
const largeFrom = 50_000;
/** Milliseconds. */
const restTime = 400;

export type JsonEditorProps = {
  value: string;
  attributes: Record<string, string>;
  autoFocus?: boolean;
  onChange: (text: string) => void;
  /** A paste was too long to be taken. */
  onRefuse: (characters: number) => void;
};

/** The editor of a JSON example. Invalid text is handed over as it stands: no work is lost. */
export default function JsonEditor(props: JsonEditorProps) {
  const { value, attributes } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const agreed = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const handOver = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    agreed.current = wholeText(view.current!.state);
    props.onChange(agreed.current);
  });
  const refuse = useEffectEvent((characters: number) => props.onRefuse(characters));
  const flush = useEffectEvent(() => {
    if (timer.current !== undefined) handOver();
  });
  const markWhole = useWholeStep();
  const markPasted = useEffectEvent((text: string) => markWhole(text));
  const latePaste = useRef<LatePaste>(undefined);
  const handAllOver = useEffectEvent(() => {
    latePaste.current?.settle();
    flush();
  });

  const focusFirst = useEffectEvent(() => {
    if (props.autoFocus) view.current!.focus();
  });

  useLayoutEffect(() => {
    const doc = withPlainLines(agreed.current);
    const pasting = createLatePaste((text) => markPasted(text));
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc,
        extensions: jsonEditorExtensions({
          text: doc,
          latePaste: pasting,
          onRest: () => flush(),
          onRefuse: (characters) => refuse(characters),
          onChange: ({ state }) => {
            clearTimeout(timer.current);
            if (state.doc.length < largeFrom) handOver();
            else timer.current = setTimeout(() => handOver(), restTime);
          },
        }),
      }),
    });
    view.current = editor;
    latePaste.current = pasting;
    focusFirst();
    return () => {
      handAllOver();
      editor.destroy();
    };
  }, []);

  useEffect(() => holdsText(() => handAllOver()), []);

  useEffect(() => {
    const onHide = () => handAllOver();
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, []);

  // At every render: a text that was handed over and not taken is to give way to the one that holds.
  useLayoutEffect(() => {
    const editor = view.current!;
    if (value === agreed.current) return;
    agreed.current = value;
    clearTimeout(timer.current);
    timer.current = undefined;
    editor.dispatch({
      changes: smallestChange(wholeText(editor.state), withPlainLines(value)),
      annotations: fromDocument.of(true),
    });
  });

  useLayoutEffect(() => {
    view.current!.dispatch({ effects: setAttributes.of(attributes) });
  }, [attributes]);

  return <div ref={host} />;
}
