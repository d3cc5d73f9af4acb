import type { Flow } from '../../../contract/flows.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import type { ProblemSearch } from '../../../flow/problems.ts';
import { ApiFailure, mayPass } from '../../api/failure.ts';
import type { Timers } from './timers.ts';
import { claimLeftWork, claimSlot, type ClaimedSlot, type ClaimOptions } from './claim-slot.ts';
import type { SearchApart } from './document-store.ts';
import type { FlowServer } from './flow-server.ts';
import { openDocument, type Opened } from './open-document.ts';
import { slotsIn } from './unsent-slots.ts';

/** The documents that are open in this page, looked at or not. */
export type OpenDocuments = {
  /** The document of a flow: the one that is still being sent, else as the server has it now, with work left unsent. */
  open: (flowId: string) => Promise<Opened>;
  /** Keeps a document saved until the function that comes back is called, and on until all is sent or given up. */
  hold: (document: Opened) => () => void;
  /** Sends work whose page is gone. What is refused, or in conflict, stays kept until somebody opens the flow. */
  catchUp: () => Promise<void>;
  /** Those whose edits may still be unsent. */
  all: () => Opened[];
};

export type OpenDocumentsOptions = ClaimOptions & {
  readFlow: (flowId: string) => Promise<Flow>;
  serverOf: (flowId: string) => FlowServer;
  timers: Timers;
  clock: () => number;
  searchProblems: () => (descriptor: Descriptor) => ProblemSearch;
  searchApart?: () => SearchApart;
  /** All of a document is sent, or given up for now. */
  onClosed: () => void;
};

type Entry = {
  document: Opened;
  slot: ClaimedSlot;
  holders: number;
  /** Who opened it has yet to take hold of it. */
  awaited: boolean;
  unwatch: (() => void) | undefined;
};

/** Milliseconds within which who opened a document holds it, unless the screen was left in between. */
const longestWait = 60_000;

/**
 * A document outlives the Designer that showed it. While somebody **holds** it, it is watched and saved. Left, it sends at
 * once what is unsent and goes on by itself (further tries, when the network comes back) as long as there is anything it
 * can do, or holds what its author has yet to decide about; who opens the flow again meanwhile gets the same document with its undo steps. Then it is **closed**: its place
 * for unsent work is free for the next who opens the flow, in this page or another. So leaving a flow loses nothing, and
 * work that only an author can decide about waits for one.
 */
export function createOpenDocuments(options: OpenDocumentsOptions): OpenDocuments {
  const { storage, readFlow, serverOf, timers, clock, searchProblems, searchApart, onClosed } = options;
  const entries = new Map<string, Entry>();
  /** Flows whose left work only an author can do something about. */
  const undecided = new Set<string>();
  /** One thing at a time is opened or closed of a flow. */
  const queues = new Map<string, Promise<unknown>>();

  const inTurn = <Result>(flowId: string, task: () => Promise<Result>): Promise<Result> => {
    const before = queues.get(flowId) ?? Promise.resolve();
    const done = before.then(task, task);
    queues.set(flowId, done);
    return done;
  };
  /** The same among all pages: who opens a flow does not read what another is just about to replace. */
  const inTurnOfAll = <Result>(flowId: string, task: () => Promise<Result>): Promise<Result> =>
    inTurn(flowId, () => options.locks.inTurn(`tributary-flow:${flowId}`, task));
  const isIdle = ({ holders, document: { autosave, store } }: Entry) =>
    holders === 0 && !autosave.isGoingOn() && !store.getState().holding;
  const isLeft = (entry: Entry) => isIdle(entry) && !entry.awaited;

  const close = async (flowId: string, entry: Entry) => {
    if (entries.get(flowId) !== entry) return;
    entries.delete(flowId);
    entry.unwatch?.();
    const goesOn = entry.document.autosave.isGoingOn();
    entry.document.autosave.stop();
    if (!goesOn && entry.slot.keeper.read()) undecided.add(flowId);
    await entry.slot.release();
  };

  const closeWhenLeft = (flowId: string, entry: Entry) => {
    if (!isLeft(entry)) return;
    void inTurn(flowId, async () => {
      if (!isLeft(entry)) return;
      await close(flowId, entry);
      onClosed();
    });
  };

  const enter = (flow: Flow, slot: ClaimedSlot): Entry => {
    const document = openDocument(flow, {
      server: serverOf(flow.flowId),
      keeper: slot.keeper,
      timers,
      clock,
      searchProblems: searchProblems(),
      searchApart: searchApart?.(),
    });
    const entry: Entry = { document, slot, holders: 0, awaited: false, unwatch: undefined };
    entries.set(flow.flowId, entry);
    return entry;
  };

  const hold = (document: Opened) => {
    const { flowId } = document.store.getState();
    const entry = entries.get(flowId);
    if (entry?.document !== document) throw new Error(`This document of ${flowId} has been closed.`);
    entry.holders++;
    entry.awaited = false;
    entry.unwatch ??= document.store.subscribe(() => closeWhenLeft(flowId, entry));
    document.autosave.start();
    return () => {
      entry.holders--;
      // React may take hold of it again at once.
      timers.set(() => {
        if (entry.holders > 0) return;
        document.autosave.hurry();
        closeWhenLeft(flowId, entry);
      }, 0);
    };
  };

  const sendLeftWork = async (flowId: string) => {
    const entry = entries.get(flowId);
    if (entry && !isLeft(entry)) return;
    if (entry) await close(flowId, entry);
    if (undecided.has(flowId)) return;
    const slot = await claimLeftWork(flowId, options);
    if (!slot) return;
    const flow = await readFlow(flowId).catch(async (error: unknown) => {
      await slot.release();
      // Else it is another account's, or gone.
      if (!mayPass(error)) undecided.add(flowId);
      if (!(error instanceof ApiFailure)) throw error;
    });
    if (!flow) return;
    const left = enter(flow, slot);
    // Once only: until the next time it is there for who opens the flow, in whatever page. Why it failed is told there.
    left.document.autosave.start();
    await left.document.autosave.flush().catch(() => undefined);
    // Somebody may have come for it meanwhile.
    if (left.holders > 0 || left.awaited) return;
    await close(flowId, left);
    onClosed();
  };

  /** Given to who opens it, it waits for them, unless the screen was left in between. */
  const handOut = (flowId: string, entry: Entry): Opened => {
    entry.awaited = true;
    timers.set(() => {
      entry.awaited = false;
      closeWhenLeft(flowId, entry);
    }, longestWait);
    return entry.document;
  };
  const living = (flowId: string): Opened | undefined => {
    const entry = entries.get(flowId);
    return entry && !isIdle(entry) ? handOut(flowId, entry) : undefined;
  };

  return {
    open: async (flowId) =>
      // One that is being sent may take long; there is no need to wait for it.
      living(flowId) ??
      inTurnOfAll(flowId, async () => {
        const opened = living(flowId);
        if (opened) return opened;
        const idle = entries.get(flowId);
        if (idle) await close(flowId, idle);
        undecided.delete(flowId);
        const flow = await readFlow(flowId);
        return handOut(flowId, enter(flow, await claimSlot(flowId, options)));
      }),
    hold,
    async catchUp() {
      const flowIds = new Set(slotsIn(storage).map(({ flowId }) => flowId));
      for (const flowId of flowIds) await inTurnOfAll(flowId, () => sendLeftWork(flowId));
    },
    all: () => [...entries.values()].map(({ document }) => document),
  };
}
