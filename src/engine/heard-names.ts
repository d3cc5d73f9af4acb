/** An event's name for one user. */
type Named = { userId: string; name: string };

/**
 * Recalls which events were heard (started a run) when they came last. It only guesses, so that the intake may begin with
 * the statement that will do: what is stored is never decided here.
 */
export type HeardNames = {
  /** It was heard when it came last. */
  has(event: Named): boolean;
  note(event: Named, heard: boolean): void;
};

/** Then all are forgotten, and found out again one by one. */
const mostKnown = 10_000;

/** All ids are of the same length. */
const keyOf = ({ userId, name }: Named): string => userId + name;

export function createHeardNames(): HeardNames {
  const known = new Set<string>();
  return {
    has: (event) => known.size > 0 && known.has(keyOf(event)),
    note(event, heard) {
      if (!heard) {
        known.delete(keyOf(event));
        return;
      }
      if (known.size >= mostKnown) known.clear();
      known.add(keyOf(event));
    },
  };
}
