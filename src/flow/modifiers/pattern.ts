/** What a pattern found in a text. `groups` are those that took part, the whole match first. */
export type Match = { start: number; end: number; groups: (string | undefined)[] };

/** A compiled regular expression. */
export type Pattern = {
  groupCount: number;
  /** The number of a named group. */
  groupNamed(name: string): number | undefined;
  /** Every match in the order of the text, found as it is asked for. */
  matches(text: string): Generator<Match>;
};
