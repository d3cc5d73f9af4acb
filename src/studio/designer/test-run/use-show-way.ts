import { useReactFlow } from '@xyflow/react';
import { useReducedMotion } from '@mantine/hooks';
import { useCallback } from 'react';
import { downstreamOf } from '../../../flow/graph.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { useDocumentStore } from '../document/document-context.ts';

/** Brings everything that a test may reach into the part of the canvas that its panel leaves free. */
export function useShowWay(): (trigger: string) => void {
  const store = useDocumentStore();
  const { fitView } = useReactFlow();
  const still = useReducedMotion();
  return useCallback(
    (trigger) => {
      const ids = [trigger, ...downstreamOf(store.getState().descriptor, trigger)];
      void fitView({ ...fitViewOptions, nodes: ids.map((id) => ({ id })), duration: still ? 0 : 200 });
    },
    [store, fitView, still],
  );
}
