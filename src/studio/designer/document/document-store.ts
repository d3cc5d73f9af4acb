import { createStore, type StoreApi } from 'zustand/vanilla';
import { atOnce } from '../../../flow/at-once.ts';
import type { Descriptor, FlowStage, FlowType } from '../../../flow/descriptor.ts';
import type { Message } from '../../../flow/messages/message.ts';
import { noteOf } from '../../../flow/notes.ts';
import { changed, type NamedContent, type Operation } from '../../../flow/operations/operation.ts';
import { renameFlow } from '../../../flow/operations/rename-flow.ts';
import type { Problem, ProblemSearch } from '../../../flow/problems.ts';
import { emptyHistory, type History, record, type Step, stepBack, stepForward } from './history.ts';

/** `autosave.ts` explains how one follows another. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'error' | 'conflict';

/** What is saved: the part of a flow that the Designer edits. */
export type DocumentContent = NamedContent;

/** A value of a property that is still looked at before it holds (`impact/replace-property.ts`). */
export type PendingValue = {
  componentId: string;
  name: string;
  value: unknown;
  /** Makes the change at once: who leaves does not wait. */
  make: () => void;
  /** Another value has taken its place. */
  drop: () => void;
};

/** What somebody else has made of the flow, when that is told as a conflict. */
export type TheirVersion = { content: DocumentContent; revision: number; modifiedAt: string | undefined };

export type DocumentState = Required<DocumentContent> & {
  flowId: string;
  type: FlowType;
  stage: FlowStage;
  /** A start or stop that was asked for here has not been answered yet: the server's stage is older than this one. */
  stageAsked: boolean;
  /** Component ids. */
  selection: string[];
  /** Link ids (`canvas/link-id.ts`). */
  linkSelection: string[];
  /** Note ids. */
  noteSelection: string[];
  /** Of the descriptor, a moment after it opened or changed; `checkNow` for the truth of this very moment. */
  problems: Problem[];
  /** The name of the step that undo takes back; undefined when there is none. */
  canUndo: Message | undefined;
  canRedo: Message | undefined;
  /** The step the document has just come back from or forward to; undefined after an edit. */
  walked: { way: 'undone' | 'redone'; name: Message } | undefined;
  saveState: SaveState;
  /** Why `saveState` is `error`, for people. */
  saveError: string | undefined;
  /** What `saveState` being `conflict` is about. */
  theirs: TheirVersion | undefined;
  /** False when edits the server does not have could not even be kept on this device. */
  kept: boolean;
  pending: PendingValue | undefined;
  /** Something was typed that its author has yet to take or leave; till then it is nowhere else. */
  holding: boolean;

  /** Makes an edit: one undo step, unless `coalesce` joins it to the same edit a moment ago. */
  apply(operation: Operation, options?: { coalesce?: string }): void;
  undo: () => void;
  redo: () => void;
  /** Selects these components and nothing else. */
  select: (ids: string[]) => void;
  /** Replaces the selected components, links or notes; what is not given stays. */
  changeSelection: (change: { components?: string[]; links?: string[]; notes?: string[] }) => void;
  /** Calls the flow so; typing on is the same undo step. */
  rename: (name: string) => void;
  checkNow: () => Problem[];
  /** The same with rests between its steps; given up when there is an edit or another check. */
  checkInSteps: () => Generator<void, void>;
  setStage: (stage: FlowStage, asked?: boolean) => void;
  setSaveState: (saveState: SaveState, reason?: { error?: string; theirs?: TheirVersion }) => void;
  setKept: (kept: boolean) => void;
  setPending: (pending: PendingValue | undefined) => void;
  setHolding: (holding: boolean) => void;
};

export type DocumentStore = StoreApi<DocumentState>;

export type SearchApart = (descriptor: Descriptor) => Promise<Problem[]> | undefined;

export type DocumentStoreOptions = DocumentContent & {
  flowId: string;
  type: FlowType;
  stage: FlowStage;
  searchProblems: (descriptor: Descriptor) => ProblemSearch;
  /** The same off the page, where the search would hold keys up; else undefined. */
  searchApart?: SearchApart;
  /** Milliseconds. */
  clock: () => number;
  /** Runs a task soon, off the path of a keystroke. */
  defer: (task: () => void) => void;
};

/**
 * The state of one open flow. Its descriptor and notes are the only model of it: the canvas is a projection, the inspector
 * a view. Selection and problems are no part of the document, so neither undo nor autosave knows them.
 */
export function createDocumentStore(options: DocumentStoreOptions): DocumentStore {
  const {
    flowId,
    name,
    type,
    stage,
    descriptor,
    notes,
    concurrency = null,
    searchProblems,
    searchApart = () => undefined,
    clock,
    defer,
  } = options;
  let history: History = emptyHistory;
  let checked: Descriptor | undefined;
  let checkPending = false;
  let checksApart = false;

  return createStore<DocumentState>()((set, get) => {
    const checkSoon = () => {
      if (checkPending) return;
      checkPending = true;
      defer(() => {
        checkPending = false;
        if (!checkApart()) get().checkNow();
      });
    };

    /** Has the problems looked for off the page, one search at a time; false where that is not worth while. */
    const checkApart = (): boolean => {
      const { descriptor: current } = get();
      if (checksApart || current === checked) return true;
      const search = searchApart(current);
      if (!search) return false;
      checksApart = true;
      const isWanted = () => checked !== current && get().descriptor === current;
      const done = (tell: () => void) => {
        checksApart = false;
        if (isWanted()) tell();
        else checkSoon();
      };
      search.then(
        (problems) => done(() => found(current, problems)),
        () => done(() => get().checkNow()),
      );
      return true;
    };

    const show = (nextHistory: History, next: NamedContent, walked?: DocumentState['walked']) => {
      history = nextHistory;
      set((state) => ({
        ...next,
        walked,
        canUndo: history.past.at(-1)?.name,
        canRedo: history.future.at(-1)?.name,
        selection: existing(state.selection, (id) => Object.hasOwn(next.descriptor, id)),
        linkSelection: state.linkSelection.length === 0 ? state.linkSelection : [],
        noteSelection: existing(state.noteSelection, (id) => noteOf(next.notes, id) !== undefined),
      }));
      checkSoon();
    };

    const walk = (way: 'undone' | 'redone', step: Step | undefined) => {
      if (step) show(step.history, step.content, { way, name: step.name });
    };

    const found = (current: Descriptor, problems: Problem[]) => {
      checked = current;
      const before = get().problems;
      // A list that is as empty as before is no news: all cards are made anew for a new one.
      const isNews = problems !== before && problems.length + before.length > 0;
      if (isNews) set({ problems });
      return get().problems;
    };

    return {
      flowId,
      name,
      type,
      stage,
      stageAsked: false,
      descriptor,
      notes,
      concurrency,
      selection: [],
      linkSelection: [],
      noteSelection: [],
      problems: [],
      canUndo: undefined,
      canRedo: undefined,
      walked: undefined,
      saveState: 'saved',
      saveError: undefined,
      theirs: undefined,
      kept: true,
      pending: undefined,
      holding: false,

      apply(operation, { coalesce } = {}) {
        const before = contentOf(get());
        const after = changed(before, operation);
        if (after === before) return;
        show(record(history, { name: operation.name, before, after, coalesce, at: clock() }), after);
      },
      undo: () => walk('undone', stepBack(history)),
      redo: () => walk('redone', stepForward(history)),
      select: (ids) => get().changeSelection({ components: ids, links: [], notes: [] }),
      changeSelection({ components, links, notes: chosen }) {
        const { selection, linkSelection, noteSelection } = get();
        const next = {
          selection: replaced(selection, components),
          linkSelection: replaced(linkSelection, links),
          noteSelection: replaced(noteSelection, chosen),
        };
        const same =
          next.selection === selection &&
          next.linkSelection === linkSelection &&
          next.noteSelection === noteSelection;
        if (!same) set(next);
      },
      rename: (next) => get().apply(renameFlow({ name: next }), { coalesce: 'flow name' }),
      checkNow() {
        const { descriptor: current, problems } = get();
        return current === checked ? problems : found(current, atOnce(searchProblems(current)));
      },
      *checkInSteps() {
        if (checkApart()) return;
        const { descriptor: current } = get();
        const search = searchProblems(current);
        const isWanted = () => checked !== current && get().descriptor === current;
        while (isWanted()) {
          const step = search.next();
          if (step.done) found(current, step.value);
          else yield;
        }
      },
      setStage: (next, asked = false) => set({ stage: next, stageAsked: asked }),
      setSaveState: (saveState, { error, theirs } = {}) => set({ saveState, saveError: error, theirs }),
      setKept(kept) {
        if (kept !== get().kept) set({ kept });
      },
      setPending: (pending) => set({ pending }),
      setHolding: (holding) => set({ holding }),
    };
  });
}

/** The part of the state that is saved. */
export function contentOf({
  name,
  descriptor,
  notes,
  concurrency,
}: DocumentState): Required<DocumentContent> {
  return { name, descriptor, notes, concurrency };
}

/** What undo took away cannot stay selected. */
function existing(ids: string[], exists: (id: string) => boolean): string[] {
  return ids.every(exists) ? ids : ids.filter(exists);
}

/** The items wanted instead of these; the very same list where it says the same. */
function replaced(items: string[], wanted: string[] | undefined): string[] {
  return wanted && !sameItems(items, wanted) ? wanted : items;
}

function sameItems(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
