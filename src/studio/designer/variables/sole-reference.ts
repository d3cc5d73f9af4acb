import type { Reference } from '../../../flow/descriptor.ts';
import { placeholderOf } from './placeholders.ts';
import { newReferenceId } from './reference-id.ts';

/** The text of a field that holds nothing but this variable, and the reference behind it under a new id. */
export function soleReference(reference: Reference): [text: string, added: Record<string, Reference>] {
  const id = newReferenceId();
  return [placeholderOf(id), { [id]: reference }];
}
