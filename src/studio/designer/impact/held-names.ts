import type { FlowNode } from '../../../flow/descriptor.ts';
import { inputLabel, isTrigger } from '../../../flow/manifest.ts';
import { setProperty } from '../../../flow/operations/set-property.ts';
import { own } from '../../../flow/record.ts';
import { catalogue } from '../../catalogue.ts';
import type { DocumentState, DocumentStore } from '../document/document-store.ts';

/** The property by which a trigger says which event it waits for. */
export const eventProperty = 'event';

/** What is asked of who keeps the names that were typed and are not taken yet, by component. */
type Held = {
  names: () => ReadonlyMap<string, string>;
  drop: (componentId: string) => void;
};

/**
 * Takes names that are held as soon as the flow no longer waits for the old ones, whatever is selected then; a name whose
 * component is gone, or has become one without an event, is dropped.
 */
export function followHeldNames(store: DocumentStore, held: Held): void {
  store.subscribe((state) => {
    for (const [id, name] of held.names()) {
      const node = state.descriptor[id];
      if (!node || !eventInput(node)) held.drop(id);
      else if (awaitedEvent(state, node) === undefined) takeName(store, id, name, held.drop);
    }
  });
}

/** The event that a running flow waits for by a trigger; undefined while a change of its name changes nothing that runs. */
export function awaitedEvent({ stage }: Pick<DocumentState, 'stage'>, node: FlowNode): string | undefined {
  const stored = own(node.config?.properties, eventProperty);
  const waits = stage !== 'stopped' && !node.disabled && eventInput(node) !== undefined;
  return waits && typeof stored === 'string' && stored !== '' ? stored : undefined;
}

export function takeName(store: DocumentStore, componentId: string, name: string, drop: Held['drop']): void {
  const node = store.getState().descriptor[componentId];
  const input = node && eventInput(node);
  // Before the change, which is heard here as well.
  drop(componentId);
  if (!input) return;
  const title = inputLabel(eventProperty, input);
  store.getState().apply(setProperty({ componentId, name: eventProperty, value: name, title }));
}

function eventInput({ type }: FlowNode) {
  const manifest = catalogue.component(type)?.manifest;
  if (!manifest || !isTrigger(manifest)) return undefined;
  return own(manifest.properties?.inspector?.inputs, eventProperty);
}
