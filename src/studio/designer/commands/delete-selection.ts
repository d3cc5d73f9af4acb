import { message } from '../../../flow/messages/message.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import { nameOfBoth } from '../../../flow/operations/name-of-both.ts';
import { type Operation, sequence } from '../../../flow/operations/operation.ts';
import { removeComponents } from '../../../flow/operations/remove-components.ts';
import { removeNotes } from '../../../flow/operations/remove-notes.ts';
import { linkOfId } from '../canvas/link-id.ts';
import type { DocumentState } from '../document/document-store.ts';

/**
 * Removes what is selected. Links of removed components go with them (so that a chain can heal), hence only links
 * between components that stay are cut by themselves.
 */
export function deleteSelection({
  selection,
  linkSelection,
  noteSelection,
}: Pick<DocumentState, 'selection' | 'linkSelection' | 'noteSelection'>): Operation {
  const removed = new Set(selection);
  const links = linkSelection
    .map(linkOfId)
    .filter((link) => !removed.has(link.from) && !removed.has(link.to));
  const removal = removeSelected({ selection, noteSelection });
  return sequence({
    name:
      selection.length + noteSelection.length > 0
        ? removal.name
        : message('operation.deleteLinks', { count: links.length }),
    operations: [...links.map((link) => disconnect({ link })), removal],
  });
}

/** Removes the selected components and notes, in one step. */
export function removeSelected({
  selection,
  noteSelection,
}: Pick<DocumentState, 'selection' | 'noteSelection'>): Operation {
  return sequence({
    name: nameOfBoth('delete', selection.length, noteSelection.length),
    operations: [removeComponents({ ids: selection }), removeNotes({ ids: noteSelection })],
  });
}
