import type { Problem } from '../../../flow/problems.ts';

/** The problems of one component, or (with an empty id) of the flow as a whole. */
export type ProblemGroup = { componentId: string; problems: Problem[] };

/** Problems by component. They come along the flow, and so do the groups. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const group = groups.get(problem.componentId);
    if (group) group.problems.push(problem);
    else groups.set(problem.componentId, { componentId: problem.componentId, problems: [problem] });
  }
  return [...groups.values()];
}

/** The problem one went to last: which it was, and where it stood in the list. */
export type Visit = { problem: Problem; index: number };

/**
 * Which problem comes next (`step` 1) or before (-1), round and round; undefined when there is none. From the one gone
 * to last, or where that is solved from its place in the list; and once another component is selected, from that.
 */
export function stepProblem(
  problems: readonly Problem[],
  { visited, selected, step }: { visited: Visit | undefined; selected: string | undefined; step: 1 | -1 },
): Visit | undefined {
  const count = problems.length;
  if (count === 0) return undefined;
  const index = (nextIndex(problems, { visited, selected, step }) + count) % count;
  return { problem: problems[index]!, index };
}

function nextIndex(
  problems: readonly Problem[],
  { visited, selected, step }: { visited: Visit | undefined; selected: string | undefined; step: 1 | -1 },
): number {
  const last = visited?.problem.componentId;
  const elsewhere = selected !== undefined && last !== '' && last !== selected;
  if (elsewhere) {
    const own = problems.map(({ componentId }) => componentId);
    const at = step === 1 ? own.indexOf(selected) : own.lastIndexOf(selected);
    if (at >= 0) return at;
  }
  if (!visited) return step === 1 ? 0 : -1;
  // Two uses of one lost variable read the same: the place in the list tells them apart.
  const same = problems[visited.index];
  const at =
    same && sameProblem(same, visited.problem)
      ? visited.index
      : problems.findIndex((problem) => sameProblem(problem, visited.problem));
  if (at >= 0) return at + step;
  return step === 1 ? visited.index : Math.min(visited.index, problems.length) - 1;
}

/** Problems are made anew by every check: the same one is told by what it says and of what. */
export function sameProblem(a: Problem, b: Problem): boolean {
  return problemKey(a) === problemKey(b);
}

export function problemKey({ componentId, kind, message, place }: Problem): string {
  const { part, field, link, cell } = place;
  return JSON.stringify([componentId, kind, message, part, field, link, cell]);
}
