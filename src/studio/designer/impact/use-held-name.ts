import { useEffect, useEffectEvent } from 'react';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { type ComponentManifest, inputLabel, isTrigger } from '../../../flow/manifest.ts';
import { setProperty } from '../../../flow/operations/set-property.ts';
import { own } from '../../../flow/record.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { impactsOf, useImpacts } from './impacts.ts';

/** The property by which a trigger says which event it waits for. */
export const eventProperty = 'event';

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
export function useHeldName(componentId: string, node: FlowNode, manifest: ComponentManifest): HeldName {
  const store = useDocumentStore();
  const isRunning = useDocument(({ stage }) => stage !== 'stopped');
  const next = useImpacts(({ heldNames }) => heldNames.get(componentId));
  const stored = own(node.config?.properties, eventProperty);
  const input = own(manifest.properties?.inspector?.inputs, eventProperty);
  const waits = isRunning && input !== undefined && isTrigger(manifest) && !node.disabled;
  const current = waits && typeof stored === 'string' && stored !== '' ? stored : undefined;

  const hold = (name: string | undefined) => impactsOf(store).getState().holdName(componentId, name);
  const take = () => {
    if (next === undefined) return;
    const title = inputLabel(eventProperty, input);
    store.getState().apply(setProperty({ componentId, name: eventProperty, value: next, title }));
    hold(undefined);
  };
  const isOver = current === undefined && next !== undefined;
  const end = useEffectEvent(take);
  useEffect(() => {
    if (isOver) end();
  }, [isOver]);
  return {
    current,
    next: current === undefined ? undefined : next,
    hold: (name) => hold(name === current ? undefined : name),
    take,
    leave: () => hold(undefined),
  };
}
