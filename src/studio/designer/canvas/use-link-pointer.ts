import type { Edge } from '@xyflow/react';
import { type MouseEvent, useMemo } from 'react';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { notifyUndoable } from '../notify-undoable.tsx';
import { useCanvasStore } from './canvas-context.ts';
import { linkOfId } from './link-id.ts';

/** Pointing at a link brings up its "+", a click with Alt cuts it; stable handlers for React Flow. */
export function useLinkPointer() {
  const document = useDocumentStore();
  const canvas = useCanvasStore();
  return useMemo(
    () => ({
      onEdgeMouseEnter: (_: MouseEvent, edge: Edge) => canvas.getState().hoverLink(edge.id),
      onEdgeMouseLeave(event: MouseEvent) {
        // The "+" lies on the link: on the way to it one is still there.
        const next = event.relatedTarget;
        if (next instanceof Element && next.closest('[data-insert]')) return;
        canvas.getState().hoverLink(undefined);
      },
      onEdgeClick(event: MouseEvent, edge: Edge) {
        if (!event.altKey) return;
        applyConfirmed(document, disconnect({ link: linkOfId(edge.id) }), {
          done: () => notifyUndoable(document, text('linkCut')),
        });
      },
    }),
    [document, canvas],
  );
}
