import type { Link } from '../graph.ts';
import type { Message } from '../messages/message.ts';

/**
 * Something an author should mend. `message` is a sentence for its author, without
 * the name of the component it is shown on; `componentId` is empty when it concerns the whole flow.
 */
export type Problem = {
  componentId: string;
  kind: ProblemKind;
  message: Message;
  place: ProblemPlace;
};

/** A problem of a component that the caller knows. */
export type Finding = Omit<Problem, 'componentId'>;

export type ProblemKind =
  | 'missing-required'
  | 'broken-variable'
  | 'unknown-component'
  | 'unknown-modifier'
  | 'refused-value'
  | 'malformed-mapping'
  | 'not-connected'
  | 'bad-example'
  | 'bad-path'
  | 'bad-pattern'
  | 'no-trigger';

/**
 * Where to show it: `field` is a top-level property or input, `link` the link an input is filled for, `cell` the place
 * in a field of rows (rows are counted through all levels, from 0).
 */
export type ProblemPlace = {
  part: 'properties' | 'input' | 'component' | 'flow';
  field?: string;
  link?: Link;
  cell?: ProblemCell;
};

export type ProblemCell = { row: number; column: string };
