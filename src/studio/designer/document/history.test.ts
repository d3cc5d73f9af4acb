import { expect, test } from 'vitest';
import { message } from '../../../flow/messages/message.ts';
import type { NamedContent } from '../../../flow/operations/operation.ts';
import { emptyHistory, type History, record, stepBack, stepForward } from './history.ts';

const at = (x: number): NamedContent => ({
  name: 'Flow',
  descriptor: { a: { type: 'appmixer.utils.http.Post', x, y: 0 } },
  notes: {},
});

/** Records moves from x to x + 1. */
function moves(count: number, options: { coalesce?: string; apart?: number } = {}): History {
  let history = emptyHistory;
  for (let x = 0; x < count; x++) {
    history = record(history, {
      name: message('operation.move', { count: x }),
      before: at(x),
      after: at(x + 1),
      coalesce: options.coalesce,
      at: x * (options.apart ?? 0),
    });
  }
  return history;
}

test('each change is a step back and forward again', () => {
  const back = stepBack(moves(2))!;
  expect(back.content).toEqual(at(1));
  const forward = stepForward(back.history)!;
  expect(forward.content).toEqual(at(2));
  expect(forward.history.past.map((entry) => entry.name.values['count'])).toEqual([0, 1]);
});

test('at the ends there is no step', () => {
  expect(stepBack(emptyHistory)).toBeUndefined();
  expect(stepForward(moves(1))).toBeUndefined();
});

test('a new change ends what could be redone', () => {
  const back = stepBack(moves(2))!.history;
  expect(
    record(back, { name: message('operation.connect'), before: at(1), after: at(9), at: 0 }).future,
  ).toEqual([]);
});

test('typing in one field is one step, a pause begins another', () => {
  expect(moves(5, { coalesce: 'field', apart: 1499 }).past).toHaveLength(1);
  expect(stepBack(moves(5, { coalesce: 'field', apart: 1499 }))!.content).toEqual(at(0));
  expect(moves(5, { coalesce: 'field', apart: 1500 }).past).toHaveLength(5);
});

test('typing that ends where it began leaves no step', () => {
  const name = message('operation.cut');
  const typed = record(moves(1), { name, before: at(1), after: at(2), coalesce: 'a', at: 0 });
  expect(record(typed, { name, before: at(2), after: at(1), coalesce: 'a', at: 1 }).past).toHaveLength(1);
  expect(record(typed, { name, before: at(2), after: at(1), at: 1 }).past).toHaveLength(3);
});

test('another field is another step', () => {
  const one = moves(1, { coalesce: 'a' });
  expect(
    record(one, { name: message('operation.cut'), before: at(1), after: at(2), coalesce: 'b', at: 1 }).past,
  ).toHaveLength(2);
});

test('nothing joins a step that was undone and redone', () => {
  const redone = stepForward(stepBack(moves(1, { coalesce: 'a' }))!.history)!.history;
  expect(
    record(redone, { name: message('operation.cut'), before: at(1), after: at(2), coalesce: 'a', at: 1 })
      .past,
  ).toHaveLength(2);
});

test('the oldest steps go when there are more than 500', () => {
  const { past } = moves(501);
  expect(past).toHaveLength(500);
  expect(past[0]!.name).toEqual(message('operation.move', { count: 1 }));
});
