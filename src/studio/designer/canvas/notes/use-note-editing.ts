import { useEffect } from 'react';
import { useDocumentStore } from '../../document/document-context.ts';
import { useCanvasStore } from '../canvas-context.ts';

/** A note that is no longer selected, or gone by undo, is no longer written in either. */
export function useNoteEditing(): void {
  const document = useDocumentStore();
  const canvas = useCanvasStore();
  useEffect(
    () =>
      document.subscribe(({ noteSelection }) => {
        const { editingNote, editNote } = canvas.getState();
        if (editingNote !== undefined && !noteSelection.includes(editingNote)) editNote(undefined);
      }),
    [document, canvas],
  );
}
