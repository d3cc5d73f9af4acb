import { expect, test } from 'vitest';
import { message } from '../../../flow/messages/message.ts';
import type { Problem } from '../../../flow/problems.ts';
import { problemTold } from './problem-told.ts';

const problem = (componentId: string, field: string): Problem => ({
  componentId,
  kind: 'missing-required',
  message: message('problem.required', { field }),
  place: { part: 'properties', field },
});
const problems = [problem('a', 'url'), problem('b', 'url'), problem('b', 'event')];

test('what the server tells is found by its component and its words', () => {
  // As it comes over the wire.
  const said = structuredClone(problem('b', 'event').message);
  expect(problemTold({ componentId: 'b', said }, problems)).toEqual({ problem: problems[2], index: 2 });
  expect(problemTold({ componentId: 'a', said }, problems)).toBeUndefined();
});
