import type { FlowNode } from '../../../flow/descriptor.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { awaitedEvent, takeName } from './held-names.ts';
import { impactsOf, useImpacts } from './impacts.ts';

export type HeldName = {
  /** The event that a running flow waits for; undefined while a change of the name changes nothing that runs. */
  current: string | undefined;
  /** The name that was typed instead and does not hold yet. */
  next: string | undefined;
  hold: (name: string) => void;
  take: () => void;
  leave: () => void;
};

/**
 * The event name of a trigger whose flow runs: what is saved of it holds at once, half a name, too. So a new one is held
 * back until its author has seen what that changes, and takes it. It holds by itself when the flow stops.
 */
export function useHeldName(componentId: string, node: FlowNode): HeldName {
  const store = useDocumentStore();
  const current = useDocument((state) => awaitedEvent(state, node));
  const next = useImpacts(({ heldNames }) => heldNames.get(componentId));
  const hold = (name: string | undefined) => impactsOf(store).getState().holdName(componentId, name);
  return {
    current,
    next: current === undefined ? undefined : next,
    hold: (name) => hold(name === current ? undefined : name),
    take() {
      if (next !== undefined) takeName(store, componentId, next, () => hold(undefined));
    },
    leave: () => hold(undefined),
  };
}
