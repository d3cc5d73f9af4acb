import { type Extension, Facet } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Reference } from '../../../../flow/descriptor.ts';
import { placeholderRanges, referenceOf } from '../placeholders.ts';

/** The references of the field that an editor edits. */
export const fieldReferences = Facet.define<() => Record<string, Reference>>();

/**
 * References whose placeholders were copied or cut, so that pasting gives pills again although a cut has
 * removed them from the field, or the field is another one. One page's clipboard holds one text.
 */
let copied: Record<string, Reference> = {};

/** Ids that a field does not know but a paste brought in: what their placeholders stand for. */
export function copiedReference(id: string): Reference | undefined {
  return referenceOf(id, copied);
}

/** Copy keeps placeholders; paste gives pills for known ones and plain text for the others. */
export function pillClipboard({ multiline }: { multiline: boolean }): Extension {
  return [
    EditorView.clipboardOutputFilter.of((text, state) => {
      const references = knownReferences(state.facet(fieldReferences));
      copied = Object.fromEntries(
        placeholderRanges(text).flatMap(({ id }) => {
          const reference = referenceOf(id, references) ?? copiedReference(id);
          return reference ? [[id, reference]] : [];
        }),
      );
      return text;
    }),
    EditorView.clipboardInputFilter.of((text, state) => {
      const references = knownReferences(state.facet(fieldReferences));
      const known = withoutUnknown(
        text,
        (id) => (referenceOf(id, references) ?? copiedReference(id)) !== undefined,
      );
      return multiline ? known : known.replaceAll(/\s*\n\s*/g, ' ');
    }),
  ];
}

/** Drops the braces of placeholders that stand for nothing here. */
export function withoutUnknown(text: string, isKnown: (id: string) => boolean): string {
  let result = '';
  let at = 0;
  for (const { from, to, id } of placeholderRanges(text)) {
    if (isKnown(id)) continue;
    result += text.slice(at, from) + id;
    at = to;
  }
  return result + text.slice(at);
}

function knownReferences(sources: readonly (() => Record<string, Reference>)[]): Record<string, Reference> {
  return Object.assign({}, ...sources.map((source) => source())) as Record<string, Reference>;
}
