// @vitest-environment happy-dom
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { createLatePaste } from './late-paste.ts';
import { textAtHand } from './whole-text.ts';

const worker = holdWorker();
const views: EditorView[] = [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
  notifications.clean();
  vi.useRealTimers();
});

function open(doc: string, caret: number) {
  const pasting = createLatePaste(() => undefined);
  const view = new EditorView({
    state: EditorState.create({
      doc,
      selection: { anchor: caret },
      extensions: [textAtHand(doc), EditorView.updateListener.of((update) => pasting.follow(update))],
    }),
  });
  views.push(view);
  return {
    ...pasting,
    view,
    text: () => view.state.doc.toString(),
    caret: () => view.state.selection.main.head,
    laidOut: async () => {
      worker.next();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('the place of a paste that waits moves along with the text', async () => {
  const { view, begin, settle, text, caret, laidOut } = open('[1, 2]', 3);
  begin(view, ' "a",');
  view.dispatch({ changes: { from: 0, insert: '\n\n' } });
  settle();
  expect(text()).toBe('\n\n[1, "a", 2]');
  expect(caret()).toBe(10);
  await laidOut();

  view.dispatch({ selection: { anchor: 3, head: 4 } });
  begin(view, '7');
  view.dispatch({ changes: { from: 0, to: 2 } });
  await laidOut();
  expect(text()).toBe('[7, "a", 2]');
});

test('who has put the caret elsewhere before a paste is there goes on from there', async () => {
  const { view, begin, settle, text, caret, laidOut } = open('[1, 2]', 3);
  begin(view, ' "a",');
  view.dispatch({ selection: { anchor: 6 } });
  settle();
  expect(text()).toBe('[1, "a", 2]');
  expect(caret()).toBe(11);
  await laidOut();

  begin(view, ' ');
  view.dispatch({ selection: { anchor: 1 } });
  await laidOut();
  expect(text()).toBe('[1, "a", 2] ');
  expect(caret()).toBe(1);
});

const told = () => notificationsStore.getState().notifications.map(({ message }) => message);

test('that a paste is laid out is told until it is in the text', async () => {
  const { view, begin, settle, laidOut } = open('[1, 2]', 3);
  begin(view, ' "a",');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told()).toEqual(['Laying out your JSON…']);
  settle();
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toEqual([]);
  await laidOut();
});
