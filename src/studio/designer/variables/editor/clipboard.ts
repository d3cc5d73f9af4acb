import { type Extension, Facet } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { z } from 'zod';
import { type Reference, referenceSchema } from '../../../../flow/descriptor.ts';
import { placeholderOf, placeholderRanges, referenceOf } from '../placeholders.ts';

/** On the clipboard, beside the plain text: the text with its references, so that another tab, or the page anew, has them. */
export const pillsType = 'application/x-tributary-variables';

const pillsSchema = z.object({ text: z.string(), references: z.record(z.string(), referenceSchema) });

/** The references of the field that an editor edits. */
export const fieldReferences = Facet.define<() => Record<string, Reference>>();

/**
 * References whose placeholders were copied or cut, so that pasting gives pills again although a cut has
 * removed them from the field, or the field is another one. One page's clipboard holds one text.
 */
let copied: Record<string, Reference> = {};
let copiedText = '';

/** Ids that a field does not know but a paste brought in: what their placeholders stand for. */
export function copiedReference(id: string): Reference | undefined {
  return referenceOf(id, copied);
}

/** Copy keeps placeholders; paste gives pills for known ones and plain text for the others. */
export function pillClipboard({ multiline }: { multiline: boolean }): Extension {
  return [
    EditorView.clipboardOutputFilter.of((text, state) => {
      const references = knownReferences(state.facet(fieldReferences));
      copiedText = text;
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
    EditorView.domEventHandlers({
      paste(event, view) {
        const pills = readPills(event.clipboardData?.getData(pillsType) ?? '');
        if (!pills || view.state.readOnly) return false;
        copied = pills.references;
        const text = multiline ? pills.text : pills.text.replaceAll(/\s*\n\s*/g, ' ');
        view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
        event.preventDefault();
        return true;
      },
    }),
    copiesPills,
  ];
}

/** The editor clears the clipboard before it writes its text: what is to stand beside that comes after. */
function writePills(event: ClipboardEvent): void {
  if (!event.defaultPrevented || !event.clipboardData || Object.keys(copied).length === 0) return;
  event.clipboardData.setData('text/plain', inOldForm(copiedText, copied));
  event.clipboardData.setData(pillsType, JSON.stringify({ text: copiedText, references: copied }));
}

const copiesPills = ViewPlugin.define((view) => {
  view.dom.addEventListener('copy', writePills);
  view.dom.addEventListener('cut', writePills);
  return {
    destroy() {
      view.dom.removeEventListener('copy', writePills);
      view.dom.removeEventListener('cut', writePills);
    },
  };
});

/** Undefined for what no editor of ours has written. */
export function readPills(written: string): z.infer<typeof pillsSchema> | undefined {
  if (written === '') return undefined;
  try {
    return pillsSchema.safeParse(JSON.parse(written)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The text as other programs get it: a variable by its path, which says more than an id. */
export function inOldForm(text: string, references: Record<string, Reference>): string {
  let result = '';
  let at = 0;
  for (const { from, to, id } of placeholderRanges(text)) {
    const variable = referenceOf(id, references)?.variable;
    if (variable === undefined) continue;
    result += text.slice(at, from) + placeholderOf(variable);
    at = to;
  }
  return result + text.slice(at);
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
