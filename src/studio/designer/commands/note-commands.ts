import { PencilLine, StickyNotePlus } from 'lucide-react';
import { addNote } from '../../../flow/operations/add-note.ts';
import { notesText } from '../../text/english/notes.ts';
import { focusInspector } from '../canvas/focus-inspector.ts';
import { freeNotePlace } from '../canvas/notes/free-place.ts';
import { noteNodeId } from '../canvas/notes/note-node.ts';
import type { DocumentState } from '../document/document-store.ts';
import type { Command, CommandContext } from './command.ts';
import { noteColorCommands } from './note-color-commands.ts';

/** Notes beside the components. */
export const noteCommands = {
  addNote: {
    id: 'add-note',
    title: () => notesText('add'),
    icon: StickyNotePlus,
    shortcuts: [{ key: 'n' }],
    when: () => true,
    run(context) {
      const { document, place, newId } = context;
      const state = document.store.getState();
      const id = newId();
      state.apply(addNote({ id, ...freeNotePlace(state, place()) }));
      write(context, id);
    },
  },
  editNote: {
    id: 'edit-note',
    title: () => notesText('edit'),
    icon: PencilLine,
    shortcuts: [],
    when: (state) => theNote(state) !== undefined,
    run(context) {
      const id = theNote(context.document.store.getState());
      if (id !== undefined) write(context, id);
    },
  },
  ...noteColorCommands,
} satisfies Record<string, Command>;

/** The one note that is selected, with no card beside it. */
function theNote({ selection, noteSelection }: DocumentState): string | undefined {
  return selection.length === 0 && noteSelection.length === 1 ? noteSelection[0] : undefined;
}

/** Writes in the note itself; while the outline covers the canvas, in the inspector. */
function write({ document, canvas, panels, reveal, narrow }: CommandContext, id: string): void {
  document.store.getState().changeSelection({ components: [], links: [], notes: [id] });
  if (panels.getState().outlineOpen) {
    panels.getState().open('inspector', narrow);
    return focusInspector();
  }
  reveal(noteNodeId(id));
  canvas.getState().editNote(id);
}
