import { defaultKeymap, standardKeymap } from '@codemirror/commands';
import {
  Annotation,
  type EditorState,
  type Extension,
  Prec,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import type { Reference } from '../../../../flow/descriptor.ts';
import { placeholderRanges } from '../placeholders.ts';
import { broughtReference, fieldReferences, pillClipboard } from './clipboard.ts';
import { editorAttributes } from './editor-attributes.ts';
import { editorLook } from './editor-look.ts';
import { editorPhrases } from './editor-phrases.ts';
import { closeBracketInTemplate, jsonTemplateLanguage, newLineInTemplate } from './json-template-language.ts';
import { jsonTemplateLint } from './json-template-lint.ts';
import { pillDecorations } from './pill-decorations.ts';
import { openPill } from './pill-widget.ts';

/** Marks a change that came from the document, which need not hear of it again. */
export const fromDocument = Annotation.define<boolean>();

/** References that a change brings along with their placeholders. */
export const newReferences = StateEffect.define<Record<string, Reference>>();

/** New references until the document knows them. */
const pending = StateField.define<Record<string, Reference>>({
  create: () => ({}),
  update(value, transaction) {
    return transaction.effects.reduce(
      (known, effect) => (effect.is(newReferences) ? { ...known, ...effect.value } : known),
      value,
    );
  },
});

export type VariableEditorOptions = {
  multiline: boolean;
  /** The text is a JSON template. */
  json: boolean;
  placeholder: string;
  references: () => Record<string, Reference>;
  onChange: (text: string, added: Record<string, Reference>) => void;
  onPick: () => void;
  onOpenPill: (id: string, pill: HTMLElement) => void;
};

/**
 * A text with pills. There is no history here: undo belongs to the flow's document, which gives the text back.
 */
export function variableEditorExtensions(options: VariableEditorOptions): Extension {
  const pick = () => {
    options.onPick();
    return true;
  };
  return [
    keymap.of([
      { key: 'Mod-Space', run: pick },
      // Where the system keeps Ctrl+Space for itself.
      { key: 'Alt-ArrowDown', run: pick },
      { key: 'Alt-Enter', run: (view) => openPillAtCaret(view, options.onOpenPill) },
    ]),
    options.multiline ? [] : Prec.high(keymap.of([{ key: 'Enter', run: () => true, shift: () => true }])),
    options.json ? keymap.of([{ key: 'Enter', run: newLineInTemplate }]) : [],
    keymap.of(options.json ? defaultKeymap : standardKeymap),
    EditorView.inputHandler.of((view, from, to, text, insert) => {
      if (options.json && from === to && closeBracketInTemplate(view, from, text)) return true;
      if (text !== '{' || view.state.sliceDoc(from - 1, from) !== '{') return false;
      view.dispatch(insert());
      options.onPick();
      return true;
    }),
    EditorView.lineWrapping,
    editorAttributes,
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((one) => one.annotation(fromDocument))) return;
      const text = update.state.doc.toString();
      options.onChange(text, addedReferences(update.state, text, options.references()));
    }),
    pending,
    fieldReferences.of(options.references),
    openPill.of(options.onOpenPill),
    pillDecorations(),
    pillClipboard({ multiline: options.multiline }),
    options.placeholder ? placeholderText(options.placeholder) : [],
    options.json ? [jsonTemplateLanguage, jsonTemplateLint] : [],
    editorLook,
    editorPhrases(),
  ];
}

/** What placeholders in the text stand for, where the field does not know it yet: just inserted or pasted. */
export function addedReferences(
  state: EditorState,
  text: string,
  known: Record<string, Reference>,
): Record<string, Reference> {
  const waiting = state.field(pending);
  return Object.fromEntries(
    placeholderRanges(text).flatMap(({ id }) => {
      if (Object.hasOwn(known, id)) return [];
      const reference = Object.hasOwn(waiting, id) ? waiting[id] : broughtReference(id);
      return reference ? [[id, reference] as const] : [];
    }),
  );
}

function openPillAtCaret(view: EditorView, open: (id: string, pill: HTMLElement) => void): boolean {
  const { head } = view.state.selection.main;
  const range = placeholderRanges(view.state.doc.toString()).find(
    ({ from, to }) => from === head || to === head,
  );
  const pill = range && view.dom.querySelector<HTMLElement>(`[data-pill="${CSS.escape(range.id)}"]`);
  if (!pill) return false;
  open(range.id, pill);
  return true;
}
