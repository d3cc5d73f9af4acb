import type { Flow } from '../../../contract/flows.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { replaceContent } from '../../../flow/operations/replace-content.ts';
import type { ProblemSearch } from '../../../flow/problems.ts';
import { createAutosave, type Autosave } from './autosave.ts';
import type { Timers } from './timers.ts';
import {
  createDocumentStore,
  type DocumentContent,
  type DocumentStore,
  type SearchApart,
} from './document-store.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FlowServer } from './flow-server.ts';
import type { UnsentWorkKeeper } from './unsent-work.ts';

export type OpeningOptions = {
  server: FlowServer;
  keeper: UnsentWorkKeeper;
  timers: Timers;
  clock: () => number;
  searchProblems: (descriptor: Descriptor) => ProblemSearch;
  searchApart?: SearchApart | undefined;
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
  const { server, keeper, timers, clock, searchProblems, searchApart } = options;
  const { name, flow: descriptor, notes, concurrency } = flow;
  const content: DocumentContent = { name, descriptor, notes, concurrency };
  const store = createDocumentStore({
    ...content,
    flowId: flow.flowId,
    type: flow.type,
    stage: flow.stage,
    searchProblems,
    ...(searchApart ? { searchApart } : {}),
    clock,
    defer: (task) => timers.set(task, checkDelay),
  });

  const { revision } = flow;
  const asRead = {
    revision,
    content,
    // Asked for at an edit: of thousands of components it takes as long as a few frames, unless they were seen before.
    get print() {
      return fingerprintOf(content);
    },
  };
  const open = (saving: Pick<Parameters<typeof createAutosave>[0], 'base' | 'unanswered' | 'theirs'>) =>
    createAutosave({ store, server, keeper, timers, clock, ...saving });

  const unsent = keeper.read();
  if (!unsent || fingerprintOf(unsent.content) === asRead.print) {
    return { store, autosave: open({ base: asRead }), restored: false };
  }
  const { unanswered } = unsent;
  const { print } = asRead;
  store.getState().apply(replaceContent({ name: message('operation.bringBack'), content: unsent.content }));
  const isMine = unsent.revision === revision || unsent.base === print || unanswered.includes(print);
  const autosave = isMine
    ? open({ base: asRead, unanswered })
    : open({
        base: { revision: unsent.revision, print: unsent.base },
        unanswered,
        theirs: { content, revision, modifiedAt: flow.mtime },
      });
  return { store, autosave, restored: true };
}
