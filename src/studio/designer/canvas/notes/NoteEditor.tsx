import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setNoteContent } from '../../../../flow/operations/set-note-content.ts';
import { notesText } from '../../../text/english/notes.ts';
import { motion } from '../../../ui/motion.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { useCanvasStore } from '../canvas-context.ts';
import { focusCard } from '../focus-card.ts';
import classes from './Note.module.css';
import { longestNote } from './longest-note.ts';
import { noteNodeId } from './note-node.ts';

/** Below this zoom one cannot read what one writes: the view comes nearer. */
const readable = 0.6;

/** The text of a note, written in its place. Escape, or a click elsewhere, leaves it; every letter is kept at once. */
export function NoteEditor({ noteId, content }: { noteId: string; content: string }) {
  const store = useDocumentStore();
  const canvas = useCanvasStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const { getZoom, fitView } = useReactFlow();
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(end, end);
    if (getZoom() >= readable) return;
    void fitView({ nodes: [{ id: noteNodeId(noteId) }], maxZoom: 1, padding: 0.4, duration: motion(200) });
  }, [getZoom, fitView, noteId]);

  const leave = () => {
    if (canvas.getState().editingNote === noteId) canvas.getState().editNote(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    // Escape that ends the composition of a letter is the keyboard's.
    if (!done || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
    focusCard(noteNodeId(noteId));
  };
  return (
    <textarea
      ref={field}
      className={`nodrag nopan nowheel ${classes.editor}`}
      aria-label={notesText('text')}
      placeholder={notesText('placeholder')}
      maxLength={longestNote}
      value={content}
      data-document-field
      onChange={(event) =>
        store.getState().apply(setNoteContent({ id: noteId, content: event.currentTarget.value }), {
          coalesce: `note ${noteId}`,
        })
      }
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
