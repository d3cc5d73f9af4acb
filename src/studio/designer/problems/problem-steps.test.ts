import { expect, test } from 'vitest';
import { message } from '../../../flow/messages/message.ts';
import type { Problem } from '../../../flow/problems.ts';
import { groupProblems, stepProblem, type Visit } from './problem-steps.ts';

const problem = (componentId: string, field: string): Problem => ({
  componentId,
  kind: 'missing-required',
  message: message('problem.required', { field }),
  place: { part: 'properties', field },
});
const a1 = problem('a', '1');
const a2 = problem('a', '2');
const b1 = problem('b', '1');
const all = [a1, a2, b1];

function step(
  problems: Problem[],
  by: 1 | -1,
  { visited, selected }: { visited?: Visit; selected?: string } = {},
): Problem | undefined {
  return stepProblem(problems, { visited, selected, step: by })?.problem;
}

test('problems are grouped by component, along the flow', () => {
  expect(groupProblems(all)).toEqual([
    { componentId: 'a', problems: [a1, a2] },
    { componentId: 'b', problems: [b1] },
  ]);
});

test('from one to the next and back, round the ends', () => {
  expect(step(all, 1)).toBe(a1);
  expect(step(all, -1)).toBe(b1);
  expect(step(all, 1, { visited: { problem: a1, index: 0 }, selected: 'a' })).toBe(a2);
  expect(step(all, 1, { visited: { problem: b1, index: 2 }, selected: 'b' })).toBe(a1);
  expect(step(all, -1, { visited: { problem: a1, index: 0 }, selected: 'a' })).toBe(b1);
  expect(step([], 1)).toBeUndefined();
});

test('a problem that was solved leads to the one that took its place', () => {
  const visited = { problem: a1, index: 0 };
  expect(step([a2, b1], 1, { visited, selected: 'a' })).toBe(a2);
  expect(step([a2, b1], -1, { visited, selected: 'a' })).toBe(b1);
  expect(step([a1], -1, { visited: { problem: b1, index: 2 }, selected: 'b' })).toBe(a1);
});

test('the way goes on from the component one has selected since', () => {
  const visited = { problem: a1, index: 0 };
  expect(step(all, 1, { visited, selected: 'b' })).toBe(b1);
  expect(step(all, -1, { visited: { problem: b1, index: 2 }, selected: 'a' })).toBe(a2);
  expect(step(all, 1, { visited, selected: 'no problems' })).toBe(a2);
});

test('after a problem of the flow itself the selection says nothing', () => {
  const flow = problem('', 'no trigger');
  expect(step([flow, ...all], 1, { visited: { problem: flow, index: 0 }, selected: 'b' })).toBe(a1);
});

test('problems that read the same are passed one by one', () => {
  const twin = { ...a1 };
  expect(step([a1, twin, a2], 1, { visited: { problem: twin, index: 1 }, selected: 'a' })).toBe(a2);
});
