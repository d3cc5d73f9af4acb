import { type Rect, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { noteOf } from '../../../flow/notes.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry } from './card-size.ts';
import { motion } from '../../ui/motion.ts';
import { noteIdOf } from './notes/note-node.ts';

/** px between a card and the edge of the canvas */
const margin = 48;

/** Moves the view just so far that a card or a note is seen, by the id of its node; for one that is in sight already it stays. */
export function useReveal(): (id: string) => void {
  const document = useDocumentStore();
  const canvas = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  return useCallback(
    (id) => {
      const box = boxOf(document.getState(), id);
      if (!box) return;
      const { x, y, zoom } = getViewport();
      const seen = canvas.getState();
      const dx = shift(box.x * zoom + x, box.width * zoom, seen.width);
      const dy = shift(box.y * zoom + y, box.height * zoom, seen.height);
      // Linear: the smooth way zooms out and in again, and the next reveal may begin in the middle of that.
      const animation = { duration: motion(200), interpolate: 'linear' } as const;
      if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, animation);
    },
    [document, canvas, getViewport, setViewport],
  );
}

function boxOf({ descriptor, notes }: FlowContent, nodeId: string): Rect | undefined {
  const noteId = noteIdOf(nodeId);
  if (noteId !== undefined) return noteOf(notes, noteId);
  const node = descriptor[nodeId];
  return node && { x: node.x, y: node.y, ...cardGeometry(cardPorts(descriptor, catalogue, nodeId)) };
}

/** How far to move a stretch from `start` for it to lie between the margins of `whole`; its start goes first. */
function shift(start: number, length: number, whole: number): number {
  const least = margin;
  const most = whole - margin - length;
  if (start < least) return least - start;
  return start > most ? Math.max(most, least) - start : 0;
}
