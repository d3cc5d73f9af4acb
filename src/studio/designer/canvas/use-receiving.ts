import type { XYPosition } from '@xyflow/react';
import { useMemo } from 'react';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import type { Link } from '../../../flow/graph.ts';
import { canSplice, fits, standsAlone } from '../../../flow/insertion.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useCanvasStore } from './canvas-context.ts';
import { linkBelow } from './link-curve.ts';
import { linkId } from './link-id.ts';

/**
 * Which link takes up a card whose middle is at a point of the canvas: a new one of some component, or one of the flow.
 * Asking highlights the link; `done` takes that away.
 */
export function useReceiving() {
  const document = useDocumentStore();
  const canvas = useCanvasStore();
  return useMemo(() => {
    const find = (middle: XYPosition, accepts: (link: Link) => boolean) => {
      const link = linkBelow(document.getState().descriptor, catalogue, middle, accepts);
      canvas.getState().receive(link && linkId(link));
      return link;
    };
    return {
      forNew: (component: ComponentDefinition, middle: XYPosition) =>
        find(middle, (link) =>
          fits(document.getState().descriptor, catalogue, { kind: 'on', link }, component),
        ),
      forCard: (id: string, middle: XYPosition) =>
        // Asked first: looking at every link for each frame of a drag is dear.
        standsAlone(document.getState().descriptor, id) &&
        find(middle, (link) => canSplice(document.getState().descriptor, catalogue, link, id)),
      done: () => canvas.getState().receive(undefined),
    };
  }, [document, canvas]);
}
