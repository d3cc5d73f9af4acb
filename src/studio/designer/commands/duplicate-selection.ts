import { duplicateComponents } from '../../../flow/operations/duplicate-components.ts';
import { duplicateNotes } from '../../../flow/operations/duplicate-notes.ts';
import { nameOfBoth } from '../../../flow/operations/name-of-both.ts';
import { sequence } from '../../../flow/operations/operation.ts';
import { grid } from '../../../flow/placement.ts';
import type { CommandContext } from './command.ts';

const by = { dx: 2 * grid, dy: 6 * grid };

/** Copies the selected components and notes beside themselves, and selects the copies. */
export function duplicateSelection({ document, newId }: CommandContext): void {
  const state = document.store.getState();
  const { selection, noteSelection } = state;
  const newIds = Object.fromEntries(selection.map((id) => [id, newId()]));
  const newNoteIds = Object.fromEntries(noteSelection.map((id) => [id, newId()]));
  state.apply(
    sequence({
      name: nameOfBoth('duplicate', selection.length, noteSelection.length),
      operations: [
        duplicateComponents({ ids: selection, newIds, ...by }),
        duplicateNotes({ ids: noteSelection, newIds: newNoteIds, ...by }),
      ],
    }),
  );
  state.changeSelection({
    components: Object.values(newIds),
    links: [],
    notes: Object.values(newNoteIds),
  });
}
