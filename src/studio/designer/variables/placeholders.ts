import type { Reference } from '../../../flow/descriptor.ts';
import { splitTemplate } from '../../../flow/template.ts';

/** `{{{` and `}}}`. */
const braces = 6;

export type PlaceholderRange = { from: number; to: number; id: string };

/** Where placeholders stand in a text, as offsets; one that runs over a line's end is left as text. */
export function placeholderRanges(text: string): PlaceholderRange[] {
  if (!text.includes('{{{')) return [];
  const ranges: PlaceholderRange[] = [];
  let at = 0;
  for (const part of splitTemplate(text)) {
    const length = 'text' in part ? part.text.length : part.placeholder.length + braces;
    if ('placeholder' in part && !part.placeholder.includes('\n')) {
      ranges.push({ from: at, to: at + length, id: part.placeholder });
    }
    at += length;
  }
  return ranges;
}

/** The text that stands for a reference with this id. */
export function placeholderOf(id: string): string {
  return `{{{${id}}}}`;
}

/** The id when the value is exactly one placeholder. */
export function solePlaceholder(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [range] = placeholderRanges(value);
  return range && range.from === 0 && range.to === value.length ? range.id : undefined;
}

/** The reference behind a placeholder; in the old form the placeholder's own text is the path. */
export function referenceOf(id: string, references: Record<string, Reference>): Reference | undefined {
  if (Object.hasOwn(references, id)) return references[id];
  return id.startsWith('$.') ? { variable: id } : undefined;
}
