import { noteIds } from '../../../flow/notes.ts';
import type { DocumentState } from '../document/document-store.ts';

/** When a command can be run. */
export const always = () => true;

/** Is there anything to see? */
export const hasContent = ({ descriptor, notes }: DocumentState) =>
  Object.keys(descriptor).length + noteIds(notes).length > 0;

/** How many components and notes are selected. */
export const itemCount = ({ selection, noteSelection }: DocumentState) =>
  selection.length + noteSelection.length;

export const hasItems = (state: DocumentState) => itemCount(state) > 0;

/** Links count, too. */
export const hasSelection = (state: DocumentState) => hasItems(state) || state.linkSelection.length > 0;
