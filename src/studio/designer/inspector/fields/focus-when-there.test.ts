// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { focusWhenThere } from './focus-when-there.ts';

beforeEach(() => {
  document.body.innerHTML = '<div id="row"><button>Before</button></div><input id="other">';
});

const row = () => document.querySelector<HTMLElement>('#row')!;
const editor = () => row().querySelector<HTMLElement>('textarea');
const bring = () => row().append(document.createElement('textarea'));
/** What was changed has been told to all observers. */
const told = () => new Promise<void>((resolve) => void setTimeout(resolve));

test('an editor that comes later has the focus, not what stands in its row before', async () => {
  const done = vi.fn<() => void>();
  focusWhenThere(row(), editor, done);
  expect(document.activeElement).toBe(document.body);
  bring();
  await vi.waitFor(() => expect(document.activeElement).toBe(editor()));
  expect(done).toHaveBeenCalledOnce();
});

test('who has moved on keeps the focus', async () => {
  focusWhenThere(row(), editor);
  document.querySelector<HTMLElement>('#other')!.focus();
  bring();
  await told();
  expect(document.activeElement?.id).toBe('other');
});

test('an end to the waiting is one', async () => {
  focusWhenThere(row(), editor)();
  bring();
  await told();
  expect(document.activeElement).toBe(document.body);
});
