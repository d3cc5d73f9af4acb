import { expect, test } from 'vitest';
import type { Gathered } from '../component.ts';
import { tally } from './gathered.ts';

const message = (sender: string): Gathered => ({
  inPort: 'in',
  sender,
  content: {},
  originalContent: {},
  position: [],
  emitted: [],
  timers: [],
});

test('each message is added once, however often a list that grows is asked about', () => {
  let added = 0;
  const senders = tally<string[]>(
    () => [],
    (all, { sender }) => {
      added += 1;
      all.push(sender!);
    },
  );
  const list: Gathered[] = [];
  expect(senders(list)).toEqual([]);
  for (const sender of ['a', 'b', 'c']) {
    list.push(message(sender));
    senders(list);
  }
  expect(senders(list)).toEqual(['a', 'b', 'c']);
  expect(added).toBe(3);
  expect(senders([message('d')])).toEqual(['d']);
});
