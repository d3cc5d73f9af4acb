import { useCallback } from 'react';
import type { Problem } from '../../../flow/problems.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';

/** Selects a component and leads into one of its fields, or to the component itself where it is about none. */
export function useGoToPlace(): (at: Pick<Problem, 'componentId' | 'place'>) => void {
  const store = useDocumentStore();
  const panels = usePanelsStore();
  const narrow = useNarrow();
  const reveal = useReveal();
  return useCallback(
    ({ componentId, place }) => {
      const { open, show, seek } = panels.getState();
      store.getState().select([componentId]);
      reveal(componentId);
      if (place.field === undefined) {
        if (narrow) show(undefined);
        focusFlow();
        return;
      }
      open('inspector', narrow);
      seek({ componentId, place });
    },
    [store, panels, narrow, reveal],
  );
}
