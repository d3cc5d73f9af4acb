import { expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { moveTogether } from '../../../flow/operations/move-together.ts';
import { removeComponents } from '../../../flow/operations/remove-components.ts';
import { removeNotes } from '../../../flow/operations/remove-notes.ts';
import type { Problem } from '../../../flow/problems.ts';
import { createDocumentStore } from './document-store.ts';
import { openStore } from './testing/open-store.ts';

const descriptor: Descriptor = {
  a: { type: 'appmixer.utils.controls.OnStart', x: 0, y: 0 },
  b: { type: 'appmixer.utils.http.Post', x: 320, y: 0 },
};

/** A store whose problems are one per component; `run` runs what was deferred. */
function open() {
  const deferred: (() => void)[] = [];
  let checks = 0;
  const store = createDocumentStore({
    flowId: 'f1',
    name: 'Flow',
    type: 'automation',
    stage: 'stopped',
    descriptor,
    notes: { n: { x: 0, y: 0, width: 200, height: 80, content: '' }, other: 'kept' },
    *searchProblems(current) {
      checks++;
      const problems: Problem[] = [];
      for (const componentId of Object.keys(current)) {
        problems.push({
          componentId,
          kind: 'not-connected',
          message: message('problem.notConnected'),
          place: { part: 'component' },
        });
        yield;
      }
      return problems;
    },
    clock: () => 0,
    defer: (task) => deferred.push(task),
  });
  return {
    state: () => store.getState(),
    checks: () => checks,
    run: () => deferred.splice(0).forEach((task) => task()),
  };
}

const move = moveComponents({ positions: { a: { x: 16, y: 0 } } });

test('an operation is a named step that undo and redo walk over', () => {
  const { state } = open();
  state().apply(move);
  expect(state()).toMatchObject({ canUndo: move.name, canRedo: undefined });
  state().undo();
  expect(state().descriptor).toBe(descriptor);
  expect(state()).toMatchObject({ canUndo: undefined, canRedo: move.name });
  state().redo();
  expect(state().descriptor['a']!.x).toBe(16);
});

test('an operation without effect leaves no step', () => {
  const { state } = open();
  state().apply(moveComponents({ positions: { a: { x: 0, y: 0 } } }));
  expect(state().canUndo).toBeUndefined();
});

test('what is gone is no longer selected, by undo too', () => {
  const { state } = open();
  state().select(['a', 'b']);
  state().apply(removeComponents({ ids: ['a'] }));
  expect(state().selection).toEqual(['b']);
});

test('a gesture over components and notes is one step', () => {
  const { state } = open();
  const { notes } = state();
  state().changeSelection({ components: ['a'], notes: ['n'] });
  state().apply(moveTogether({ components: { a: { x: 16, y: 0 } }, notes: { n: { x: 16, y: 0 } } }));
  expect(state()).toMatchObject({ descriptor: { a: { x: 16 } }, notes: { n: { x: 16 }, other: 'kept' } });
  state().undo();
  expect(state().descriptor).toBe(descriptor);
  expect(state().notes).toBe(notes);
  expect(state()).toMatchObject({ canUndo: undefined, selection: ['a'], noteSelection: ['n'] });
  state().apply(removeNotes({ ids: ['n'] }));
  expect(state()).toMatchObject({ selection: ['a'], noteSelection: [] });
  state().undo();
  state().changeSelection({ notes: ['n'] });
  state().select(['b']);
  expect(state().noteSelection).toEqual([]);
});

test('selecting is no step and makes nobody render who sees the same selection', () => {
  const { state } = open();
  state().select(['a']);
  const before = state().selection;
  state().select(['a']);
  expect(state().selection).toBe(before);
  expect(state().canUndo).toBeUndefined();
});

test('problems follow a moment later, once for many edits; checkNow does not wait', () => {
  const { state, run, checks } = open();
  expect(checks()).toBe(0);
  expect(state().checkNow()).toHaveLength(2);
  state().apply(removeComponents({ ids: ['a'] }));
  state().apply(move);
  expect(state().problems).toHaveLength(2);
  run();
  expect(state().problems).toHaveLength(1);
  expect(checks()).toBe(2);
  state().undo();
  expect(state().checkNow()).toHaveLength(2);
  run();
  expect(checks()).toBe(3);
});

test('problems are found in steps, unless an edit or another check comes in between', () => {
  const { state, run, checks } = open();
  const first = state().checkInSteps();
  first.next();
  expect(state().problems).toEqual([]);
  first.next();
  first.next();
  expect(state().problems).toHaveLength(2);

  state().apply(removeComponents({ ids: ['a'] }));
  const second = state().checkInSteps();
  second.next();
  state().undo();
  expect(second.next().done).toBe(true);
  expect(state().problems).toHaveLength(2);

  state().apply(move);
  const third = state().checkInSteps();
  third.next();
  run();
  expect(third.next().done).toBe(true);
  expect(checks()).toBe(4);
});

test('a flow without problems has the same list of none before and after the first look', () => {
  const store = openStore({ descriptor });
  const { problems } = store.getState();
  expect(store.getState().checkNow()).toBe(problems);
});

test('a flow keeps its name when the new one is empty', () => {
  const { state } = open();
  state().rename('   ');
  expect(state().name).toBe('Flow');
  expect(state().canUndo).toBeUndefined();
});

test('renaming is a step like any other, and typing on the same one', () => {
  const { state } = open();
  for (const typed of ['O', 'Or', 'Ord ']) state().rename(typed);
  expect(state()).toMatchObject({ name: 'Ord', canUndo: message('operation.renameFlow') });
  state().undo();
  expect(state()).toMatchObject({ name: 'Flow', canUndo: undefined, descriptor });
  state().redo();
  expect(state().name).toBe('Ord');
});
