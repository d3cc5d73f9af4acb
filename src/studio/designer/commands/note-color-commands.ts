import type { NoteColor } from '../../../flow/notes.ts';
import { setNoteColor } from '../../../flow/operations/set-note-color.ts';
import { notesText } from '../../text/english/notes.ts';
import { noteIcons } from '../canvas/notes/note-icons.tsx';
import type { Command } from './command.ts';

/** The colours of notes. */
export const noteColorCommands = {
  notePlain: colored(undefined),
  noteYellow: colored('yellow'),
  noteGreen: colored('green'),
  noteBlue: colored('blue'),
  notePink: colored('pink'),
} satisfies Record<string, Command>;

function colored(color: NoteColor | undefined) {
  const name = color ?? 'plain';
  return {
    id: `note-${name}`,
    title: () => notesText(`colors.${name}`),
    icon: noteIcons[name],
    shortcuts: [],
    when: ({ noteSelection }) => noteSelection.length > 0,
    run({ document }) {
      const state = document.store.getState();
      state.apply(setNoteColor({ ids: state.noteSelection, color }));
    },
  } satisfies Command;
}
