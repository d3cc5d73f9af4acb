import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import { newReferenceId } from '../reference-id.ts';
import type { PillMisfit } from '../misfits.ts';
import { placeholderOf, placeholderRanges, referenceOf } from '../placeholders.ts';
import type { VariableSource } from '../variable-source.ts';
import { setAttributes } from './editor-attributes.ts';
import type { Point } from '../drag/drop-target.ts';
import { offsetAt } from './drop-place.ts';
import { insertReference, insertReferenceAt, takeBackAsk } from './insert-reference.ts';
import { setPillDescription } from './pill-decorations.ts';
import { smallestChange } from './smallest-change.ts';
import { addedReferences, fromDocument, variableEditorExtensions } from './variable-editor-state.ts';

export type VariableEditorHandle = {
  /** Puts a new pill where the caret is, in place of a selection or of the `{{` that asked for it. */
  insert: (reference: Reference) => void;
  /** Puts a new pill where it was dropped. */
  insertAt: (reference: Reference, at: Point) => void;
  /** Where in the window the caret would stand for a place there. */
  caretAt: (at: Point) => { x: number; top: number; bottom: number } | undefined;
  /** Takes a `{{` away that nothing came of. */
  takeBackAsk: () => void;
  /** Takes a pill out. */
  remove: (id: string) => void;
  focus: () => void;
};

export type VariableEditorProps = {
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  /** The pills that cannot serve here, and why. */
  misfits: ReadonlyMap<string, PillMisfit>;
  multiline: boolean;
  /** The text is a JSON template. Fixed for the life of the editor, as is `multiline`. */
  json: boolean;
  placeholder: string;
  /** For the editable element: its name, whether it is invalid … */
  attributes: Record<string, string>;
  onChange: (text: string, added: Record<string, Reference>) => void;
  onPick: () => void;
  onOpenPill: (id: string, pill: HTMLElement) => void;
  ref: Ref<VariableEditorHandle>;
};

/** A CodeMirror in the clothes of a form field. */
export default function VariableEditor(props: VariableEditorProps) {
  const { value, references, source, misfits, attributes, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  /** The text that editor and document agreed on last: comparing it costs nothing when nothing changed. */
  const agreed = useRef(value);

  const latest = useEffectEvent(() => props);

  useLayoutEffect(() => {
    const first = latest();
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: agreed.current,
        extensions: variableEditorExtensions({
          multiline: first.multiline,
          json: first.json,
          placeholder: first.placeholder,
          references: () => latest().references,
          onChange: (text, added) => {
            agreed.current = text;
            latest().onChange(text, added);
          },
          onPick: () => latest().onPick(),
          onOpenPill: (id, pill) => latest().onOpenPill(id, pill),
        }),
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useLayoutEffect(() => {
    const editor = view.current!;
    const changed = value !== agreed.current;
    agreed.current = value;
    const text = editor.state.doc.toString();
    editor.dispatch({
      ...(changed ? { changes: smallestChange(text, value.replaceAll(/\r\n?/g, '\n')) } : {}),
      effects: setPillDescription.of((id) => {
        const added = addedReferences(editor.state, placeholderOf(id), references);
        const misfit = misfits.get(id);
        return {
          ...source.describe(referenceOf(id, { ...added, ...references })),
          ...(misfit ? { misfit: misfit.told } : {}),
        };
      }),
      annotations: fromDocument.of(true),
    });
  }, [value, references, source, misfits]);

  useLayoutEffect(() => {
    view.current!.dispatch({ effects: setAttributes.of(attributes) });
  }, [attributes]);

  useImperativeHandle(
    ref,
    () => ({
      insert: (reference) => {
        insertReference(view.current!, reference, newReferenceId());
        view.current!.focus();
      },
      insertAt: (reference, at) => {
        insertReferenceAt(view.current!, offsetAt(view.current!, at), reference, newReferenceId());
        view.current!.focus();
      },
      caretAt: (at) => {
        const place = view.current!.coordsAtPos(offsetAt(view.current!, at));
        return place ? { x: place.left, top: place.top, bottom: place.bottom } : undefined;
      },
      takeBackAsk: () => takeBackAsk(view.current!),
      remove: (id) => removePillById(view.current!, id),
      focus: () => view.current!.focus(),
    }),
    [],
  );

  return <div ref={host} />;
}

function removePillById(view: EditorView, id: string): void {
  const range = placeholderRanges(view.state.doc.toString()).find((candidate) => candidate.id === id);
  if (!range) return;
  view.dispatch({
    changes: { from: range.from, to: range.to },
    selection: { anchor: range.from },
    userEvent: 'delete',
  });
  view.focus();
}
