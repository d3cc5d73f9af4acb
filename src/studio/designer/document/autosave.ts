import { message } from '../../../flow/messages/message.ts';
import { replaceContent } from '../../../flow/operations/replace-content.ts';
import { ApiFailure, messageOf } from '../../api/failure.ts';
import { documentText as text } from '../../text/english/document.ts';
import type { DocumentContent, DocumentStore } from './document-store.ts';
import { sameContent } from './same-content.ts';
import type { FlowServer } from './flow-server.ts';
import type { UnsentWorkKeeper } from './unsent-work.ts';

/** Timers of the browser, or of a test. */
export type Timers = { set(task: () => void, milliseconds: number): unknown; clear(timer: unknown): void };

export type Autosave = {
  /** Begins to watch the document. */
  start: () => void;
  /** Sends what is unsent, without waiting, and watches no longer. The promise settles when it is sent or given up. */
  stop: () => Promise<void>;
  /** Saves now; resolves when the server has everything, fails with what keeps it from that. */
  flush: () => Promise<void>;
  /** Tries again after an error; otherwise nothing. */
  retry: () => void;
  /** Ends a conflict with the server's version. One undo brings the own one back. */
  takeTheirs: () => Promise<void>;
  /** Ends a conflict with the version at hand. */
  keepMine: () => Promise<void>;
  /** The page is about to close. False when unsent edits could not be put in safety, so it is better to ask. */
  leave: () => boolean;
};

export type AutosaveOptions = {
  store: DocumentStore;
  server: FlowServer;
  keeper: UnsentWorkKeeper;
  timers: Timers;
  /** Milliseconds. */
  clock: () => number;
  /** What the server has, and its revision. */
  acknowledged: DocumentContent;
  revision: number;
  /** The document at hand was made on another revision. */
  conflict?: boolean;
};

/** Milliseconds after an edit, while further edits put it off … */
const debounce = 600;
/** … but never longer than this after the first of them. */
const longestWait = 5000;
/** Milliseconds before the first repetition of a failed save; it doubles each time. */
const firstBackoff = 1000;
const longestBackoff = 30_000;
/** A browser lets requests outlive their page up to 64 kB, headers included. */
const keepaliveLimit = 60_000;

/**
 * Keeps the server's copy equal to the document at hand.
 *
 * - **saved**: the server has acknowledged exactly this content. An edit leads to *unsaved*.
 * - **unsaved**: a timer runs (debounced). It leads to *saving*; an undo back to the acknowledged content leads
 *   to *saved* without a request.
 * - **saving**: one request is under way, never two. Edits go on meanwhile. Acknowledged, it leads to *saved*, or
 *   to *unsaved* when there were edits; refused for its revision, to *conflict*; failed otherwise, to *error*.
 * - **error**: a failure that may pass (no network, server down, too many requests) is repeated with growing
 *   pauses, and at once when the network or the user comes back. A refusal waits for the next edit or a click.
 * - **conflict**: somebody else saved in between. Nothing is sent until the user chooses a version. A revision
 *   that only moved because an earlier request of ours arrived, though its answer did not, is no conflict.
 *
 * Unsent content lies in the keeper from the moment a request starts (or the page closes) until it is
 * acknowledged.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { store, server, keeper, timers, clock } = options;
  let { acknowledged, revision } = options;
  let conflict = options.conflict ?? false;
  let running: Promise<void> | undefined;
  let unanswered: DocumentContent | undefined;
  let timer: unknown;
  let unsavedSince: number | undefined;
  let failures = 0;
  let unsubscribe: (() => void) | undefined;

  const current = (): DocumentContent => {
    const { name, descriptor, notes } = store.getState();
    return { name, descriptor, notes };
  };
  const dirty = () => differs(store.getState(), acknowledged);
  const disarm = () => {
    timers.clear(timer);
    timer = undefined;
  };
  const arm = (milliseconds: number) => {
    disarm();
    timer = timers.set(() => void save(), milliseconds);
  };

  /** After an edit or an answer: what is to be done with the content there is now. */
  const settle = () => {
    if (conflict) return store.getState().setSaveState('conflict');
    if (running) return;
    if (!dirty()) {
      disarm();
      unsavedSince = undefined;
      keeper.forget();
      return store.getState().setSaveState('saved');
    }
    const now = clock();
    unsavedSince ??= now;
    store.getState().setSaveState('unsaved');
    arm(Math.max(0, Math.min(debounce, unsavedSince + longestWait - now)));
  };

  const acknowledge = (content: DocumentContent, newRevision: number) => {
    acknowledged = content;
    revision = newRevision;
    unanswered = undefined;
    failures = 0;
  };

  const fail = (error: unknown) => {
    const passing = error instanceof ApiFailure && mayPass(error.status);
    if (passing) arm(Math.min(firstBackoff * 2 ** failures++, longestBackoff));
    store.getState().setSaveState('error', messageOf(error));
  };

  const send = async (content: DocumentContent, force: boolean): Promise<void> => {
    try {
      const reply = await server.save({ content, revision, force });
      acknowledge(content, reply.revision);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'FLOW_RUNNING' && !force) {
        store.getState().setStage('running');
        return send(content, true);
      }
      if (error.code !== 'CONFLICT') {
        if (mayPass(error.status)) unanswered = content;
        throw error;
      }
      const theirs = await server.read();
      const ours = [unanswered, content].find((sent) => sent && sameContent(sent, theirs.content));
      if (ours) acknowledge(ours, theirs.revision);
      else conflict = true;
    }
  };

  /** Never fails: what went wrong is the save state. */
  function save(): Promise<void> {
    if (running) return running;
    disarm();
    unsavedSince = undefined;
    const content = current();
    keeper.keep({ content, revision });
    store.getState().setSaveState('saving');
    running = send(content, store.getState().stage !== 'stopped').then(
      () => {
        running = undefined;
        settle();
      },
      (error: unknown) => {
        running = undefined;
        fail(error);
      },
    );
    return running;
  }

  return {
    start() {
      unsubscribe ??= store.subscribe((state, previous) => {
        if (differs(state, previous)) settle();
      });
      settle();
    },
    async stop() {
      unsubscribe?.();
      unsubscribe = undefined;
      if (conflict) keeper.keep({ content: current(), revision });
      else if (dirty()) {
        do await save();
        while (store.getState().saveState === 'unsaved');
      }
      if (!unsubscribe) disarm();
    },
    async flush() {
      while (running || dirty()) {
        if (conflict) throw new Error(text('conflict'));
        await save();
        const { saveState, saveError } = store.getState();
        if (saveState === 'error') throw new Error(saveError);
      }
    },
    retry() {
      if (store.getState().saveState === 'error') void save();
    },
    async takeTheirs() {
      const theirs = await server.read();
      conflict = false;
      acknowledge(theirs.content, theirs.revision);
      store.getState().rename(theirs.content.name);
      store.getState().setStage(theirs.stage);
      store
        .getState()
        .apply(replaceContent({ name: message('operation.takeTheirs'), content: theirs.content }));
      settle();
    },
    async keepMine() {
      const theirs = await server.read();
      conflict = false;
      acknowledge(theirs.content, theirs.revision);
      store.getState().setStage(theirs.stage);
      if (dirty()) await save();
    },
    leave() {
      if (!dirty()) return true;
      const content = current();
      // The request under way will most likely raise the revision by one before the last one arrives.
      const next = running ? revision + 1 : revision;
      const kept = keeper.keep({ content, revision: next });
      if (conflict) return kept;
      const small = JSON.stringify(content).length < keepaliveLimit;
      if (small) {
        // The page is going away: nobody can hear the answer, and the keeper holds the work if there is none.
        server
          .save({ content, revision: next, force: store.getState().stage !== 'stopped', keepalive: true })
          .catch(() => undefined);
      }
      return kept || small;
    },
  };
}

/** Are these not the very same parts? What `sameContent` would call equal may differ here. */
function differs(a: DocumentContent, b: DocumentContent): boolean {
  return a.descriptor !== b.descriptor || a.notes !== b.notes || a.name !== b.name;
}

/** Not reached, timed out, too many requests, or the server's own trouble. */
function mayPass(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
