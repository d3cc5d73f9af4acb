import { type Extension, Facet } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Reference } from '../../../../flow/descriptor.ts';
import { newReferenceId } from '../reference-id.ts';
import { pillsAsText, pillsFromText } from './pills-as-text.ts';

/** The references of the field that an editor edits. */
export const fieldReferences = Facet.define<() => Record<string, Reference>>();

/** What the placeholders of the last paste or drop stand for, until the field it went to knows them. */
let brought: Record<string, Reference> = {};

/** Ids that a field does not know but a paste brought in: what their placeholders stand for. */
export function broughtReference(id: string): Reference | undefined {
  return Object.hasOwn(brought, id) ? brought[id] : undefined;
}

/**
 * What is copied, cut or dragged says in its text what its pills stand for, whoever takes it; pasted and dropped it
 * gives pills with references of their own.
 */
export function pillClipboard({ multiline }: { multiline: boolean }): Extension {
  return [
    EditorView.clipboardOutputFilter.of((text, state) =>
      pillsAsText(text, knownReferences(state.facet(fieldReferences))),
    ),
    EditorView.clipboardInputFilter.of((text, state) => {
      const pasted = pillsFromText(text, knownReferences(state.facet(fieldReferences)), newReferenceId);
      brought = pasted.references;
      return multiline ? pasted.text : pasted.text.replaceAll(/\s*\n\s*/g, ' ');
    }),
  ];
}

function knownReferences(sources: readonly (() => Record<string, Reference>)[]): Record<string, Reference> {
  return Object.assign({}, ...sources.map((source) => source())) as Record<string, Reference>;
}
