import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { stepFrom } from './walk-graph.ts';

const type = 'appmixer.utils.http.Post';
const flow: Descriptor = {
  low: { type, x: 300, y: 200, source: { in: { start: ['out'] } } },
  high: { type, x: 300, y: 0, source: { in: { start: ['out'], other: ['out'] } } },
  end: { type, x: 600, y: 0, source: { in: { high: ['out'] } } },
  start: { type, x: 0, y: 0 },
  other: { type, x: 0, y: 400 },
};

test.each([
  [undefined, 'next', 'start'],
  ['start', 'next', 'high'],
  ['high', 'next', 'end'],
  ['end', 'next', undefined],
  ['end', 'previous', 'high'],
  ['high', 'previous', 'start'],
  ['start', 'previous', undefined],
  ['high', 'below', 'low'],
  ['low', 'above', 'high'],
  ['low', 'below', undefined],
  ['high', 'above', undefined],
  ['start', 'below', 'other'],
] as const)('from %s %s is %s', (from, step, expected) => {
  expect(stepFrom(flow, from, step)).toBe(expected);
});
