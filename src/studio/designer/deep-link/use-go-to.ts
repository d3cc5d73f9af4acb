import { useCallback } from 'react';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';

/** Selects a component, brings it into sight and gives it the focus. */
export function useGoTo(): (componentId: string) => void {
  const store = useDocumentStore();
  const reveal = useReveal();
  return useCallback(
    (componentId) => {
      store.getState().select([componentId]);
      reveal(componentId);
      focusFlow();
    },
    [store, reveal],
  );
}
