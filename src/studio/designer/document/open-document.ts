import type { Flow } from '../../../contract/flows.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { replaceContent } from '../../../flow/operations/replace-content.ts';
import type { Problem } from '../../../flow/problems.ts';
import { createAutosave, type Autosave, type Timers } from './autosave.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import type { FlowServer } from './flow-server.ts';
import { sameContent } from './same-content.ts';
import type { UnsentWorkKeeper } from './unsent-work.ts';

export type OpeningOptions = {
  server: FlowServer;
  keeper: UnsentWorkKeeper;
  timers: Timers;
  clock: () => number;
  problemsOf: (descriptor: Descriptor) => Problem[];
};

export type Opened = {
  store: DocumentStore;
  autosave: Autosave;
  /** Edits of an earlier visit that had not reached the server are in the document again. */
  restored: boolean;
};

/** Milliseconds from an edit until its problems show: longer than between two keys of a typist. */
const checkDelay = 200;

/**
 * Opens a flow as the server gave it. Unsent work of an earlier visit comes back as one step that undo takes away; was
 * the flow saved by somebody else since, the document opens in conflict.
 */
export function openDocument(flow: Flow, options: OpeningOptions): Opened {
  const { server, keeper, timers, clock, problemsOf } = options;
  const acknowledged = { name: flow.name, descriptor: flow.flow, notes: flow.notes };
  const store = createDocumentStore({
    ...acknowledged,
    flowId: flow.flowId,
    type: flow.type,
    stage: flow.stage,
    problemsOf,
    clock,
    defer: (task) => timers.set(task, checkDelay),
  });

  const unsent = keeper.read();
  const restored = unsent !== undefined && !sameContent(unsent.content, acknowledged);
  if (restored) {
    const name = message('operation.bringBack');
    store.getState().apply(replaceContent({ name, content: unsent.content }));
    store.getState().rename(unsent.content.name);
  }

  const { revision } = flow;
  const conflict = restored && unsent.revision !== revision;
  const autosave = createAutosave({ store, server, keeper, timers, clock, acknowledged, revision, conflict });
  return { store, autosave, restored };
}
