import { useCallback } from 'react';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { focusPalette } from '../panels/focus-palette.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import type { Visit } from './problem-steps.ts';

/**
 * Leads to where a problem is solved: into the very field of the inspector; to the component, when it is about no
 * field; into the palette, when the flow lacks a component.
 */
export function useGoToProblem(): (visit: Visit) => void {
  const store = useDocumentStore();
  const panels = usePanelsStore();
  const narrow = useNarrow();
  const reveal = useReveal();
  return useCallback(
    (visit) => {
      const { componentId, place } = visit.problem;
      const { open, show, seek, visit: remember } = panels.getState();
      remember(visit);
      if (componentId === '') {
        open('palette', narrow);
        focusPalette();
        return;
      }
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
