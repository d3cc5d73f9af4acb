import { message } from '../../../flow/messages/message.ts';
import { replaceContent } from '../../../flow/operations/replace-content.ts';
import { ApiFailure, mayPass, messageOf } from '../../api/failure.ts';
import { documentText as text } from '../../text/english/document.ts';
import { contentOf, type DocumentContent, type DocumentStore, type TheirVersion } from './document-store.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FlowServer } from './flow-server.ts';
import { createKeeping } from './keeping.ts';
import type { UnsentWorkKeeper } from './unsent-work.ts';
import type { Timers } from './timers.ts';

/** A version of the server's that edits were made on; its content where that is known. */
export type Base = { revision: number; print: string; content?: DocumentContent };

export type Autosave = {
  /** Begins to watch the document. */
  start: () => void;
  /** Watches no longer. What is unsent stays kept. Only while nothing is going on (`isGoingOn`). */
  stop: () => void;
  /** Will more happen without anybody doing anything? */
  isGoingOn: () => boolean;
  /** Sends what waits for a pause, or for another try, without waiting. */
  hurry: () => void;
  /** Saves now; resolves when the server has everything, fails with what keeps it from that. */
  flush: () => Promise<void>;
  /** Tries again after an error; otherwise nothing. */
  retry: () => void;
  /** Ends a conflict with the server's version. One undo brings the own one back. */
  takeTheirs: () => Promise<void>;
  /** Ends a conflict with the version at hand, over the one that was told; over a still newer one it is told again. */
  keepMine: () => Promise<void>;
  /**
   * Ends a conflict with both: the version at hand becomes a flow of that name, whose id this gives; here theirs stays. What
   * is edited meanwhile is in neither: then the other flow is not the whole, and the conflict goes on.
   */
  keepBoth: (name: string) => Promise<{ flowId: string; isWhole: boolean }>;
  /** Nobody looks at the page any more, and it may go without another word. */
  keep: () => void;
  /** The page is about to close. False when something is nowhere in safety, so it is better to ask. */
  leave: () => boolean;
};

export type AutosaveOptions = {
  store: DocumentStore;
  server: FlowServer;
  keeper: UnsentWorkKeeper;
  timers: Timers;
  /** Milliseconds. */
  clock: () => number;
  base: Base;
  /** Fingerprints of what was sent since without an answer. */
  unanswered?: readonly string[];
  /** The server has gone on from the base, to this version. */
  theirs?: TheirVersion | undefined;
};

/** Milliseconds after an edit, while further edits put it off … */
const debounce = 600;
/** … but never longer than this after the first of them. */
const longestWait = 5000;
/** Milliseconds before the first repetition of a failed save; it doubles each time. */
const firstBackoff = 1000;
const longestBackoff = 30_000;
/** Bytes. A browser lets requests outlive their page up to 64 kB, headers included. */
const keepaliveLimit = 60_000;

/**
 * Keeps the server's copy equal to the document at hand.
 *
 * It knows a **base**, the version of the server's that the document was made on, and what was sent since and stayed
 * **unanswered**: each of it may have arrived, or may still. The document is *sent* when it is the base's content and
 * nothing is unanswered.
 *
 * - **saved**: all is sent. An edit leads to *unsaved*.
 * - **unsaved**: a timer runs (debounced). It leads to *saving*; an undo back to the base leads to *saved* without a
 *   request.
 * - **saving**: one request is under way, never two, also while the page closes. Edits go on meanwhile. Acknowledged, it is
 *   the new base, and leads to *saved*, or to *unsaved* when there were edits.
 * - **error**: a failure that may pass (no network, no answer in time, server down, too many requests) is repeated with
 *   growing pauses, and at once when the network or the user comes back. A refusal waits for the next edit or a click.
 * - **conflict**: the server has a version that is neither the base's number nor says what the base or anything unanswered
 *   says. Nothing is sent until the user chooses a version. Where it does say one of these, nobody else's work is in it
 *   (our save arrived without its answer, or something beside the document was changed): it is the new base, and saving
 *   goes on.
 *
 * Every request names the number of its base, and the server takes it on that version alone. So nothing is overwritten
 * unseen: not by a request that comes late, nor by one that outlives the page.
 *
 * Whatever is not sent lies in the keeper, with the base and what is unanswered: a moment after each edit, in every state;
 * before each request; and when the page is left. It is forgotten when all is sent.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { store, server, keeper, timers, clock } = options;
  let { base, theirs } = options;
  const unanswered = new Set(options.unanswered);
  let running: Promise<void> | undefined;
  let timer: unknown;
  let unsavedSince: number | undefined;
  let failures = 0;
  /** What was sent when the page was about to close. */
  let parting: DocumentContent | undefined;
  let unsubscribe: (() => void) | undefined;
  let both: ReturnType<Autosave['keepBoth']> | undefined;

  const state = () => store.getState();
  const current = () => contentOf(state());
  const keeping = createKeeping({
    keeper,
    timers,
    clock,
    work: () => ({
      content: current(),
      revision: base.revision,
      base: base.print,
      unanswered: [...unanswered],
      at: clock(),
    }),
    told: (kept) => state().setKept(kept),
  });
  const isSent = () => unanswered.size === 0 && base.content !== undefined && !differs(state(), base.content);

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
    if (theirs) {
      keeping.soon();
      return state().setSaveState('conflict', { theirs });
    }
    if (running) return keeping.soon();
    if (isSent()) {
      disarm();
      unsavedSince = undefined;
      keeping.forget();
      return state().setSaveState('saved');
    }
    const now = clock();
    unsavedSince ??= now;
    keeping.soon();
    arm(Math.max(0, Math.min(debounce, unsavedSince + longestWait - now)));
    state().setSaveState('unsaved');
  };

  /** What came before it can arrive no more: the server has gone on from what it was made on. */
  const rebase = (next: Base) => {
    base = next;
    theirs = undefined;
    unanswered.clear();
    failures = 0;
  };

  /** The document at hand, or the base, where the version says the same: then undo gets back to what is saved. */
  const rebaseOn = ({ content, revision }: TheirVersion) => {
    const print = fingerprintOf(content);
    const known = [current(), base.content].find((one) => one && fingerprintOf(one) === print);
    rebase({ revision, print, content: known ?? content });
  };

  const adopt = (newest: Awaited<ReturnType<FlowServer['read']>>) => {
    rebase({ ...newest, print: fingerprintOf(newest.content) });
    state().setStage(newest.stage);
    state().apply(replaceContent({ name: message('operation.takeTheirs'), content: newest.content }));
    settle();
  };

  const makeBoth = async (name: string) => {
    // Read before the other is made: else a failure in between, and another try, would make two.
    const newest = await server.read();
    const content = current();
    const flowId = await server.saveAsOther({ ...content, name });
    const isWhole = !differs(state(), content);
    if (isWhole) adopt(newest);
    return { flowId, isWhole };
  };

  const meet = async () => {
    const found = await server.read();
    state().setStage(found.stage);
    const print = fingerprintOf(found.content);
    if (print === base.print || unanswered.has(print)) rebaseOn(found);
    else theirs = found;
  };

  const send = async (request: { content: DocumentContent; force: boolean; keepalive: boolean }) => {
    const { content } = request;
    const print = fingerprintOf(content);
    const sentBefore = unanswered.has(print);
    unanswered.add(print);
    keeping.now();
    try {
      const { revision } = await server.save({ ...request, revision: base.revision });
      rebase({ revision, print, content });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'CONFLICT') return meet();
      if (!mayPass(error) && !sentBefore) unanswered.delete(print);
      if (error.code !== 'FLOW_RUNNING' || request.force) throw error;
      state().setStage('running');
      return send({ ...request, force: true });
    }
  };

  const fail = (error: unknown) => {
    if (mayPass(error)) arm(Math.min(firstBackoff * 2 ** failures++, longestBackoff));
    // A refusal is an answer: what it was about is unanswered no more.
    keeping.now();
    state().setSaveState('error', { error: messageOf(error) });
  };

  /** Never fails: what went wrong is the save state. */
  function save({ keepalive = false } = {}): Promise<void> {
    if (running) return running;
    disarm();
    unsavedSince = undefined;
    state().setSaveState('saving');
    const force = state().stage !== 'stopped';
    running = send({ content: current(), force, keepalive }).then(
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

  /** False when unsent edits are nowhere in safety. */
  const depart = () => {
    const content = current();
    const isSaid = parting !== undefined && !differs(content, parting);
    const isLarge = () => sizeOf(content) > keepaliveLimit;
    if (running || theirs || isSent() || isSaid || isLarge()) return keeping.rest();
    parting = content;
    // Nobody may be left to hear the answer; what is kept says that this was sent.
    void save({ keepalive: true });
    return state().kept;
  };

  return {
    start() {
      unsubscribe ??= store.subscribe((next, previous) => {
        if (differs(next, previous)) settle();
      });
      settle();
    },
    stop() {
      unsubscribe?.();
      unsubscribe = undefined;
      disarm();
      keeping.rest();
      keeping.pause();
    },
    isGoingOn: () => running !== undefined || timer !== undefined,
    hurry() {
      if (timer !== undefined) void save();
    },
    async flush() {
      while (running || !isSent()) {
        if (theirs) throw new Error(text('conflict'));
        await save();
        const { saveState, saveError } = state();
        if (saveState === 'error') throw new Error(saveError);
      }
    },
    retry() {
      if (state().saveState === 'error') void save();
    },
    async takeTheirs() {
      adopt(await server.read());
    },
    async keepMine() {
      if (!theirs) return;
      rebaseOn(theirs);
      if (isSent()) settle();
      else await save();
    },
    keepBoth(name) {
      both ??= makeBoth(name).finally(() => (both = undefined));
      return both;
    },
    keep() {
      state().pending?.make();
      keeping.rest();
    },
    leave() {
      state().pending?.make();
      return depart() && !state().holding;
    },
  };
}

/** Are these not the very same parts? What says the same may differ here. */
function differs(a: DocumentContent, b: DocumentContent): boolean {
  return (
    a.descriptor !== b.descriptor ||
    a.notes !== b.notes ||
    a.name !== b.name ||
    (a.concurrency ?? null) !== (b.concurrency ?? null)
  );
}

/** Bytes as JSON. */
function sizeOf(content: DocumentContent): number {
  return new TextEncoder().encode(JSON.stringify(content)).length;
}
