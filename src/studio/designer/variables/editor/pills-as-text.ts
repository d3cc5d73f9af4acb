import type { Reference } from '../../../../flow/descriptor.ts';
import { formatPath } from '../../../../flow/path.ts';
import { pathOfPlaceholder } from '../../../../flow/template.ts';
import { placeholderOf, placeholderRanges, referenceOf } from '../placeholders.ts';
import { readReference, textOfReference } from './reference-text.ts';

/** A field's text as other programs get it, and as it reads back in any field: no pill by its id. */
export function pillsAsText(text: string, references: Record<string, Reference>): string {
  return replaced(text, (id) => {
    const reference = referenceOf(id, references);
    const says = reference && (reference.variable !== undefined || reference.functions?.length);
    return says ? textOfReference(reference) : placeholderOf(id);
  });
}

/**
 * The text of a field from one that `pillsAsText` has written, or from one of the old form. Each pill gets an id of its
 * own, so that changing one changes no other. `known`: what ids of the field at hand stand for. Braces around what
 * stands for nothing go: that is text.
 */
export function pillsFromText(
  text: string,
  known: Record<string, Reference>,
  newId: () => string,
): { text: string; references: Record<string, Reference> } {
  const references: Record<string, Reference> = {};
  const pill = (reference: Reference) => {
    const id = newId();
    references[id] = reference;
    return placeholderOf(id);
  };
  const plain = (part: string) =>
    replaced(part, (id) => {
      const reference = Object.hasOwn(known, id) ? known[id] : referenceInOldForm(id);
      return reference ? pill(reference) : id;
    });

  let result = '';
  let done = 0;
  let at = text.indexOf('{{{');
  while (at !== -1) {
    const read = readReference(text, at);
    if (read) {
      result += plain(text.slice(done, at)) + pill(read.reference);
      done = read.end;
    }
    at = text.indexOf('{{{', read ? done : at + 1);
  }
  return { text: result + plain(text.slice(done)), references };
}

function referenceInOldForm(placeholder: string): Reference | undefined {
  const path = pathOfPlaceholder(placeholder);
  return path && readReference(placeholderOf(formatPath(path)), 0)?.reference;
}

function replaced(text: string, by: (id: string) => string): string {
  let result = '';
  let at = 0;
  for (const { from, to, id } of placeholderRanges(text)) {
    result += text.slice(at, from) + by(id);
    at = to;
  }
  return result + text.slice(at);
}
