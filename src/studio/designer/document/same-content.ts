import type { Descriptor } from '../../../flow/descriptor.ts';
import { sameValue } from '../../../flow/same-value.ts';
import type { DocumentContent } from './document-store.ts';

/** Do both say the same? The versions of components do not count: the server brings them up to date on every save. */
export function sameContent(a: DocumentContent, b: DocumentContent): boolean {
  return (
    a.name === b.name &&
    sameValue(withoutVersions(a.descriptor), withoutVersions(b.descriptor)) &&
    sameValue(a.notes, b.notes)
  );
}

function withoutVersions(descriptor: Descriptor): Descriptor {
  return Object.fromEntries(
    Object.entries(descriptor).map(([id, node]) => [id, { ...node, version: undefined }]),
  );
}
