import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowNode } from '../../../flow/descriptor.ts';
import type { Proposal } from '../../../flow/impact/propose.ts';
import type { Message } from '../../../flow/messages/message.ts';
import type { Remapping } from '../../../flow/operations/remap-references.ts';
import { useDocumentStore } from '../document/document-context.ts';
import type { DocumentStore, PendingValue } from '../document/document-store.ts';
import { followHeldNames } from './held-names.ts';

/** What a property is to become, once its author has answered. */
export type QuestionedValue = Pick<PendingValue, 'componentId' | 'name' | 'value'>;

/** A change that would break mappings and waits for its author. */
export type ImpactQuestion = {
  /** What the change is called. */
  change: Message;
  proposals: Proposal[];
  about: QuestionedValue | undefined;
  /** Makes the change with these re-mappings, or, without any list, leaves everything as it is. */
  answer: (remappings: Remapping[] | undefined) => void;
};

/** What is known of an open flow's changes that break mappings. No part of the document: neither undo nor autosave knows it. */
export type ImpactState = {
  question: ImpactQuestion | undefined;
  /** Components as they were when their outputs served all that refers to them, or when somebody said to let it be. */
  settled: ReadonlyMap<string, FlowNode>;
  /** New names of the events that triggers of a running flow wait for, by component: typed, and not taken yet. */
  heldNames: ReadonlyMap<string, string>;
  ask: (question: ImpactQuestion | undefined) => void;
  settle: (nodes: Record<string, FlowNode>) => void;
  holdName: (componentId: string, name: string | undefined) => void;
};

export type Impacts = StoreApi<ImpactState>;

const known = new WeakMap<DocumentStore, Impacts>();

/** Those of an open document, as long as it is open. */
export function impactsOf(store: DocumentStore): Impacts {
  const impacts = known.get(store) ?? createImpacts(store);
  known.set(store, impacts);
  return impacts;
}

export function useImpacts<Part>(selector: (state: ImpactState) => Part): Part {
  return useStore(impactsOf(useDocumentStore()), selector);
}

function createImpacts(store: DocumentStore): Impacts {
  const impacts = createStore<ImpactState>()((set, get) => ({
    question: undefined,
    settled: new Map(),
    heldNames: new Map(),
    ask: (question) => set({ question }),
    settle(nodes) {
      const changed = Object.entries(nodes).filter(([id, node]) => get().settled.get(id) !== node);
      if (changed.length > 0) set({ settled: new Map([...get().settled, ...changed]) });
    },
    holdName(componentId, name) {
      const held = new Map(get().heldNames);
      if (name === undefined) held.delete(componentId);
      else held.set(componentId, name);
      set({ heldNames: held });
      store.getState().setHolding(held.size > 0);
    },
  }));
  followHeldNames(store, {
    names: () => impacts.getState().heldNames,
    drop: (id) => impacts.getState().holdName(id, undefined),
  });
  return impacts;
}
