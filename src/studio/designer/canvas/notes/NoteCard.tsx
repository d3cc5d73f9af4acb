import { type NodeProps, NodeResizer, type ResizeParams } from '@xyflow/react';
import { memo, useCallback } from 'react';
import { leastNoteSize, mostNoteSize } from '../../../../flow/notes.ts';
import { resizeNote } from '../../../../flow/operations/resize-note.ts';
import { notesText } from '../../../text/english/notes.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { useCanvas } from '../canvas-context.ts';
import classes from './Note.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import type { NoteNode } from './note-node.ts';
import { NotePaper } from './NotePaper.tsx';

/** A note on the canvas. It reads nothing but its own data, so a change elsewhere does not render it. */
export const NoteCard = memo(function NoteCard({ data, selected, dragging }: NodeProps<NoteNode>) {
  const { noteId } = data;
  const store = useDocumentStore();
  const editing = useCanvas((state) => state.editingNote === noteId);
  const resized = useCallback(
    (_: unknown, { x, y, width, height }: ResizeParams) =>
      store.getState().apply(resizeNote({ id: noteId, size: { width, height }, position: { x, y } })),
    [store, noteId],
  );
  return (
    <>
      {selected && (
        <NodeResizer
          minWidth={leastNoteSize.width}
          minHeight={leastNoteSize.height}
          maxWidth={mostNoteSize.width}
          maxHeight={mostNoteSize.height}
          handleClassName={classes.handle ?? ''}
          lineClassName={classes.edge ?? ''}
          onResizeEnd={resized}
        />
      )}
      <NotePaper data={data} selected={selected} dragging={dragging} empty={notesText('empty')}>
        {editing ? <NoteEditor noteId={noteId} content={data.content} /> : undefined}
      </NotePaper>
    </>
  );
});
