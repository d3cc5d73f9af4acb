import type { Node } from '@xyflow/react';
import {
  firstWords,
  type Note,
  type NoteColor,
  noteIds,
  noteOf,
  type Notes,
} from '../../../../flow/notes.ts';
import { notesText } from '../../../text/english/notes.ts';

export type NoteData = { noteId: string; content: string; color: NoteColor | undefined };
export type NoteNode = Node<NoteData, 'note'>;

const prefix = 'note:';

/** The id of a note's node: a component may have the note's own id. */
export function noteNodeId(noteId: string): string {
  return prefix + noteId;
}

/** The note of a node; undefined for a card. */
export function noteIdOf(nodeId: string): string | undefined {
  return nodeId.startsWith(prefix) ? nodeId.slice(prefix.length) : undefined;
}

/** What a note is called, by its first words. */
export function noteName({ content }: Pick<Note, 'content'>): string {
  const words = firstWords(content);
  return words === '' ? notesText('spokenEmpty') : notesText('spoken', { words });
}

type Known = { entry: unknown; selected: boolean; node: NoteNode };

/**
 * Makes React Flow's nodes from the notes of the document, the very same object for what has not changed since the last
 * call. They come behind the cards in the order of Tab, and lie behind cards and links.
 */
export function createNoteProjection(): (notes: Notes, selection: string[]) => NoteNode[] {
  let known = new Map<string, Known>();
  return (notes, selection) => {
    const selected = new Set(selection);
    known = new Map(
      noteIds(notes).map((id) => {
        const before = known.get(id);
        const isSelected = selected.has(id);
        if (before?.entry === notes[id] && before?.selected === isSelected) return [id, before];
        const node = noteNode(id, noteOf(notes, id)!, isSelected);
        return [id, { entry: notes[id], selected: isSelected, node }];
      }),
    );
    return [...known.values()].map(({ node }) => node);
  };
}

function noteNode(noteId: string, note: Note, selected: boolean): NoteNode {
  const { x, y, width, height, content, color } = note;
  return {
    id: noteNodeId(noteId),
    type: 'note',
    position: { x, y },
    data: { noteId, content, color },
    selected,
    // React Flow lifts what is selected by 1000; a note stays behind the cards.
    zIndex: selected ? -1001 : -1,
    connectable: false,
    // Declared, as those of cards are.
    width,
    height,
    measured: { width, height },
    handles: [],
    ariaLabel: noteName(note),
    domAttributes: { 'aria-describedby': undefined, 'aria-description': notesText('keys') },
  };
}
