import type { Message } from '../../../flow/messages/message.ts';
import type { NamedContent } from '../../../flow/operations/operation.ts';
import { sameValue } from '../../../flow/same-value.ts';

/** One step of undo: what the document was before and after a gesture, and what the gesture is called. */
type Entry = {
  name: Message;
  before: NamedContent;
  after: NamedContent;
  /** Changes with the same key that follow closely belong to the same step. */
  coalesce: string | undefined;
  /** Milliseconds; when the last change of this step came. */
  at: number;
};

/** Snapshots share what did not change, so an entry costs about as much as its change. */
export type History = { past: Entry[]; future: Entry[] };

export const emptyHistory: History = { past: [], future: [] };

/** Steps kept; the oldest go first. */
const cap = 500;

/** Milliseconds within which typing goes on being one step. */
const coalesceWindow = 1500;

/**
 * Records a change. It ends what could be redone, and joins the last step when both have the same `coalesce`;
 * a step that has come back to where it began is none.
 */
export function record(
  history: History,
  change: {
    name: Message;
    before: NamedContent;
    after: NamedContent;
    coalesce?: string | undefined;
    at: number;
  },
): History {
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    history.future.length === 0 &&
    change.coalesce !== undefined &&
    last.coalesce === change.coalesce &&
    change.at - last.at < coalesceWindow;
  const entry: Entry = {
    name: change.name,
    before: joins ? last.before : change.before,
    after: change.after,
    coalesce: change.coalesce,
    at: change.at,
  };
  const kept = joins ? history.past.slice(0, -1) : history.past;
  if (joins && sameValue(entry.before, entry.after)) return { past: kept, future: [] };
  return { past: [...kept, entry].slice(-cap), future: [] };
}

/** `name` is that of the step walked over. */
export type Step = { history: History; content: NamedContent; name: Message };

/** One step back; undefined when there is none. */
export function stepBack(history: History): Step | undefined {
  const entry = history.past.at(-1);
  if (!entry) return undefined;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, seal(entry)] },
    content: entry.before,
    name: entry.name,
  };
}

/** One undone step forward again; undefined when there is none. */
export function stepForward(history: History): Step | undefined {
  const entry = history.future.at(-1);
  if (!entry) return undefined;
  return {
    history: { past: [...history.past, seal(entry)], future: history.future.slice(0, -1) },
    content: entry.after,
    name: entry.name,
  };
}

/** A step one has undone or redone is finished: nothing joins it any more. */
function seal(entry: Entry): Entry {
  return { ...entry, coalesce: undefined };
}
