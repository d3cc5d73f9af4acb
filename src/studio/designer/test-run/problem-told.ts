import type { Problem } from '../../../flow/problems.ts';
import { sameValue } from '../../../flow/same-value.ts';
import type { Visit } from '../problems/problem-steps.ts';

/** A problem as the server tells it. */
export type ToldProblem = { componentId: string; message: string; said: unknown };

/** The very problem among those of the document; undefined when it is solved by now. */
export function problemTold(
  { componentId, said }: Pick<ToldProblem, 'componentId' | 'said'>,
  problems: readonly Problem[],
): Visit | undefined {
  const index = problems.findIndex(
    (problem) => problem.componentId === componentId && sameValue(problem.message, said),
  );
  const problem = problems[index];
  return problem && { problem, index };
}
