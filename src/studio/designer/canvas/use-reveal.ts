import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { catalogue } from '../../catalogue.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry } from './card-size.ts';

/** px between a card and the edge of the canvas */
const margin = 48;

/** Moves the view just so far that a card is seen; for one that is in sight already it stays. */
export function useReveal(): (id: string) => void {
  const document = useDocumentStore();
  const canvas = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  return useCallback(
    (id) => {
      const { descriptor } = document.getState();
      const node = descriptor[id];
      if (!node) return;
      const size = cardGeometry(cardPorts(descriptor, catalogue, id));
      const { x, y, zoom } = getViewport();
      const seen = canvas.getState();
      const dx = shift(node.x * zoom + x, size.width * zoom, seen.width);
      const dy = shift(node.y * zoom + y, size.height * zoom, seen.height);
      // Linear: the smooth way zooms out and in again, and the next reveal may begin in the middle of that.
      const animation = { duration: 200, interpolate: 'linear' } as const;
      if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, animation);
    },
    [document, canvas, getViewport, setViewport],
  );
}

/** How far to move a stretch from `start` for it to lie between the margins of `whole`; its start goes first. */
function shift(start: number, length: number, whole: number): number {
  const least = margin;
  const most = whole - margin - length;
  if (start < least) return least - start;
  return start > most ? Math.max(most, least) - start : 0;
}
