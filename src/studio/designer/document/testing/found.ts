import type { Problem, ProblemSearch } from '../../../../flow/problems.ts';

/** A search for problems that ends at once, with these. */
export function found(problems: Problem[]): ProblemSearch {
  return { next: () => ({ done: true, value: problems }) };
}
