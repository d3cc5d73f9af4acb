import { useCallback } from 'react';
import { focusPalette } from '../panels/focus-palette.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import type { Visit } from './problem-steps.ts';
import { useGoToPlace } from './use-go-to-place.ts';

/**
 * Leads to where a problem is solved: into the very field of the inspector; to the component, when it is about no
 * field; into the palette, when the flow lacks a component.
 */
export function useGoToProblem(): (visit: Visit) => void {
  const panels = usePanelsStore();
  const narrow = useNarrow();
  const goToPlace = useGoToPlace();
  return useCallback(
    (visit) => {
      const { componentId } = visit.problem;
      const { open, visit: remember } = panels.getState();
      remember(visit);
      if (componentId === '') {
        open('palette', narrow);
        focusPalette();
      } else goToPlace(visit.problem);
    },
    [panels, narrow, goToPlace],
  );
}
