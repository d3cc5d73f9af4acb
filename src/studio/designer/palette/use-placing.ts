import { useReactFlow } from '@xyflow/react';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { addComponent } from '../../../flow/operations/add-component.ts';
import { insertComponent } from '../../../flow/operations/insert-component.ts';
import type { Operation } from '../../../flow/operations/operation.ts';
import { catalogue } from '../../catalogue.ts';
import { cornerAround } from '../canvas/corner-around.ts';
import { useReceiving } from '../canvas/use-receiving.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import { type Placement, placeAfter } from './place-component.ts';

/** Puts components into the open flow and selects them. */
export function usePlacing() {
  const store = useDocumentStore();
  const panels = usePanelsStore();
  const narrow = useNarrow();
  const { screenToFlowPosition } = useReactFlow();
  const reveal = useReveal();
  const receiving = useReceiving();

  const finish = (id: string, operation: Operation) => {
    store.getState().apply(operation);
    store.getState().select([id]);
    if (narrow) panels.getState().show(undefined);
  };

  return {
    /** A component is dragged over the canvas, or beside it. */
    over: (component: ComponentDefinition, middle: Placement | undefined) => {
      if (middle) receiving.forNew(component, middle);
      else receiving.done();
    },
    cancel: receiving.done,
    /** Into the link below its middle, else free. */
    placeAt: (component: ComponentDefinition, at: Placement, middle: Placement) => {
      const id = crypto.randomUUID();
      const link = receiving.forNew(component, middle);
      receiving.done();
      const gap = link && ({ kind: 'on', link } as const);
      finish(
        id,
        gap ? insertComponent({ gap, id, component, at, catalogue }) : addComponent({ id, component, ...at }),
      );
    },
    place: (component: ComponentDefinition) => {
      const id = crypto.randomUUID();
      const { descriptor, selection } = store.getState();
      const selected = selection.at(-1);
      const center = centerOfCanvas(screenToFlowPosition);
      finish(id, placeAfter({ descriptor, catalogue, component, id, selected, center }));
      reveal(id);
    },
  };
}

/** Where a card's corner must be for the card to stand in the middle of what one sees. */
function centerOfCanvas(toFlow: (point: Placement) => Placement): Placement {
  const box = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return cornerAround(toFlow({ x: box.left + box.width / 2, y: box.top + box.height / 2 }));
}
